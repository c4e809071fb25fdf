import {copyField} from '../../core/detail/copy.js';
import {isRevealed} from '../../core/detail/detail-view.js';
import {moveCursor} from '../../core/detail/move-cursor.js';
import {hasSecrets} from '../../core/detail/layout.js';
import {cursorOf} from '../../core/detail/page.js';
import {isSplit} from '../../core/screen/geometry.js';
import {detailText} from '../../core/view/typed-texts.js';
import {
	detailPage,
	entryAtCursor,
	followFind,
	foundIn,
} from './detail-page.js';
import {describeGrid, gridPosition} from './grid.js';
import {Instances} from './instances.js';
import {pointInstances} from './point-rows.js';
import {pageOf, type View, type ViewContext} from './view.js';

/** All fields of one instance, on one page. */
export const detailView: View = {
	fills: 'detail',
	draw: frame => <Instances {...frame} focus='detail'/>,
	describe: describeGrid,
	position({state, page}, {selectors}) {
		const {find} = state.view.detail;
		const position = gridPosition(state, selectors);
		if (find === '' || page === undefined) {
			return position;
		}

		const found = foundIn(page);
		const at = found.indexOf(cursorOf(page, state.view.detail));
		const match = at === -1 ? '' : `match ${at + 1} of `;
		return `${match}${found.length} found  ${position}`;
	},
	hintWords({state, subject, now}, {selectors}) {
		const {detail} = state.view;
		const isSecret = subject !== undefined && hasSecrets(detail.section, subject);
		return {
			...!(selectors.rows(state).length > 1) && {'instance.next': ''},
			...isSecret ? (isRevealed(detail, now) ? {'secret.reveal': 'hide'} : {}) : {'secret.reveal': ''},
		};
	},
	move(context, steps) {
		const shown = detailPage(context);
		if (shown === undefined) {
			return;
		}

		const {page, height} = shown;
		context.actions.cursorPlaced(moveCursor(page, context.state().view.detail, steps(pageOf(height)), height));
	},
	point: pointInstances,
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
		const {detail} = context.state().view;
		const entry = entryAtCursor(context);
		if (subject === undefined || entry === undefined) {
			return undefined;
		}

		return copyField(entry.section, subject, entry.field, {isRevealed: isRevealed(detail, context.now()), symbols: context.symbols});
	},
	prompt: {
		text: detailText,
		matches: ({page}) => ({matches: `${page === undefined ? 0 : foundIn(page).length} found`, ignored: undefined}),
		follow: followFind,
	},
};

/** Goes back to the view before, which keeps an open pane beside the grid. */
function closeDetail({actions, layout}: ViewContext): void {
	actions.detailClosed({isPaneKept: isSplit(layout())});
}
