import {describeSort} from '../../core/columns/sort.js';
import {rawName} from '../../core/instance/raw-text.js';
import type {HintWords} from '../../core/keymap/describe.js';
import {isSplit, listRows, type Geometry} from '../../core/screen/geometry.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {span, type Line} from '../../core/screen/span.js';
import type {ViewParts} from '../../core/view/describe-view-parts.js';
import {makeHarmless} from '../../core/text/sanitize.js';
import {gridText} from '../../core/view/typed-texts.js';
import {isNoFilter} from '../../core/view/view-state.js';
import type {Session} from '../components/session.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State} from '../store/store.js';
import {describeIgnored, filterWords, isFilterExplained} from './filter-words.js';
import {gridViewport} from './grid-viewport.js';
import {Instances} from './instances.js';
import {pointInstances} from './point-rows.js';
import {pageOf, type View} from './view.js';

/** All instances, as rows. */
export const gridView = {
	fills: 'grid',
	draw: frame => <Instances {...frame} focus='grid'/>,
	describe: describeGrid,
	position: ({state}, {selectors}) => gridPosition(state, selectors),
	acknowledged: ({state}, {selectors}) => describeAcknowledged(state, selectors),
	hintWords: ({state, geometry}, {selectors}) => ({
		...isSplit(geometry) && paneWords,
		...state.view.filter.isTroubleOnly && troubleWords,
		...(selectors.selected(state) === undefined) && emptyWords,
	}),
	outOfSight: ({state, geometry}, {selectors, theme: {symbols}}) =>
		describeWorseAbove(selectors.worseAbove(state, gridViewport(state, selectors, gridRows(geometry)).top), symbols),
	move({actions, layout}, steps) {
		const height = gridRows(layout());
		actions.selectionMoved(steps(pageOf(height)), height);
	},
	point: pointInstances,
	/** Closes the pane beside the grid; without a pane it ends the monitor. */
	back({actions, layout, leave}) {
		if (isSplit(layout())) {
			actions.paneClosed();
		} else {
			leave(0);
		}
	},
	escape({actions, state}) {
		if (isNoFilter(state().view.filter)) {
			actions.paneClosed();
		} else {
			actions.filterCleared();
		}
	},
	copy({selectors, state}) {
		const row = selectors.selected(state());
		return row === undefined
			? undefined
			: {
				kind: 'text', text: makeHarmless(rawName(row.tracked.instance)), what: 'the name', isSecret: false,
			};
	},
	prompt: {
		text: gridText,
		matches({state}, {selectors, theme: {symbols}}) {
			const total = selectors.shown(state).tracked.size;
			return {matches: `${countRows(state, selectors) ?? symbols.ellipsis} of ${total}`, ignored: describeIgnored(selectors.filter(state), selectors.doubts(state))};
		},
	},
} as const satisfies View;

/** With a pane beside the grid `q` closes that first. */
const paneWords: HintWords = {'app.back': 'back'};

/** What shows only what has trouble is taken back by the same key. */
const troubleWords: HintWords = {'filter.trouble': 'all'};

/** Without a row there is no detail. */
const emptyWords: HintWords = {'detail.open': ''};

/** The sort and the filter of the rows. */
export function describeGrid(state: State, {selectors, theme: {symbols}}: Session): ViewParts {
	const isFailing = state.fleet.feeds.values().some(({trouble}) => trouble !== undefined);
	return {
		// While polls fail, their trouble needs the space.
		sort: isFailing ? '' : describeSort(state.view.sort, symbols),
		filter: filterWords(state.view.filter),
		matches: countRows(state, selectors),
		ignored: isFilterExplained(state, selectors) ? undefined : describeIgnored(selectors.filter(state), selectors.doubts(state)),
	};
}

/** How many rows match the filter; `undefined` while those in sight are of the former one. */
function countRows(state: State, selectors: Selectors): number | undefined {
	return selectors.isFiltered(state) ? selectors.rows(state).length : undefined;
}

/** How many of the rows are acknowledged; empty where none is. */
function describeAcknowledged(state: State, selectors: Selectors): string {
	const count = selectors.acknowledgedCount(state);
	return count === 0 ? '' : `${count} acknowledged`;
}

/** The place of the selected row among the rows, such as `3/44`; empty where it is not among them. */
export function gridPosition(state: State, selectors: Selectors): string {
	const index = selectors.selectedIndex(state);
	return index === undefined ? '' : `${index + 1}/${selectors.rows(state).length}`;
}

/** Tells how many rows are out of sight above that are worse than those in sight, where the worst stand first. */
export function describeWorseAbove(count: number, symbols: Symbols): Line {
	return count === 0 ? [] : [span(`${symbols.worseAbove} ${count} worse above`, 'caution')];
}

/** The number of grid rows in sight. Where the grid is not on the screen, the number if it had the whole body. */
export function gridRows(geometry: Geometry): number {
	return geometry.kind === 'full' && geometry.grid !== undefined ? geometry.grid.height : listRows(geometry);
}
