import type {Column} from '../../../core/columns/column.js';
import type {Sort} from '../../../core/columns/sort.js';
import type {Doubt} from '../../../core/filter/find-doubts.js';
import type {Matcher} from '../../../core/filter/match.js';
import {parseFilter, type Filter} from '../../../core/filter/parse.js';
import type {Change} from '../../../core/fleet/recent-changes.js';
import type {Row} from '../../../core/fleet/row.js';
import {firstLook, lastLook} from '../../../core/fleet/seen/coverage.js';
import {ownCoverage} from '../../../core/fleet/seen/own-coverage.js';
import type {Transition} from '../../../core/fleet/transitions.js';
import type {InstanceKey} from '../../../core/instance/instance.js';
import {hasLastingSelection} from '../../../core/keymap/places.js';
import type {Slices} from '../../../core/polling/slices.js';
import type {Symbols} from '../../../core/screen/symbols.js';
import type {Subject} from '../../../core/sections/section.js';
import type {ClockTime} from '../../../core/text/clock-time.js';
import {findPlace} from '../../../core/view/selection.js';
import {isSameFilter, type GridFilter} from '../../../core/view/view-state.js';
import type {State} from '../store.js';
import {
	choose,
	countMatches,
	putInOrder,
	type Arrangement,
	type Order,
} from './arrange.js';
import {memoize} from './memoize.js';
import {forSteps, memoizeInSlices, type Patience} from './memoize-in-slices.js';
import type {RowCache} from './row-cache.js';
import {shown} from './shown.js';

export type RowSelectors = {
	readonly filter: (state: State) => Filter;
	/** What the filter names and no instance has, as far as that is found out. */
	readonly doubts: (state: State) => readonly Doubt[];
	/** The rows of the grid: those that match the filter, in the order of the sort. In a large fleet the former ones, until they are ready. */
	readonly rows: (state: State) => readonly Row[];
	/** The filter that `rows` match: the former one while those of another are not ready. */
	readonly filterOfRows: (state: State) => GridFilter;
	/** Whether `rows` match the filter of the state. */
	readonly isFiltered: (state: State) => boolean;
	/** The sort that `rows` are in the order of: the former one while that of another is not ready. */
	readonly sortOfRows: (state: State) => Sort;
	/** The keys of `rows`. */
	readonly keys: (state: State) => readonly InstanceKey[];
	/** Place of the selected instance among `rows`, from 0; `undefined` where it is not among them. The first row is selected by resting. */
	readonly selectedIndex: (state: State) => number | undefined;
	/**
	The row of the selected instance. A view whose selection always lasts stays on its instance even if that is hidden or gone;
	in the others it is the first row if the selected instance is not in `rows`.
	*/
	readonly selected: (state: State) => Row | undefined;
	/** The subject of the detail: the selected instance at `now`. */
	readonly subject: (state: State, now: number, time: ClockTime) => Subject | undefined;
	/** Number of rows before `index` that are not fine; 0 where the rows are not sorted by health or by state, the worst first. */
	readonly worseAbove: (state: State, index: number) => number;
	/** How many of the rows are acknowledged. */
	readonly acknowledgedCount: (state: State) => number;
	/**
	How many of all instances match each of these filters. It looks through all of them after every poll, so that only who shows the numbers
	asks; `undefined` until they are counted for the first time.
	*/
	readonly countMatches: (state: State, filters: readonly Filter[]) => readonly number[] | undefined;
};

/** `ahead` computes and caches the rows of a state before the screen needs them. */
export type RowParts = {
	readonly selectors: RowSelectors;
	readonly orderOf: (state: State) => Order;
	readonly ahead: (state: State) => Slices<void>;
};

/** What rows are made of: how they are computed and matched, and the columns of the grid, whose widths are measured with them. */
export type RowOptions = {
	readonly cache: RowCache;
	readonly isMatch: Matcher;
	readonly symbols: Symbols;
	readonly columns: (state: State) => readonly Column[];
	readonly resizes: () => number;
	readonly patience: Patience;
};

/** A frame that has waited for its rows waits no longer than for so many steps for numbers beside a menu. */
const countingSteps = 60;

