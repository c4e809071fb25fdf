import {layoutHelp} from '../../core/view/layout-help.js';
import {Help} from '../components/help.js';
import {pageOf, type Overlay, type ViewContext} from './view.js';

/** All keys. It is drawn in place of the view that it was opened from, and goes back to it. */
export const helpView: Overlay = {
	draw: ({state, geometry}) => <Help size={geometry.size} from={state.view.help ?? 0}/>,
	/** Lines, such as `1-20/31`; empty where all are in sight. */
	position({state, geometry}) {
		const {help = 0} = state.view;
		const {lines, height} = layoutHelp(geometry.size);
		return lines.length <= height ? '' : `${help + 1}-${Math.min(lines.length, help + height)}/${lines.length}`;
	},
	move({actions, layout}, steps) {
		const {lines, height} = layoutHelp(layout().size);
		actions.helpScrolled(steps(pageOf(height)), Math.max(0, lines.length - height));
	},
	back: closeHelp,
	escape: closeHelp,
};

function closeHelp({actions}: ViewContext): void {
	actions.helpToggled();
}
