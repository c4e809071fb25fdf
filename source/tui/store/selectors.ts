import {actionsForPeople} from '../../core/instance/action.js';
import {defaultColumns} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import type {ClockTime} from '../../core/text/clock-time.js';
import {countStates, type Counts} from '../../core/fleet/counts.js';
import {coarseStep} from '../../core/text/duration.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
import {createMatcher} from '../../core/filter/match.js';
import {parseFilter, type Filter} from '../../core/filter/parse.js';
import {
	fitColumns,
	measureColumns,
	type FittedColumn,
	type NaturalWidths,
} from '../../core/columns/fit.js';
import type {Instance, InstanceKey} from '../../core/instance/instance.js';
import type {Inventory, Tracked} from '../../core/fleet/inventory.js';
import {
	factsOf,
	rowValidUntil,
	rowOf,
	type Facts,
	type Row,
} from '../../core/fleet/row.js';
import type {Change} from '../../core/fleet/recent-changes.js';
import type {Subject} from '../../core/sections/section.js';
import type {Symbols} from '../../core/screen/symbols.js';
import type {Slices} from '../../core/polling/slices.js';
import type {Sort} from '../../core/columns/sort.js';
import {indexIn, type GridFilter} from '../../core/view/view-state.js';
import {memoize} from './memoize.js';
import {createIncrementalSort} from './incremental-sort.js';
import type {State} from './store.js';

/** What is computed from the facts, remembered as long as the facts it comes from stay the same. */
export type Selectors = {
	readonly shown: (state: State) => Inventory;
	/** Makes the rows of an inventory before they are asked for, a few milliseconds' worth after each step. */
	readonly rowsAhead: (inventory: Inventory, acknowledged: State['view']['acknowledged']) => Slices<void>;
	readonly filter: (state: State) => Filter;
	/** The rows of the grid: those that the filter lets through, in the order of the screen. */
	readonly rows: (state: State) => readonly Row[];
	readonly keys: (state: State) => readonly InstanceKey[];
	readonly selected: (state: State) => Row | undefined;
	/** What the detail tells of: the selected instance, at a time. */
	readonly subject: (state: State, now: number, time: ClockTime) => Subject | undefined;
	readonly counts: (state: State) => Counts;
	/** The columns as they stand in a grid of so many cells; the same ones until the width or a column changes. */
	readonly fitted: (state: State, width: number) => readonly FittedColumn[];
	readonly waiting: (state: State) => number;
	readonly eventFilter: (state: State) => Filter;
	readonly events: (state: State) => readonly MonitorEvent[];
};