/** Makes the selectors of the rows of the grid, and of the one that is selected. */
export function createRowSelectors({cache: {rowsIn, rowFor}, isMatch, symbols, columns, resizes, patience}: RowOptions): RowParts {
	const filter = memoize((state: State) => [state.view.filter.text], ([text]) => parseFilter(text));
	const order = memoizeInSlices(
		(state: State) => [shown(state), state.view.acknowledged, state.view.sort, columns(state), resizes()],
		([inventory, acknowledged, sort, wide, resized], last: Order | undefined) => putInOrder({
			inventory, acknowledged, sort, columns: wide, resizes: resized,
		}, last, {rowsIn, symbols}),
		patience,
	);
	const arranged = memoizeInSlices(
		(state: State) => {
			const {text, state: kind, account, isTroubleOnly} = state.view.filter;
			return [order.read(state), filter(state), text, kind, account, isTroubleOnly];
		},
		([inOrder, parsed, text, state, account, isTroubleOnly], last: Arrangement | undefined) => choose(inOrder, {
			filter: parsed, chosen: {
				text, state, account, isTroubleOnly,
			},
		}, last, isMatch),
		patience,
	);
	let counted: readonly Filter[] = [];
	const matchCounts = memoizeInSlices(
		(state: State) => [order.read(state), counted],
		([inOrder, filters]): Slices<readonly number[] | undefined> => countMatches(filters, inOrder, isMatch),
		forSteps(patience, countingSteps),
		{output: undefined},
	);
	const rows = (state: State) => arranged.read(state).rows;
	const filterOfRows = (state: State) => arranged.read(state).chosen;
	const isFiltered = (state: State) => isSameFilter(filterOfRows(state), state.view.filter);
	const keys = (state: State) => arranged.read(state).keys;
	// It is asked for several times a frame, and looks through all keys.
	const selectedIndex = memoize((state: State) => [keys(state), state.view.selection.key], ([all, key]) => findPlace(all, key));
	const selected = (state: State) => {
		const {place, kept, selection: {key}} = state.view;
		const row = rows(state)[selectedIndex(state) ?? 0];
		if (!hasLastingSelection(place) || row?.tracked.instance.key === key) {
			return row;
		}

		const listed = order.read(state).all.find(({tracked}) => tracked.instance.key === key);
		if (listed !== undefined || kept === undefined || kept.tracked.instance.key !== key) {
			return listed ?? row;
		}

		return rowFor(kept.tracked, shown(state), false);
	};

	return {
		orderOf: order.read,
		* ahead(state) {
			yield * order.ahead(state);
			yield * arranged.ahead(state);
		},
		selectors: {
			filter,
			doubts: state => isFiltered(state) ? arranged.read(state).doubts : [],
			rows,
			filterOfRows,
			isFiltered,
			sortOfRows: state => arranged.read(state).order.sort,
			keys,
			selectedIndex,
			selected,
			subject(state, now, time) {
				const row = selected(state);
				return row && describeSubject(row, state, now, time);
			},
			worseAbove(state, index) {
				const {order: {sort: {by, isReversed}}, worthKnowing} = arranged.read(state);
				return (by === 'health' || by === 'state') && !isReversed ? worthKnowing[index] ?? 0 : 0;
			},
			acknowledgedCount: memoize(
				(state: State) => [rows(state)],
				([all]) => all.reduce((count, {isAcknowledged}) => count + Number(isAcknowledged), 0),
			),
			countMatches(state, filters) {
				counted = filters;
				return matchCounts.read(state);
			},
		},
	};
}

function describeSubject({tracked, facts}: Row, state: State, now: number, time: ClockTime): Subject {
	const {account, key} = tracked.instance;
	const {coverage, changes} = shown(state);
	const ofAccount = coverage.get(account) ?? firstLook(0);
	return {
		tracked,
		facts,
		changes: changes.get(key) ?? noChanges,
		coverage: ownCoverage(tracked, ofAccount),
		polledAt: lastLook(ofAccount),
		older: state.pasts.get(key)?.older ?? nothingOlder,
		now,
		time,
	};
}

const nothingOlder: readonly Transition[] = [];
const noChanges: ReadonlyMap<string, Change> = new Map();
