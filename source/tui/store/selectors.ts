import type {Transition} from '../../core/fleet/transitions.js';
import {columnsFor, defaultColumns} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import type {ClockTime} from '../../core/text/clock-time.js';
import {second} from '../../core/text/duration.js';
import {
	countTroubles,
	type Counts,
	type Troubles,
} from '../../core/fleet/counts.js';
import type {Doubt} from '../../core/filter/find-doubts.js';
import {createMatcher} from '../../core/filter/match.js';
import {createEventMatcher} from '../../core/filter/match-event.js';
import {parseFilter, type Filter} from '../../core/filter/parse.js';
import {
	fitColumns,
	withoutBlanks,
	type FittedColumn,
	type NaturalWidths,
} from '../../core/columns/fit.js';
import type {InstanceKey} from '../../core/instance/instance.js';
import {ownCounts, ownLooks} from '../../core/fleet/past/own-counts.js';
import {firstLook, lastLook, type Run} from '../../core/fleet/seen/coverage.js';
import {ownCoverage} from '../../core/fleet/seen/own-coverage.js';
import {hasLastingSelection} from '../../core/keymap/places.js';
import type {Inventory} from '../../core/fleet/inventory.js';
import {countAccounts, sumCounts, type AccountCounts} from '../../core/fleet/several/count-accounts.js';
import {describeNews} from '../../core/fleet/several/describe-news.js';
import type {DownCount} from '../../core/fleet/past/fleet-strip.js';
import {countsOfHour} from '../../core/fleet/past/last-hour.js';
import {isWorthKnowing, type Row} from '../../core/fleet/row.js';
import type {Change} from '../../core/fleet/recent-changes.js';
import type {Subject} from '../../core/sections/section.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {mapInSlices, type Slices} from '../../core/polling/slices.js';
import {findPlace} from '../../core/view/view-state.js';
import {
	arrange,
	countMatches,
	type ArrangeParts,
	type Arrangement,
} from './arrange.js';
import {createEventSelectors, type EventSelectors} from './event-selectors.js';
import {memoize} from './memoize.js';
import {
	endlessPatience,
	forSteps,
	memoizeInSlices,
	type Patience,
} from './memoize-in-slices.js';
import {createRowCache} from './row-cache.js';
import type {State} from './store.js';

/** Values that are computed from the store's facts, each cached until one of its inputs changes. */
export type Selectors = EventSelectors & {
	/** The inventory on the screen: the held one, if the picture is held. */
	readonly shown: (state: State) => Inventory;
	/** What happened last to many at once, of the same picture, in parts, the most important first; none where that is nothing. */
	readonly mass: (state: State, now: number) => readonly string[];
	/** Computes and caches the rows of a state, and what is counted of them, before the screen needs it, in slices of a few milliseconds. */
	readonly rowsAhead: (state: State) => Slices<void>;
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
	/** The number of instances in each state: of all, or of the account that is shown alone. */
	readonly counts: (state: State) => Counts;
	/** The same of each account. */
	readonly accountCounts: (state: State) => AccountCounts;
	/** The same of all accounts, whichever is shown alone. */
	readonly fleetCounts: (state: State) => Counts;
	/** The integrations in trouble, of all or of the account that is shown alone. */
	readonly troubles: (state: State) => Troubles;
	/** How many were down in each bucket of the last hour, of all or of the account that is shown alone; none before its first answer. */
	readonly lastHour: (state: State) => readonly DownCount[];
	/** How many were down in each of so many buckets of a window, by the program's own looks. It looks through all instances once a poll. */
	readonly ownCounts: (state: State, window: Run, count: number) => readonly DownCount[];
	/** The columns of a grid of `width` cells; the same array until the width, or the width of a column, changes. */
	readonly fitted: (state: State, width: number) => readonly FittedColumn[];
	/** The columns that a grid of `width` cells had if each of them had something to tell. */
	readonly fittedAtMost: (state: State, width: number) => readonly Column[];
	/** The columns that were chosen, or are there by themselves, whether there is room for them or not. */
	readonly columns: (state: State) => readonly Column[];
	/**
	How many of all instances match each of these filters. It looks through all of them after every poll, so that only who shows the numbers
	asks; `undefined` until they are counted for the first time.
	*/
	readonly countMatches: (state: State, filters: readonly Filter[]) => readonly number[] | undefined;
	/** The number of changes since the picture was held; 0 if it is not held. */
	readonly changesSinceHeld: (state: State) => number;
};