export function createSelectors(symbols: Symbols, columns: readonly Column[] = defaultColumns): Selectors {
	const facts = new WeakMap<Instance, Facts>();
	const former = new WeakMap<Tracked, {readonly row: Row; readonly from: number; readonly until: number}>();
	const isMatch = createMatcher();
	let lastMeasured: {readonly sort: Sort; readonly rows: WeakSet<Row>; readonly widths: NaturalWidths} | undefined;
	let lastFit: {readonly natural: NaturalWidths; readonly width: number; readonly columns: readonly FittedColumn[]} | undefined;

	const factsFor = (instance: Instance) => {
		const found = facts.get(instance) ?? factsOf(instance);
		facts.set(instance, found);
		return found;
	};

	const rowFor = (tracked: Tracked, now: number, isAcknowledged: boolean) => {
		const before = former.get(tracked);
		if (before?.row.isAcknowledged === isAcknowledged && now >= before.from && now < before.until) {
			return before.row;
		}

		const made = rowOf(tracked, factsFor(tracked.instance), {now, isAcknowledged});
		const row = before !== undefined && isSameRow(before.row, made) ? before.row : made;
		former.set(tracked, {row, from: now, until: rowValidUntil(made, now)});
		return row;
	};

	const shown = (state: State) => state.view.held?.inventory ?? state.inventory;
	const rowIn = ({at}: Inventory, tracked: Tracked, acknowledged: State['view']['acknowledged']) => {
		const {account, key} = tracked.instance;
		return rowFor(tracked, at.get(account) ?? 0, acknowledged.get(key) === tracked.since.at);
	};

	const fleet = memoize((state: State) => [shown(state), state.view.acknowledged], ([inventory, acknowledged]) => inventory.tracked.values().map(tracked => rowIn(inventory, tracked, acknowledged)).toArray());
	const filter = memoize((state: State) => [state.view.filter.text], ([text]) => parseFilter(text));
	const matching = memoize((state: State) => [fleet(state), filter(state), state.view.filter, shown(state).at], ([all, parsed, chosen, at]) => all.filter(row => isChosen(row, chosen) && isMatch(parsed, row, at.get(row.tracked.instance.account) ?? 0)));
	const sorted = createIncrementalSort();
	const rows = memoize((state: State) => [matching(state), state.view.sort], ([found, sort]) => sorted(found, sort));
	const keys = memoize((state: State) => [rows(state)], ([all]) => all.map(row => row.tracked.instance.key));
	const widths = memoize((state: State) => [fleet(state), state.view.sort], ([all, sort]) => {
		// A new sort moves everything anyway: the time to give back what no row needs any more.
		const last = lastMeasured?.sort === sort ? lastMeasured : undefined;
		const measured = last?.rows ?? new WeakSet<Row>();
		const fresh = all.filter(row => !measured.has(row));
		for (const row of fresh) {
			measured.add(row);
		}

		lastMeasured = {sort, rows: measured, widths: measureColumns(columns, fresh, symbols, last?.widths)};
		return lastMeasured.widths;
	});
	const eventFilter = memoize((state: State) => [state.view.events.filter], ([text]) => parseFilter(text));
	const selected = (state: State) => {
		const {place, kept, selection: {key}} = state.view;
		const row = rows(state)[indexIn(keys(state), key)];
		if (place !== 'detail' || row?.tracked.instance.key === key) {
			return row;
		}

		// The detail keeps to its instance, whether or not the filter or the list still has it.
		const found = fleet(state).find(({tracked}) => tracked.instance.key === key);
		return found ?? (kept === undefined || kept.tracked.instance.key !== key ? row : rowFor(kept.tracked, shown(state).at.get(kept.tracked.instance.account) ?? 0, false));
	};

	return {
		shown,
		* rowsAhead(inventory, acknowledged) {
			let made = 0;
			for (const tracked of inventory.tracked.values()) {
				rowIn(inventory, tracked, acknowledged);
				made += 1;
				if (made % madeAtOnce === 0) {
					yield;
				}
			}
		},
		filter,
		rows,
		keys,
		selected,
		subject(state, now, time) {
			const row = selected(state);
			if (row === undefined) {
				return undefined;
			}

			const {account, key} = row.tracked.instance;
			const {at, changes} = shown(state);
			return {
				tracked: row.tracked, facts: row.facts, changes: changes.get(key) ?? noChanges, polledAt: at.get(account) ?? 0, now, time,
			};
		},
		counts: memoize((state: State) => [shown(state)], ([inventory]) => countStates(inventory)),
		fitted(state, width) {
			const natural = widths(state);
			if (lastFit?.natural !== natural || lastFit.width !== width) {
				lastFit = {natural, width, columns: fitColumns(columns, natural, width)};
			}

			return lastFit.columns;
		},
		waiting: state => state.view.held === undefined ? 0 : countChanges(state.view.held.inventory, state.inventory),
		eventFilter,
		events: memoize((state: State) => [state.log, eventFilter(state)], ([{events}, parsed]) => parsed.terms.length === 0
			? events
			: events.filter(event => event.kind === 'instance' && isMatch(parsed, rowOf(event.tracked, factsFor(event.tracked.instance), {now: event.at, isAcknowledged: false}), event.at))),
	};
}

/** So many rows are made in a few milliseconds. */
const madeAtOnce = 200;

const noChanges: ReadonlyMap<string, Change> = new Map();

function isChosen(row: Row, {state, isActionOnly}: GridFilter): boolean {
	const {kind} = row.tracked.instance.state;
	return (state === undefined || state === kind) && (!isActionOnly || isForAPerson(row));
}

function isForAPerson({action, tracked}: Row): boolean {
	return tracked.gone === undefined && actionsForPeople.includes(action);
}

/** A row that looks the same keeps its identity, so that it need not be drawn again. */
function isSameRow(one: Row, other: Row): boolean {
	return one.isStuck === other.isStuck
		&& one.isFlapping === other.isFlapping
		&& one.isFresh === other.isFresh
		&& one.isNew === other.isNew
		&& one.isAcknowledged === other.isAcknowledged
		&& coarseStep(one.lasted) === coarseStep(other.lasted);
}

function countChanges(held: Inventory, present: Inventory): number {
	let changes = 0;
	for (const [key, tracked] of present.tracked) {
		const before = held.tracked.get(key);
		changes += before === undefined ? 1 : Math.max(0, tracked.history.length - before.history.length) + Number(before.gone !== tracked.gone);
	}

	for (const key of held.tracked.keys()) {
		changes += Number(!present.tracked.has(key));
	}

	return changes;
}
