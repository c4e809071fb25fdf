import {countStates, type Counts} from '../core/counts.js';
import {describeCoarsely} from '../core/duration.js';
import {measureColumns, type NaturalWidths} from '../core/fit-columns.js';
import type {Instance, InstanceKey} from '../core/instance.js';
import type {Inventory, Tracked} from '../core/inventory.js';
import {
	factsOf,
	rowOf,
	type Facts,
	type Row,
} from '../core/row.js';
import type {Signs} from '../core/signs.js';
import {sortRows} from '../core/sort.js';
import {indexIn} from '../core/view-state.js';
import type {State} from './store.js';

/** What is computed from the facts, remembered as long as the facts it comes from stay the same. */
export type Derived = {
	readonly shown: (state: State) => Inventory;
	readonly rows: (state: State) => readonly Row[];
	readonly keys: (state: State) => readonly InstanceKey[];
	readonly selected: (state: State) => Row | undefined;
	readonly counts: (state: State) => Counts;
	readonly widths: (state: State) => NaturalWidths;
	readonly waiting: (state: State) => number;
};

export function createDerived(signs: Signs): Derived {
	const facts = new WeakMap<Instance, Facts>();
	const former = new WeakMap<Tracked, Row>();
	let lastWidths: NaturalWidths | undefined;

	const factsFor = (instance: Instance) => {
		const known = facts.get(instance) ?? factsOf(instance);
		facts.set(instance, known);
		return known;
	};

	const rowFor = (tracked: Tracked, now: number) => {
		const row = rowOf(tracked, factsFor(tracked.instance), {now, isKnown: false});
		const known = former.get(tracked);
		if (known !== undefined && isSameRow(known, row)) {
			return known;
		}

		former.set(tracked, row);
		return row;
	};

	const shown = (state: State) => state.view.held?.inventory ?? state.inventory;
	const rows = remember(shown, inventory => sortRows(inventory.tracked.values().map(tracked => rowFor(tracked, inventory.at.get(tracked.instance.account) ?? 0)).toArray()));
	const keys = remember(rows, all => all.map(row => row.tracked.instance.key));
	return {
		shown,
		rows,
		keys,
		selected(state) {
			const all = rows(state);
			return all[indexIn(keys(state), state.view.selection.key)];
		},
		counts: remember(shown, inventory => countStates(inventory)),
		widths: remember(rows, all => {
			lastWidths = measureColumns(all, signs, lastWidths);
			return lastWidths;
		}),
		waiting: state => state.view.held === undefined ? 0 : countChanges(state.view.held.inventory, state.inventory),
	};
}

/** A row that looks the same keeps its identity, so that it need not be drawn again. */
function isSameRow(one: Row, other: Row): boolean {
	return one.isStuck === other.isStuck
		&& one.isFlapping === other.isFlapping
		&& one.isFresh === other.isFresh
		&& one.isNew === other.isNew
		&& one.isKnown === other.isKnown
		&& describeCoarsely(one.lasted) === describeCoarsely(other.lasted);
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

function remember<Input extends WeakKey, Output>(input: (state: State) => Input, compute: (input: Input) => Output): (state: State) => Output {
	let last: {readonly input: Input; readonly output: Output} | undefined;
	return state => {
		const present = input(state);
		if (last?.input !== present) {
			last = {input: present, output: compute(present)};
		}

		return last.output;
	};
}
