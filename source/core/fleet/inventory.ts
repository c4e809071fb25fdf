import type {AccountId, Instance, InstanceKey} from '../instance/instance.js';
import {findOddities} from '../instance/oddities.js';
import type {Slices} from '../polling/slices.js';
import type {Snapshot} from '../instance/snapshot.js';
import {isSameWire} from '../json/wire.js';
import {
	addLook,
	lastLook,
	type Coverage,
	type Look,
} from './coverage.js';
import {
	beganAt,
	isCloseSlack,
	lastedUntil,
	steadySince,
	type Since,
} from './since.js';
import {isSameState, longestHistory, type Transition} from './transitions.js';
import {foldChanges, type Changes} from './recent-changes.js';

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
	/** The last look that showed it, where that is not the last look at its account: it is gone, or its item cannot be read. */
	readonly lastSeen: number | undefined;
};

/**
All instances as the last good answers listed them. `coverage` has the times at which each account was watched,
`changes` the fields that changed within the last minute.
*/
export type Inventory = {
	readonly coverage: ReadonlyMap<AccountId, Coverage>;
	readonly tracked: ReadonlyMap<InstanceKey, Tracked>;
	readonly changes: Changes;
};

export const emptyInventory: Inventory = {coverage: new Map(), tracked: new Map(), changes: new Map()};

/** Time of the last good answer of an account; `undefined` before its first. */
export function lookedAt({coverage}: Pick<Inventory, 'coverage'>, account: AccountId): number | undefined {
	const found = coverage.get(account);
	return found === undefined ? undefined : lastLook(found);
}

/** Time from which on an instance was seen in its state without a hole. */
export function steadyIn({coverage}: Pick<Inventory, 'coverage'>, {instance: {account}, since}: Tracked): number {
	const found = coverage.get(account);
	return found === undefined ? since.at : steadySince(since, found);
}

/** Time for which a vanished instance stays in the inventory. */
const goneFor = 60_000;

/** Inventory after a snapshot, and the transitions that the snapshot made. */
export type Folded = {
	readonly inventory: Inventory;
	readonly transitions: readonly Transition[];
};

/** One look at an account, with its coverage before and after. */
type LookContext = {
	readonly look: Look;
	readonly before: Coverage | undefined;
	readonly after: Coverage;
};

/** Number of instances in a slice: folding so many that did not change takes a few milliseconds. */
const sliceLength = 2000;

/**
Folds a snapshot of one account into the inventory, with a stop before each slice of the instances. What did not change keeps its
identity. The first snapshot of an account makes no transitions, and the states it shows began before the program could see them.
An item that was rejected has not vanished.
*/
export function * foldSnapshot(inventory: Inventory, snapshot: Snapshot, look: Look): Slices<Folded> {
	const {account} = snapshot;
	const before = inventory.coverage.get(account);
	const context: LookContext = {look, before, after: addLook(before, look)};
	const tracked = keepOthers(inventory, snapshot, context);
	const transitions: Transition[] = [];
	const changed: InstanceKey[] = [];

	for (const [index, instance] of snapshot.instances.entries()) {
		if (index % sliceLength === 0) {
			yield;
		}

		const previous = tracked.get(instance.key);
		const next = previous === undefined ? startTracking(instance, context) : updateTracked(previous, instance, context);
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
			coverage: new Map(inventory.coverage).set(account, context.after),
			tracked,
			changes: foldChanges(inventory.changes, {before: inventory.tracked, after: tracked, changed}, look.at),
		},
		transitions,
	};
}

/**
Keeps the instances that the snapshot does not list: those of other accounts, those that could not be read,
and for a minute those that vanished.
*/
function keepOthers({tracked}: Inventory, snapshot: Snapshot, {look: {at}, before}: LookContext): Map<InstanceKey, Tracked> {
	const {account, instances, rejected} = snapshot;
	const kept = new Map<InstanceKey, Tracked>();
	const listed = new Set(instances.map(({key}) => key));
	const unread = new Set(rejected.map(({name}) => name));
	for (const [key, previous] of tracked) {
		const {instance, gone} = previous;
		const lastSeen = previous.lastSeen ?? (before && lastLook(before));
		if (instance.account !== account || listed.has(key)) {
			kept.set(key, previous);
		} else if (unread.has(instance.name)) {
			kept.set(key, gone === undefined && previous.lastSeen !== undefined ? previous : {...previous, gone: undefined, lastSeen});
		} else if (gone === undefined) {
			kept.set(key, {...previous, gone: at, lastSeen});
		} else if (at - gone < goneFor) {
			kept.set(key, previous);
		}
	}

	return kept;
}

function startTracking(instance: Instance, {look, before, after: {era}}: LookContext): Tracked {
	const since = beganAt(look, era, undefined);
	return {
		instance,
		since,
		appeared: beganAt(look, era, before?.era === era ? lastLook(before) : undefined),
		history: [],
		odd: updateOddities(instance, new Map(), since),
		gone: undefined,
		lastSeen: undefined,
	};
}

function updateTracked(previous: Tracked, instance: Instance, context: LookContext): Tracked {
	const {look, before, after: {era}} = context;
	const former = previous.instance;
	const lastSeen = previous.lastSeen ?? (before && lastLook(before));
	const began = beganAt(look, era, before?.era === era ? lastSeen : undefined);
	if (isSameState(former.state, instance.state)) {
		const isListed = previous.gone === undefined && previous.lastSeen === undefined;
		return isListed && (former === instance || isSameWire(former.wire, instance.wire))
			? previous
			: {
				...previous, instance, odd: updateOddities(instance, previous.odd, began), gone: undefined, lastSeen: undefined,
			};
	}

	return {
		...previous,
		instance,
		since: began,
		history: [...previous.history.slice(1 - longestHistory), transitionOf(previous, instance, context)],
		odd: updateOddities(instance, previous.odd, began),
		gone: undefined,
		lastSeen: undefined,
	};
}

function transitionOf(previous: Tracked, {key, name, state: to}: Instance, {look, before, after}: LookContext): Transition {
	const {instance: {state}, since} = previous;
	const lastSeen = previous.lastSeen ?? (before === undefined ? look.at : lastLook(before));
	return {
		key,
		name,
		at: look.at,
		isExact: before?.era === after.era && isCloseSlack(look.at - lastSeen, look.interval),
		era: after.era,
		to,
		former: {state, since, to: lastSeen},
		lasted: lastedUntil(since, {coverage: before ?? after, lastSeen, look}),
	};
}

/** Finds the present oddities; one that was there before keeps its time. */
function updateOddities(instance: Instance, previous: ReadonlyMap<string, Since>, since: Since): ReadonlyMap<string, Since> {
	return new Map(findOddities(instance).map(({id}) => [id, previous.get(id) ?? since]));
}
