import {copyField} from '../../core/detail/copy.js';
import {isRevealed} from '../../core/detail/detail-view.js';
import {isSplit} from '../../core/screen/geometry.js';
import {clamp} from '../../core/screen/viewport.js';
import {detailText} from '../../core/view/typed-texts.js';
import {detailPage, followFind, foundIn} from './detail-page.js';
import {describeGrid, gridPosition} from './grid.js';
import {Instances} from './instances.js';
import {pageOf, type View, type ViewContext} from './view.js';

/** All fields of one instance. */
export const detailView: View = {
	fills: 'detail',
	draw: frame => <Instances {...frame} focus='detail'/>,
	describe: describeGrid,
	position({state, entries}, {selectors}) {
		const {find, field} = state.view.detail;
		const position = gridPosition(state, selectors);
		if (find === '') {
			return position;
		}

		const found = foundIn(entries);
		const match = found.includes(field) ? `match ${found.indexOf(field) + 1} of ` : '';
		return `${match}${found.length} found  ${position}`;
	},
	move(context, steps) {
		const page = detailPage(context);
		if (page === undefined) {
			return;
		}

		const {entries, height} = page;
		context.actions.fieldMoved(steps(pageOf(height)), entries.map(({lines}) => lines.length), height);
	},
	back: closeDetail,
	escape(context) {
		if (context.state().view.detail.find === '') {
			closeDetail(context);
		} else {
			context.actions.textCleared(detailText);
		}
	},
	copy(context) {
		const subject = context.subject();
		const page = detailPage(context);
		if (subject === undefined || page === undefined) {
			return undefined;
		}

		const {detail} = context.state().view;
		const position = clamp(detail.field, 0, page.entries.length - 1);
		return copyField(detail.section, subject, position, {isRevealed: isRevealed(detail, context.now()), symbols: context.symbols});
	},
	prompt: {
		text: detailText,
		matches: ({entries}) => ({matches: `${foundIn(entries).length} found`, ignored: undefined}),
		follow: followFind,
	},
};

/** Goes back to the view before, which keeps an open pane beside the grid. */
function closeDetail({actions, layout}: ViewContext): void {
	actions.detailClosed({isPaneKept: isSplit(layout())});
}