/** A frame that has waited for its rows waits no longer than for so many steps for numbers beside a menu. */
const countingSteps = 60;
/** Number of rows in a slice that takes no more of each than a look. */
const lookedAtPerSlice = 2000;

/** After a frame has asked for the looks of the program, those of so many polls are collected ahead: the next frame asks for them again. */
const looksKeptFor = 2;

/**
Makes the selectors. What takes longer than `patience` waits is the last one until it is ready: the rows, and the events that match.
The reasons of the rows tell times of day by `time`.
*/
export function createSelectors(
	symbols: Symbols,
	usualColumns: readonly Column[] = defaultColumns,
	patience: Patience = endlessPatience,
	time?: ClockTime,
): Selectors {
	const {factsFor, rowFor, rowsIn} = createRowCache(time);
	const isMatch = createMatcher();
	const parts: ArrangeParts = {
		rowsIn, isMatch, symbols,
	};
	/** How often the columns were asked for in another width than before: then they may become narrower again. */
	let resizes = 0;
	const looks = memoizeInSlices(
		(state: State) => [shown(state), state.view.filter.account], ([inventory, account]) => ownLooks(inventory, account), patience,
	);
	let looksWanted = 0;
	let lastFit: {readonly natural: NaturalWidths; readonly width: number; readonly columns: readonly FittedColumn[]} | undefined;

	const shown = (state: State) => state.view.held?.inventory ?? state.fleet.inventory;
	// Where one account is shown alone, its name is in the header, and would be the same on every row.
	const columnsOf = memoize(
		({view}: State) => [view.columns ?? usualColumns, view.filter.account === undefined],
		([columns, areAllShown]) => areAllShown ? columns : columnsFor(columns, 1),
	);
	const filter = memoize((state: State) => [state.view.filter.text], ([text]) => parseFilter(text));
	const arranged = memoizeInSlices(
		(state: State) => {
			const {acknowledged, sort, filter: {state: kind, account, isTroubleOnly}} = state.view;
			return [shown(state), acknowledged, filter(state), kind, account, isTroubleOnly, sort, columnsOf(state), resizes];
		},
		([inventory, acknowledged, parsed, state, account, isTroubleOnly, sort, columns, resized], last: Arrangement | undefined) => arrange({
			inventory, acknowledged, filter: parsed, chosen: {state, account, isTroubleOnly}, sort, columns, resizes: resized,
		}, last, parts),
		patience,
	);
	const troubles = memoizeInSlices(
		(state: State) => [shown(state), state.view.filter.account],
		([inventory, account]) => countTroubles(inventory, instance => factsFor(instance).integrations, account),
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
	// What is of all rows, or of all instances, is never that of another state, so that it is waited for; mostly it is computed ahead.
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
	const acknowledgedCount = memoize(
		(state: State) => [rows(state)],
		([all]) => all.reduce((count, {isAcknowledged}) => count + Number(isAcknowledged), 0),
	);
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

	const accountCounts = memoizeInSlices((state: State) => [shown(state)], ([inventory]) => countAccounts(inventory), endlessPatience);
	const fleetCounts = memoize((state: State) => [accountCounts.read(state)], ([counts]) => sumCounts(counts.values()));
	const mass = memoize(
		// Counting those that are back takes long in a large fleet, and no text of it changes within a second. Rounded down, the
		// present would be before what a poll has just shown.
		({view, fleet}: State, now: number) => {
			const {held, filter: {account}} = view;
			const {masses, inventory} = held ?? fleet;
			return [masses, inventory, held === undefined ? fleet.feeds : undefined, fleet.feeds.size > 1, account, Math.ceil(now / second)];
		},
		([masses, inventory, feeds, hasSeveral, alone, seconds]) => describeNews(masses, inventory, {
			now: seconds * second, time, isLive: account => feeds?.get(account)?.trouble === undefined, hasSeveral, alone,
		}),
	);

	return {
		...createEventSelectors(createEventMatcher(factsFor, isMatch, time), patience, time),
		shown,
		mass,
		* rowsAhead(state) {
			yield * arranged.ahead(state);
			yield * troubles.ahead(state);
			yield * keys.ahead(state);
			yield * worthKnowing.ahead(state);
			yield * accountCounts.ahead(state);
			if (!(looksWanted > 0)) {
				return;
			}

			looksWanted--;
			yield * looks.ahead(state);
		},
		filter,
		doubts: state => arranged.read(state).doubts,
		rows,
		keys: keys.read,
		selectedIndex,
		selected,
		subject(state, now, clock) {
			const row = selected(state);
			if (row === undefined) {
				return undefined;
			}

			const {account, key} = row.tracked.instance;
			const {coverage, changes} = shown(state);
			const ofAccount = coverage.get(account) ?? firstLook(0);
			return {
				tracked: row.tracked,
				facts: row.facts,
				changes: changes.get(key) ?? noChanges,
				coverage: ownCoverage(row.tracked, ofAccount),
				polledAt: lastLook(ofAccount),
				older: state.pasts.get(key)?.older ?? nothingOlder,
				now,
				time: clock,
			};
		},
		worseAbove(state, index) {
			const {by, isReversed} = arranged.read(state).sort;
			return (by === 'health' || by === 'state') && !isReversed ? worthKnowing.read(state)[index] ?? 0 : 0;
		},
		acknowledgedCount,
		ownCounts(state, window, count) {
			looksWanted = looksKeptFor;
			return ownCounts(looks.read(state), window, count);
		},
		accountCounts: accountCounts.read,
		fleetCounts,
		counts(state) {
			const {account} = state.view.filter;
			return account === undefined ? fleetCounts(state) : accountCounts.read(state).get(account) ?? noneCounted;
		},
		lastHour: memoize(
			({view, lastHour, hourPast}: State) => [view.held?.lastHour ?? lastHour, hourPast, view.filter.account],
			([hour, past, account]) => countsOfHour(
				hour, past === undefined || past.account !== account ? undefined : {from: past.buckets.window.from, counts: past.counts}, account,
			),
		),
		troubles: troubles.read,
		fitted(state, width) {
			resizes += Number(lastFit !== undefined && lastFit.width !== width);
			const {widths: natural, columns} = arranged.read(state);
			if (lastFit?.natural !== natural || lastFit.width !== width) {
				const fitted = fitColumns(columns, natural, width);
				// Where a width has changed of a column that is out of sight, no row is drawn again.
				lastFit = {natural, width, columns: lastFit !== undefined && isSameFit(lastFit.columns, fitted) ? lastFit.columns : fitted};
			}

			return lastFit.columns;
		},
		fittedAtMost(state, width) {
			const {widths, columns} = arranged.read(state);
			return fitColumns(columns, withoutBlanks(columns, widths), width).map(({column}) => column);
		},
		columns: columnsOf,
		countMatches(state, filters) {
			counted = filters;
			return matchCounts.read(state);
		},
		changesSinceHeld: state => state.view.held === undefined ? 0 : countChanges(state.view.held.inventory, state.fleet.inventory),
	};
}

function isSameFit(one: readonly FittedColumn[], other: readonly FittedColumn[]): boolean {
	return one.length === other.length && one.every(({column, width, hasTitle}, index) => {
		const others = other[index];
		return column === others?.column && width === others.width && hasTitle === others.hasTitle;
	});
}

const noneCounted = sumCounts([]);
const nothingOlder: readonly Transition[] = [];
const noChanges: ReadonlyMap<string, Change> = new Map();

function countChanges(held: Inventory, present: Inventory): number {
	let changes = 0;
	for (const [key, tracked] of present.tracked) {
		const before = held.tracked.get(key);
		changes += before === undefined
			? 1
			: Math.max(0, tracked.history.seen - before.history.seen) + Number(before.gone !== tracked.gone);
	}

	for (const key of held.tracked.keys()) {
		changes += Number(!present.tracked.has(key));
	}

	return changes;
}
