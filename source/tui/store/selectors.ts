import type {Transition} from '../../core/fleet/transitions.js';
import {defaultColumns} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import type {ClockTime} from '../../core/text/clock-time.js';
import {countStates, type Counts} from '../../core/fleet/counts.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
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
import {firstLook, lastLook} from '../../core/fleet/seen/coverage.js';
import {ownCoverage} from '../../core/fleet/seen/own-coverage.js';
import {hasLastingSelection} from '../../core/keymap/places.js';
import type {Inventory} from '../../core/fleet/inventory.js';
import {describeMass} from '../../core/fleet/mass-event.js';
import {isWorthKnowing, type Row} from '../../core/fleet/row.js';
import type {Change} from '../../core/fleet/recent-changes.js';
import type {Subject} from '../../core/sections/section.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {filterInSlices, type Slices} from '../../core/polling/slices.js';
import {eventList} from '../../core/view/list-view.js';
import {findPlace} from '../../core/view/view-state.js';
import {arrange, type ArrangeParts, type Arrangement} from './arrange.js';
import {memoize} from './memoize.js';
import {endlessPatience, memoizeInSlices, type Patience} from './memoize-in-slices.js';
import {createRowCache} from './row-cache.js';
import type {State} from './store.js';

/** Values that are computed from the store's facts, each cached until one of its inputs changes. */
export type Selectors = {
	/** The inventory on the screen: the held one, if the picture is held. */
	readonly shown: (state: State) => Inventory;
	/** What happened last to many at once, of the same picture; `undefined` where that is nothing. */
	readonly mass: (state: State, now: number) => string | undefined;
	/** Computes and caches the rows of a state before the screen needs them, in slices of a few milliseconds. */
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
	/** Number of rows before `index` that are not fine; 0 where the rows are not sorted by health, the worst first. */
	readonly worseAbove: (state: State, index: number) => number;
	readonly counts: (state: State) => Counts;
	/** The columns of a grid of `width` cells; the same array until the width, or the width of a column, changes. */
	readonly fitted: (state: State, width: number) => readonly FittedColumn[];
	/** The columns that a grid of `width` cells had if each of them had something to tell. */
	readonly fittedAtMost: (state: State, width: number) => readonly Column[];
	/** The number of changes since the picture was held; 0 if it is not held. */
	readonly changesSinceHeld: (state: State) => number;
	/** The events at hand, the newest first. */
	readonly allEvents: (state: State) => readonly MonitorEvent[];
	readonly eventFilter: (state: State) => Filter;
	/** The events that match their filter, the newest first. Events of polling match an empty filter alone. */
	readonly events: (state: State) => readonly MonitorEvent[];
};

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
	let lastFit: {readonly natural: NaturalWidths; readonly width: number; readonly columns: readonly FittedColumn[]} | undefined;

	const shown = (state: State) => state.view.held?.inventory ?? state.fleet.inventory;
	const columnsOf = ({view}: State) => view.columns ?? usualColumns;
	const filter = memoize((state: State) => [state.view.filter.text], ([text]) => parseFilter(text));
	const arranged = memoizeInSlices(
		(state: State) => {
			const {acknowledged, sort, filter: {state: kind, isTroubleOnly}} = state.view;
			return [shown(state), acknowledged, filter(state), kind, isTroubleOnly, sort, columnsOf(state)];
		},
		([inventory, acknowledged, parsed, state, isTroubleOnly, sort, columns], last: Arrangement | undefined) => arrange({
			inventory, acknowledged, filter: parsed, chosen: {state, isTroubleOnly}, sort, columns,
		}, last, parts),
		patience,
	);
	const rows = (state: State) => arranged.read(state).rows;
	const keys = memoize((state: State) => [rows(state)], ([all]) => all.map(row => row.tracked.instance.key));
	// It is asked for several times a frame, and looks through all keys.
	const selectedIndex = memoize((state: State) => [keys(state), state.view.selection.key], ([all, key]) => findPlace(all, key));
	/** For each index, the number of rows before it that a person should know of. */
	const worthKnowing = memoize((state: State) => [rows(state)], ([all]) => {
		let count = 0;
		return all.map(row => isWorthKnowing(row) ? count++ : count);
	});
	const eventFilter = memoize((state: State) => [eventList.read(state.view).filter], ([text]) => parseFilter(text));
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

	const isEventMatch = createEventMatcher(factsFor, isMatch, time);
	const allEvents = memoize(
		(state: State) => [state.fleet.log.events, state.older.events],
		([log, older]) => older.length === 0 ? log : [...log, ...older],
	);
	const events = memoizeInSlices(
		(state: State) => [allEvents(state), eventFilter(state), state.fleet.inventory],
		function * ([all, parsed, inventory]): Slices<readonly MonitorEvent[]> {
			return parsed.terms.length === 0
				? all
				: yield * filterInSlices(all, eventsPerSlice, event => event.kind === 'instance' && isEventMatch(parsed, event, inventory));
		},
		patience,
	);

	return {
		shown,
		mass: ({view: {held}, fleet}, now) => describeMass((held ?? fleet).masses, (held ?? fleet).inventory, now),
		rowsAhead: arranged.ahead,
		filter,
		doubts: state => arranged.read(state).doubts,
		rows,
		keys,
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
			return by === 'health' && !isReversed ? worthKnowing(state)[index] ?? 0 : 0;
		},
		counts: memoize((state: State) => [shown(state)], ([inventory]) => countStates(inventory)),
		fitted(state, width) {
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
		changesSinceHeld: state => state.view.held === undefined ? 0 : countChanges(state.view.held.inventory, state.fleet.inventory),
		allEvents,
		eventFilter,
		events: events.read,
	};
}

function isSameFit(one: readonly FittedColumn[], other: readonly FittedColumn[]): boolean {
	return one.length === other.length && one.every(({column, width, hasTitle}, index) => {
		const others = other[index];
		return column === others?.column && width === others.width && hasTitle === others.hasTitle;
	});
}

/** Computing the row of an event takes longer than matching it. */
const eventsPerSlice = 4;

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
