import {instanceKey, type Instance, type InstanceKey} from '../instance/instance.js';
import {identityOf, type Identity} from '../instance/raw-text.js';
import type {RejectedItem, Snapshot} from '../instance/snapshot.js';
import {
	filterInSlices,
	mapInSlices,
	takeInSlices,
	type Slices,
} from '../polling/slices.js';
import type {Tracked} from './tracked.js';

/** How the tracked instances of an account are found again in its next answer. */
export type Followed = {
	/** The key under which an instance of the answer is tracked, where it is not the one that it came with. */
	readonly keys: ReadonlyMap<Instance, InstanceKey>;
	/** Keys of those that the answer has, but whose item could not be read. */
	readonly unread: ReadonlySet<InstanceKey>;
};

const nothingToFollow: Followed = {keys: new Map(), unread: new Set()};

/** An instance, and what it is recognised by. */
type Candidate = Identity & {readonly instance: Instance; readonly isGone: boolean};

/** A sign by which an instance is recognised, as a text to compare; `undefined` where it has none. */
type Sign = (candidate: Candidate) => string | undefined;

const bothOf: Sign = ({id, name}) => id === '' ? undefined : JSON.stringify([id, name]);
const idOf: Sign = ({id}) => id === '' ? undefined : id;
const nameOf: Sign = ({name}) => name === '' ? undefined : name;
const andState = (sign: Sign): Sign => candidate => {
	const text = sign(candidate);
	const {kind, text: word} = candidate.instance.state;
	return text === undefined ? undefined : JSON.stringify([text, kind, word]);
};

/** The signs, the strongest first. Where several instances have one, those of the same state belong together. */
const signs: readonly Sign[] = [bothOf, idOf, nameOf].flatMap(sign => [andState(sign), sign]);

/**
Follows the instances of an account from the tracked ones to those of its next answer: by id, or else by name, since names are unique in an
account. So an instance stays the same when its id changes, when it is renamed, and when another one gets its id. The order of the answer
means nothing.

@yields Nothing.
*/
export function * follow(tracked: ReadonlyMap<InstanceKey, Tracked>, {account, instances, rejected}: Snapshot): Slices<Followed> {
	const known = new Set<InstanceKey>();
	const strangers: Instance[] = [];
	yield * takeInSlices(instances, perSlice, instance => {
		const found = tracked.get(instance.key)?.instance;
		if (found !== undefined && (found === instance || isSameIdentity(found, instance))) {
			known.add(instance.key);
		} else {
			strangers.push(instance);
		}
	});
	const isMissing = ({instance}: Tracked) => instance.account === account && !known.has(instance.key);
	const unmatched = yield * filterInSlices(tracked.values(), perSlice, isMissing);
	const missing = yield * mapInSlices(unmatched, perSlice, ({instance, gone}) => candidateOf(instance, gone !== undefined));
	if (missing.length === 0 && strangers.every(({key}) => !tracked.has(key))) {
		return nothingToFollow;
	}

	const named = findNamed(missing, rejected);
	const {keys, left, unfollowed} = yield * claim(strangers, missing.filter(({instance}) => !named.has(instance.key)));
	const used = new Set(tracked.keys());
	for (const instance of unfollowed) {
		const key = freeKey(instance, used);
		used.add(key);
		if (key !== instance.key) {
			keys.set(instance, key);
		}
	}

	return {keys, unread: named.union(findNameless(left, rejected))};
}

/** Number of instances in a slice: a sign of so many is made within a few milliseconds. */
const perSlice = 500;

function candidateOf(instance: Instance, isGone = false): Candidate {
	return {...identityOf(instance), instance, isGone};
}

function isSameIdentity(one: Instance, other: Instance): boolean {
	const [{id, name}, {id: otherId, name: otherName}] = [identityOf(one), identityOf(other)];
	return id === otherId && name === otherName;
}

/** The missing instances that a rejected item names, by its id or its name. */
function findNamed(missing: readonly Candidate[], rejected: readonly RejectedItem[]): ReadonlySet<InstanceKey> {
	const identities = rejected.map(item => identityOf(item));
	const ids = new Set(identities.map(({id}) => id));
	const names = new Set(identities.map(({name}) => name));
	return keysOf(missing.filter(({id, name}) => (id !== '' && ids.has(id)) || (name !== '' && names.has(name))));
}

/**
The missing instances to which the rejected items without id and name belong, if no more are missing than there are such items.
If more are missing, nothing tells which of them left.
*/
function findNameless(missing: readonly Candidate[], rejected: readonly RejectedItem[]): ReadonlySet<InstanceKey> {
	const listed = missing.filter(({isGone}) => !isGone);
	const nameless = rejected.map(item => identityOf(item)).filter(({id, name}) => id === '' && name === '').length;
	return listed.length <= nameless ? keysOf(listed) : new Set();
}

function keysOf(candidates: readonly Candidate[]): ReadonlySet<InstanceKey> {
	return new Set(candidates.map(({instance: {key}}) => key));
}

/**
Finds for each stranger the key of a missing instance, by the strongest sign first. One that is listed goes before one that is gone.

@yields Nothing.
*/
function * claim(strangers: readonly Instance[], missing: readonly Candidate[]): Slices<{
	readonly keys: Map<Instance, InstanceKey>;
	readonly left: readonly Candidate[];
	readonly unfollowed: readonly Instance[];
}> {
	const keys = new Map<Instance, InstanceKey>();
	let left = missing.toSorted((one, other) => Number(other.isGone) - Number(one.isGone));
	let unfollowed = yield * mapInSlices(strangers, perSlice, instance => candidateOf(instance));
	for (const signOf of signs) {
		if (left.length === 0 || unfollowed.length === 0) {
			break;
		}

		const bySign = new Map<string | undefined, Candidate[]>();
		yield * takeInSlices(left, perSlice, candidate => {
			const sign = signOf(candidate);
			const alike = bySign.get(sign);
			if (alike === undefined) {
				bySign.set(sign, [candidate]);
			} else {
				alike.push(candidate);
			}
		});
		const claimed = new Set<Candidate>();
		unfollowed = yield * filterInSlices(unfollowed, perSlice, candidate => {
			const sign = signOf(candidate);
			const found = sign === undefined ? undefined : bySign.get(sign)?.pop();
			if (found !== undefined) {
				claimed.add(found);
				keys.set(candidate.instance, found.instance.key);
			}

			return found === undefined;
		});
		left = left.filter(candidate => !claimed.has(candidate));
	}

	return {keys, left, unfollowed: unfollowed.map(({instance}) => instance)};
}

/** A key for an instance that is new. Its own may be in use by one that has changed its id since. */
function freeKey({account, key, name}: Instance, used: ReadonlySet<InstanceKey>): InstanceKey {
	let free = key;
	for (let count = 2; used.has(free); count++) {
		free = instanceKey(account, key, `${name} ${count}`);
	}

	return free;
}
