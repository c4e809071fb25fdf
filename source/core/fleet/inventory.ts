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

/**
An instance, and what the program itself has seen of it over the polls. `history` holds its transitions, oldest first;
`odd` holds its present oddities by their id, each with the time it began.
*/
export type Tracked = {
	readonly instance: Instance;
	readonly since: Since;
	readonly appeared: Since;
	readonly history: readonly Transition[];
	readonly odd: ReadonlyMap<string, Since>;
	/** Time at which it was found missing from the list, if it was. Its row stays for a minute, so that a person can see that it vanished. */
	readonly gone: number | undefined;
};

/**
All instances as the last good answers listed them. `at` has the time of each account's last answer,
`changes` the fields that changed within the last minute.
*/
export type Inventory = {
	readonly at: ReadonlyMap<AccountId, number>;
	readonly tracked: ReadonlyMap<InstanceKey, Tracked>;
	readonly changes: Changes;
};

export const emptyInventory: Inventory = {at: new Map(), tracked: new Map(), changes: new Map()};

/** Time for which a vanished instance stays in the inventory. */
const goneFor = 60_000;

/** Inventory after a snapshot, and the transitions that the snapshot made. */
export type Folded = {
	readonly inventory: Inventory;
	readonly transitions: readonly Transition[];
};

/**
Folds a snapshot of one account into the inventory. What did not change keeps its identity. The first snapshot of an account makes
no transitions, and the states it shows began before the program could see them. An item that was rejected has not vanished.
*/
export function foldSnapshot(inventory: Inventory, snapshot: Snapshot): Folded {
	return runAtOnce(foldInSlices(inventory, snapshot));
}

/** Number of instances in a slice: folding so many that did not change takes a few milliseconds. */
const sliceLength = 2000;

/** Does the same as `foldSnapshot`, with a stop before each slice of the instances. */
export function * foldInSlices(inventory: Inventory, snapshot: Snapshot): Slices<Folded> {
	const {account, at} = snapshot;
	const isFirst = !inventory.at.has(account);
	const tracked = new Map<InstanceKey, Tracked>();
	const transitions: Transition[] = [];
	const changed: InstanceKey[] = [];
	const listed = new Set(snapshot.instances.map(instance => instance.key));
	const rejected = new Set(snapshot.rejected.map(item => item.name));

	for (const [key, previous] of inventory.tracked) {
		if (previous.instance.account !== account || listed.has(key)) {
			tracked.set(key, previous);
		} else if (rejected.has(previous.instance.name)) {
			tracked.set(key, previous.gone === undefined ? previous : {...previous, gone: undefined});
		} else if (previous.gone === undefined || at - previous.gone < goneFor) {
			tracked.set(key, previous.gone === undefined ? {...previous, gone: at} : previous);
		}
	}

	for (const [index, instance] of snapshot.instances.entries()) {
		if (index % sliceLength === 0) {
			yield;
		}

		const previous = tracked.get(instance.key);
		const next = previous === undefined ? startTracking(instance, {at, isExact: !isFirst}) : updateTracked(previous, instance, at);
		const transition = next === previous ? undefined : next.history.at(-1);
		if (transition !== undefined && transition !== previous?.history.at(-1)) {
			transitions.push(transition);
		}

		if (next !== previous) {
			changed.push(instance.key);
		}

		tracked.set(instance.key, next);
	}

	return {
		inventory: {
			at: new Map(inventory.at).set(account, at),
			tracked,
			changes: foldChanges(inventory.changes, {before: inventory.tracked, after: tracked, changed}, at),
		},
		transitions,
	};
}

/**
Moves the times of the inventory by a jump of the clock, `by` milliseconds, except those of past transitions. After the machine slept
or its clock was set, no state has lasted longer than the program was awake to see it, and of that time only a lower bound is known.
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

function startTracking(instance: Instance, appeared: Since): Tracked {
	const since = {at: appeared.at, isExact: false};
	return {
		instance, since, appeared, history: [], odd: updateOddities(instance, new Map(), since), gone: undefined,
	};
}

function updateTracked(previous: Tracked, instance: Instance, at: number): Tracked {
	const former = previous.instance;
	if (isSameState(former.state, instance.state)) {
		const isSame = previous.gone === undefined && (former === instance || isSameWire(former.wire, instance.wire));
		return isSame
			? previous
			: {
				...previous, instance, odd: updateOddities(instance, previous.odd, {at, isExact: true}), gone: undefined,
			};
	}

	const transition: Transition = {
		key: instance.key, name: instance.name, at, from: former.state, to: instance.state, formerSince: previous.since,
	};
	return {
		...previous,
		instance,
		since: {at, isExact: true},
		history: [...previous.history.slice(1 - longestHistory), transition],
		odd: updateOddities(instance, previous.odd, {at, isExact: true}),
		gone: undefined,
	};
}

/** Finds the present oddities; one that was there before keeps its time. */
function updateOddities(instance: Instance, previous: ReadonlyMap<string, Since>, since: Since): ReadonlyMap<string, Since> {
	return new Map(oddOf(instance).map(({id}) => [id, previous.get(id) ?? since]));
}
