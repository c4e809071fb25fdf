import type {AccountId, Instance, InstanceKey} from '../instance/instance.js';
import {oddOf} from '../instance/oddities.js';
import {runAtOnce, type Slices} from '../polling/slices.js';
import type {Snapshot} from '../instance/snapshot.js';
import {isSameWire} from '../json/wire.js';
import {
	isSameState,
	longestHistory,
	type Since,
	type Transition,
} from './transitions.js';
import {foldChanges, shiftChanges, type Changes} from './recent-changes.js';

/** An instance, and what the program itself has seen of it over the polls. `history` holds its changes of state, oldest first; `odd` what is odd about it now, by the oddity's id, and since when. */
export type Tracked = {
	readonly instance: Instance;
	readonly since: Since;
	readonly appeared: Since;
	readonly history: readonly Transition[];
	readonly odd: ReadonlyMap<string, Since>;
	/** When it was found missing from the list, if it was. It stays for a while, so that nobody wonders where a row went. */
	readonly gone: number | undefined;
};

/** The fleet as the last good answers told it. `at` is when each account's last one came, `changes` what was different a short while ago. */
export type Inventory = {
	readonly at: ReadonlyMap<AccountId, number>;
	readonly tracked: ReadonlyMap<InstanceKey, Tracked>;
	readonly changes: Changes;
};

export const emptyInventory: Inventory = {at: new Map(), tracked: new Map(), changes: new Map()};

/** How long a vanished instance stays in the list. */
const goneStays = 60_000;

export type Folded = {
	readonly inventory: Inventory;
	readonly transitions: readonly Transition[];
};

/**
Folds a snapshot of one account into the inventory. What did not change keeps its identity. The first snapshot of an account creates no transition, and what it shows began before the program could see it; an item that was rejected has not vanished.
*/
export function foldSnapshot(inventory: Inventory, snapshot: Snapshot): Folded {
	return runAtOnce(foldInSlices(inventory, snapshot));
}

/** So many instances that did not change are folded in a few milliseconds. */
const foldedAtOnce = 2000;

/** The same, a slice of the instances after each step. */
export function * foldInSlices(inventory: Inventory, snapshot: Snapshot): Slices<Folded> {
	const {account, at} = snapshot;
	const isFirst = !inventory.at.has(account);
	const tracked = new Map<InstanceKey, Tracked>();
	const transitions: Transition[] = [];
	const changed: InstanceKey[] = [];
	const listed = new Set(snapshot.instances.map(instance => instance.key));
	const rejected = new Set(snapshot.rejected.map(item => item.name));

	for (const [key, known] of inventory.tracked) {
		if (known.instance.account !== account || listed.has(key)) {
			tracked.set(key, known);
		} else if (rejected.has(known.instance.name)) {
			tracked.set(key, known.gone === undefined ? known : {...known, gone: undefined});
		} else if (known.gone === undefined || at - known.gone < goneStays) {
			tracked.set(key, known.gone === undefined ? {...known, gone: at} : known);
		}
	}

	for (const [index, instance] of snapshot.instances.entries()) {
		if (index % foldedAtOnce === 0) {
			yield;
		}

		const known = tracked.get(instance.key);
		const next = known === undefined ? begin(instance, {at, isExact: !isFirst}) : follow(known, instance, at);
		const transition = next === known ? undefined : next.history.at(-1);
		if (transition !== undefined && transition !== known?.history.at(-1)) {
			transitions.push(transition);
		}

		if (next !== known) {
			changed.push(instance.key);
		}

		tracked.set(instance.key, next);
	}

	return {
		inventory: {at: new Map(inventory.at).set(account, at), tracked, changes: foldChanges(inventory.changes, {before: inventory.tracked, after: tracked, changed}, at)},
		transitions,
	};
}

/**
Takes a jump of the clock out of the inventory, all but the times of past changes: after the machine slept, or its clock was set, nothing has lasted longer than the program was awake to see. What had begun is known from below only.
*/
export function shiftInventory(inventory: Inventory, by: number): Inventory {
	const shift = ({at}: Since): Since => ({at: at + by, isExact: false});
	return {
		at: new Map(inventory.at.entries().map(([account, at]) => [account, at + by])),
		tracked: new Map(inventory.tracked.entries().map(([key, tracked]) => [key, {
			...tracked,
			since: shift(tracked.since),
			appeared: shift(tracked.appeared),
			odd: new Map(tracked.odd.entries().map(([id, since]) => [id, shift(since)])),
			gone: tracked.gone === undefined ? undefined : tracked.gone + by,
		}])),
		changes: shiftChanges(inventory.changes, by),
	};
}

function begin(instance: Instance, since: Since): Tracked {
	return {
		instance, since: {at: since.at, isExact: false}, appeared: since, history: [], odd: followOddities(instance, new Map(), {at: since.at, isExact: false}), gone: undefined,
	};
}

function follow(known: Tracked, instance: Instance, at: number): Tracked {
	const former = known.instance;
	if (isSameState(former.state, instance.state)) {
		const isSame = known.gone === undefined && (former === instance || isSameWire(former.wire, instance.wire));
		return isSame
			? known
			: {
				...known, instance, odd: followOddities(instance, known.odd, {at, isExact: true}), gone: undefined,
			};
	}

	const transition: Transition = {
		key: instance.key, name: instance.name, at, from: former.state, to: instance.state, formerSince: known.since,
	};
	return {
		...known,
		instance,
		since: {at, isExact: true},
		history: [...known.history.slice(1 - longestHistory), transition],
		odd: followOddities(instance, known.odd, {at, isExact: true}),
		gone: undefined,
	};
}

/** What is odd now: what was so before keeps its time. */
function followOddities(instance: Instance, former: ReadonlyMap<string, Since>, since: Since): ReadonlyMap<string, Since> {
	return new Map(oddOf(instance).map(({id}) => [id, former.get(id) ?? since]));
}
