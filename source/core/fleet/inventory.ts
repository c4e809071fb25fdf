import type {AccountId, Instance, InstanceKey} from '../instance/instance.js';
import type {Snapshot} from '../instance/snapshot.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import {
	eraStart,
	lastLook,
	type Coverage,
	type Look,
} from './seen/coverage.js';
import {follow} from './follow.js';
import type {Shares} from './past/shares.js';
import {foldChanges, type Changes} from './recent-changes.js';
import {lastSeenAt, ownCoverage} from './seen/own-coverage.js';
import {beganAt, steadySince} from './seen/since.js';
import {
	lastSeenOf,
	leaveUnread,
	lookContext,
	startTracking,
	updateTracked,
	type LookContext,
	type Tracked,
} from './tracked.js';
import type {Transition} from './transitions.js';

/**
All instances as the last good answers listed them. `coverage` has the times at which each account was watched,
`changes` the fields that changed within the last minute, `shares` what the memory told last, where it was asked.
*/
export type Inventory = {
	readonly coverage: ReadonlyMap<AccountId, Coverage>;
	readonly tracked: ReadonlyMap<InstanceKey, Tracked>;
	readonly changes: Changes;
	readonly shares: ReadonlyMap<AccountId, ReadonlyMap<InstanceKey, Shares>>;
};

export const emptyInventory: Inventory = {
	coverage: new Map(), tracked: new Map(), changes: new Map(), shares: new Map(),
};

/** The shares of an instance, as the memory told them last. */
export function sharesIn({shares}: Pick<Inventory, 'shares'>, {key, account}: Pick<Instance, 'key' | 'account'>): Shares | undefined {
	return shares.get(account)?.get(key);
}

/** Time of the last good answer of an account; `undefined` before its first. */
export function lookedAt({coverage}: Pick<Inventory, 'coverage'>, account: AccountId): number | undefined {
	const found = coverage.get(account);
	return found === undefined ? undefined : lastLook(found);
}

/** Time from which on an instance was seen in its state without a hole. */
export function steadyIn({coverage}: Pick<Inventory, 'coverage'>, tracked: Tracked): number {
	const {instance: {account}, since} = tracked;
	const found = coverage.get(account);
	return found === undefined ? since.at : steadySince(since, ownCoverage(tracked, found));
}

/** Time of the last look that showed an instance; `undefined` where its account was not looked at. */
export function lastSeenIn({coverage}: Pick<Inventory, 'coverage'>, tracked: Tracked): number | undefined {
	const found = coverage.get(tracked.instance.account);
	return found && lastSeenAt(tracked, found);
}

/** Time for which a vanished instance stays in the inventory. */
const goneFor = 60_000;

/** Inventory after a snapshot, and the transitions that the snapshot made. */
export type Folded = {
	readonly inventory: Inventory;
	readonly transitions: readonly Transition[];
};

/** Number of instances in a slice: folding so many takes a few milliseconds, also where all of them have changed. */
const sliceLength = 200;

/**
Folds a snapshot of one account into the inventory, with a stop before each slice of the instances. What did not change keeps its
identity. The first snapshot of an account makes no transitions, and the states it shows began before the program could see them.
An instance whose item was rejected has not vanished.

@yields Nothing.
*/
export function * foldSnapshot(inventory: Inventory, snapshot: Snapshot, look: Look): Slices<Folded> {
	const {account} = snapshot;
	const before = inventory.coverage.get(account);
	const context = lookContext(look, before);
	const {keys, unread} = yield * follow(inventory.tracked, snapshot);
	const instances = keys.size === 0 ? snapshot.instances : snapshot.instances.map(instance => withKey(instance, keys.get(instance)));
	const tracked = yield * keepOthers(inventory, {account, listed: new Set(instances.map(({key}) => key)), unread}, context);
	const transitions: Transition[] = [];
	const changed: InstanceKey[] = [];

	for (const [index, instance] of instances.entries()) {
		if (index % sliceLength === 0) {
			yield;
		}

		const previous = tracked.get(instance.key);
		const next = previous === undefined ? startTracking(instance, context) : updateTracked(previous, instance, context);
		const transition = next === previous ? undefined : next.history.latest;
		if (transition !== undefined && transition !== previous?.history.latest) {
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
			changes: yield * foldChanges(inventory.changes, {before: inventory.tracked, after: tracked, changed}, {account, at: look.at}),
			shares: inventory.shares,
		},
		transitions,
	};
}

function withKey(instance: Instance, key: InstanceKey | undefined): Instance {
	return key === undefined ? instance : {...instance, key};
}

/** One answer of an account: the keys of the instances that it lists, and of those whose item could not be read. */
type Answer = {
	readonly account: AccountId;
	readonly listed: ReadonlySet<InstanceKey>;
	readonly unread: ReadonlySet<InstanceKey>;
};

/**
Keeps the instances that the answer does not list: those of other accounts, those that could not be read,
and for a minute those that vanished.

@yields Nothing.
*/
function * keepOthers({tracked}: Inventory, {account, listed, unread}: Answer, context: LookContext): Slices<Map<InstanceKey, Tracked>> {
	const kept = new Map<InstanceKey, Tracked>();
	yield * takeInSlices(tracked, sliceLength, ([key, previous]) => {
		const isOther = previous.instance.account !== account || listed.has(key);
		const next = isOther ? previous : (unread.has(key) ? leaveUnread(previous, context) : leaveOut(previous, context));
		if (next !== undefined) {
			kept.set(key, next);
		}
	});
	return kept;
}

/** An instance that the list does not have any more; `undefined` a minute after it vanished. */
function leaveOut(previous: Tracked, {look, before, after}: LookContext): Tracked | undefined {
	const {at} = look;
	const {era} = after;
	const {gone} = previous;
	if (gone === undefined) {
		const lastSeen = lastSeenOf(previous, before);
		return {
			...previous, gone: at, goneSince: beganAt(look, era, lastSeen?.era === era ? lastSeen.at : undefined), lastSeen,
		};
	}

	return at - (previous.goneSince?.era === era ? gone : eraStart(after)) < goneFor ? previous : undefined;
}
