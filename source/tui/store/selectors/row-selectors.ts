import type {Column} from '../../../core/columns/column.js';
import type {Doubt} from '../../../core/filter/find-doubts.js';
import type {Matcher} from '../../../core/filter/match.js';
import {parseFilter, type Filter} from '../../../core/filter/parse.js';
import type {Change} from '../../../core/fleet/recent-changes.js';
import {isWorthKnowing, type Row} from '../../../core/fleet/row.js';
import {firstLook, lastLook} from '../../../core/fleet/seen/coverage.js';
import {ownCoverage} from '../../../core/fleet/seen/own-coverage.js';
import type {Transition} from '../../../core/fleet/transitions.js';
import type {InstanceKey} from '../../../core/instance/instance.js';
import {hasLastingSelection} from '../../../core/keymap/places.js';
import {mapInSlices, type Slices} from '../../../core/polling/slices.js';
import type {Symbols} from '../../../core/screen/symbols.js';
import type {Subject} from '../../../core/sections/section.js';
import type {ClockTime} from '../../../core/text/clock-time.js';
import {findPlace} from '../../../core/view/selection.js';
import type {State} from '../store.js';
import {arrange, countMatches, type Arrangement} from './arrange.js';
import {memoize} from './memoize.js';
import {
	endlessPatience,
	forSteps,
	memoizeInSlices,
	type Patience,
} from './memoize-in-slices.js';
import type {RowCache} from './row-cache.js';
import {shown} from './shown.js';

export type RowSelectors = {
	readonly filter: (state: State) => Filter;
	/** What the filter names and no instance has. */
	readonly doubts: (state: State) => readonly Doubt[];
	/** The rows of the grid: those that match the filter, in the order of the sort. */
	readonly rows: (state: State) => readonly Row[];
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
	readonly arrangedOf: (state: State) => Arrangement;
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
/** Number of rows in a slice that takes no more of each than a look. */
const lookedAtPerSlice = 2000;

/** Makes the selectors of the rows of the grid, and of the one that is selected. */
export function createRowSelectors({cache: {rowsIn, rowFor}, isMatch, symbols, columns, resizes, patience}: RowOptions): RowParts {
	const filter = memoize((state: State) => [state.view.filter.text], ([text]) => parseFilter(text));
	const arranged = memoizeInSlices(
		(state: State) => {
			const {acknowledged, sort, filter: {state: kind, account, isTroubleOnly}} = state.view;
			return [shown(state), acknowledged, filter(state), kind, account, isTroubleOnly, sort, columns(state), resizes()];
		},
		([inventory, acknowledged, parsed, state, account, isTroubleOnly, sort, wide, resized], last: Arrangement | undefined) => arrange({
			inventory, acknowledged, filter: parsed, chosen: {state, account, isTroubleOnly}, sort, columns: wide, resizes: resized,
		}, last, {rowsIn, isMatch, symbols}),
		patience,
	);
	let counted: readonly Filter[] = [];
	const matchCounts = memoizeInSlices(
		(state: State) => [arranged.read(state).all, shown(state), counted],
		([all, inventory, filters]): Slices<readonly number[] | undefined> => countMatches(filters, all, inventory, isMatch),
		forSteps(patience, countingSteps),
		{output: undefined},
	);
	const rows = (state: State) => arranged.read(state).rows;
	// What is of all rows is never that of another state, so that it is waited for; mostly it is computed ahead.
	const keys = memoizeInSlices(
		(state: State) => [rows(state)],
		([all]) => mapInSlices(all, lookedAtPerSlice, row => row.tracked.instance.key),
		endlessPatience,
	);
	// It is asked for several times a frame, and looks through all keys.
	const selectedIndex = memoize((state: State) => [keys.read(state), state.view.selection.key], ([all, key]) => findPlace(all, key));
	/** For each index, the number of rows before it that a person should know of. */
	const worthKnowing = memoizeInSlices((state: State) => [rows(state)], ([all]) => {
		let count = 0;
		return mapInSlices(all, lookedAtPerSlice, row => isWorthKnowing(row) ? count++ : count);
	}, endlessPatience);
	const selected = (state: State) => {
		const {place, kept, selection: {key}} = state.view;
		const row = rows(state)[selectedIndex(state) ?? 0];
		if (!hasLastingSelection(place) || row?.tracked.instance.key === key) {
			return row;
		}

		const listed = arranged.read(state).all.find(({tracked}) => tracked.instance.key === key);
		if (listed !== undefined || kept === undefined || kept.tracked.instance.key !== key) {
			return listed ?? row;
		}

		return rowFor(kept.tracked, shown(state), false);
	};

	return {
		arrangedOf: arranged.read,
		* ahead(state) {
			yield * arranged.ahead(state);
			yield * keys.ahead(state);
			yield * worthKnowing.ahead(state);
		},
		selectors: {
			filter,
			doubts: state => arranged.read(state).doubts,
			rows,
			keys: keys.read,
			selectedIndex,
			selected,
			subject(state, now, time) {
				const row = selected(state);
				return row && describeSubject(row, state, now, time);
			},
			worseAbove(state, index) {
				const {by, isReversed} = arranged.read(state).sort;
				return (by === 'health' || by === 'state') && !isReversed ? worthKnowing.read(state)[index] ?? 0 : 0;
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
