import {layoutHelp} from '../../core/view/layout-help.js';
import {ownState} from '../../core/view/own-state.js';
import {Help} from '../components/help.js';
import {clamp} from '../../core/screen/viewport.js';
import {pageOf, type Overlay, type ViewContext} from './view.js';

/** Lines that it is scrolled by. */
const scrolled = ownState('help', 0);

/** All keys. It is drawn in place of the view that it was opened from, and goes back to it. */
export const helpView: Overlay = {
	draw: ({state, geometry}) => <Help size={geometry.size} from={scrolled.read(state.view)}/>,
	/** Lines, such as `1-20/31`; empty where all are in sight. */
	position({state, geometry}, {keymap}) {
		const from = scrolled.read(state.view);
		const {lines, height} = layoutHelp(geometry.size, keymap);
		return lines.length <= height ? '' : `${from + 1}-${Math.min(lines.length, from + height)}/${lines.length}`;
	},
	move({actions, layout, keymap}, steps) {
		const {lines, height} = layoutHelp(layout().size, keymap);
		actions.ownChanged(scrolled, from => clamp(from + steps(pageOf(height)), 0, Math.max(0, lines.length - height)));
	},
	back: closeHelp,
	escape: closeHelp,
};

function closeHelp({actions}: ViewContext): void {
	actions.overlayClosed();
}
