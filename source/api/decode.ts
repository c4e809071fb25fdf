import * as v from 'valibot';
import {
	instanceKey,
	stateKind,
	valueOf,
	fieldOf,
	type AccountId,
	type ConnectionState,
	type Instance,
	type InstanceKey,
} from '../core/instance/instance.js';
import {isSameSecret, Secret} from '../core/text/secret.js';
import type {RejectedItem, Snapshot, TokenKind} from '../core/instance/snapshot.js';
import {runAtOnce, type Slices} from '../core/polling/slices.js';
import {sanitize} from '../core/text/sanitize.js';
import {unknownFields, Wire} from '../core/json/wire.js';
import {
	failureSchema,
	identitySchema,
	itemNames,
	itemSchema,
	listSchema,
	recordSchema,
} from './schema.js';

/** What the answer is read for: `token` is the one it was asked with, `wanted` are the only names to keep, all if there are none. */
export type DecodeOptions = {
	readonly account: AccountId;
	readonly at: number;
	readonly token: Secret;
	readonly wanted: readonly string[];
	/** What items were decoded to before; an item is known by its object. */
	readonly decoded?: DecodedItems;
};

/** What items of former answers were decoded to, as long as those answers are remembered. */
export type DecodedItems = WeakMap<WeakKey, Instance>;

type Identity = v.InferOutput<typeof identitySchema>;

/** A snapshot, or why there is none: the answer says that it is no success, or it has no list. */
export type Decoded = Snapshot | 'not-success' | 'no-list';

/**
Reads the parsed JSON of an answer, item by item: one that cannot be read is rejected with its problem, the others are shown.

The wanted names are matched here as well, since the server has been seen to send the whole account. An instance's own token ignores the filter, and its one row is shown whatever its name.
*/
export function decodeSnapshot(body: unknown, options: DecodeOptions): Decoded {
	return runAtOnce(decodeInSlices(body, options));
}

/** The same, a slice of the items after each step, so that other work gets its turn. */
export function * decodeInSlices(body: unknown, {account, at, token, wanted, decoded = new WeakMap()}: DecodeOptions): Slices<Decoded> {
	if (v.is(failureSchema, body)) {
		return 'not-success';
	}

	const list = v.safeParse(listSchema, body);
	if (!list.success) {
		return 'no-list';
	}

	const items = list.output.instances;
	const tokenKind = findTokenKind(items, token);
	const names = tokenKind === 'instance' || wanted.length === 0 ? undefined : new Set(wanted);
	const instances: Instance[] = [];
	const rejected: RejectedItem[] = [];
	const used = new Set<InstanceKey>();
	let work = 0;
	for (const [index, item] of items.entries()) {
		if (work >= 1) {
			work = 0;
			yield;
		}

		const identity = v.safeParse(identitySchema, item);
		if (!identity.success) {
			rejected.push({position: index + 1, name: undefined, problem: describeProblem(item)});
			continue;
		}

		const {id, name} = identity.output;
		if (names !== undefined && !names.has(name)) {
			continue;
		}

		const whole = instanceKey(account, JSON.stringify([id, name]));
		const key = chooseKey(account, identity.output, whole, used);
		if (key === undefined) {
			rejected.push({position: index + 1, name: sanitize(name), problem: id === '' ? 'an instance of the same name stands before it' : 'an instance of the same id and name stands before it'});
			continue;
		}

		used.add(key).add(whole);
		work += isObject(item) && decoded.has(item) ? 1 / recalledAtOnce : 1 / decodedAtOnce;
		instances.push(decodeOnce(decoded, item, {key, account, name}));
	}

	return {
		account, at, tokenKind, instances, rejected,
	};
}

function findTokenKind(items: readonly unknown[], token: Secret): TokenKind {
	const [first] = items;
	if (items.length !== 1) {
		return items.length === 0 ? 'unknown' : 'account';
	}

	const identity = v.safeParse(identitySchema, first);
	if (!identity.success || identity.output.token === '') {
		return 'unknown';
	}

	return isSameSecret(new Secret(identity.output.token), token) ? 'instance' : 'account';
}

function describeProblem(item: unknown): string {
	if (!v.is(recordSchema, item)) {
		return 'it is no object';
	}

	const {name} = item;
	if (name === undefined || name === null) {
		return 'it has no name';
	}

	return name === '' ? 'its name is empty' : 'its name is no text';
}

/** The key by id, or by name where there is no id; for an id that is taken, by both. Two of the same id and name cannot be told apart. */
function chooseKey(account: AccountId, {id, name}: Identity, whole: InstanceKey, used: ReadonlySet<InstanceKey>): InstanceKey | undefined {
	if (used.has(whole)) {
		return undefined;
	}

	const key = instanceKey(account, id === '' ? name : id);
	return used.has(key) ? whole : key;
}

/** So many items that were not known take a few milliseconds, and so many that were. */
const decodedAtOnce = 100;
const recalledAtOnce = 1000;

type Owner = {readonly key: InstanceKey; readonly account: AccountId; readonly name: string};

/** The same item is the same instance, so that what did not change keeps its identity from the start. */
function decodeOnce(decoded: DecodedItems, item: unknown, owner: Owner): Instance {
	const former = isObject(item) ? decoded.get(item) : undefined;
	if (former?.key === owner.key) {
		return former;
	}

	const instance = readInstance(item, owner);
	if (isObject(item)) {
		decoded.set(item, instance);
	}

	return instance;
}

function isObject(item: unknown): item is WeakKey {
	return typeof item === 'object' && item !== null;
}

function readInstance(item: unknown, {key, account, name}: Owner): Instance {
	const fields = v.parse(itemSchema, item);
	const wire = new Wire(item);
	return {
		...fields,
		key,
		account,
		name: sanitize(name),
		state: readState(fields),
		unknown: unknownFields(wire, itemNames),
		wire,
	};
}

/** The connection's own state; the top-level `status` where there is none, which the two only disagree about in passing. */
function readState({connection, status}: Pick<Instance, 'connection' | 'status'>): ConnectionState {
	const own = valueOf(fieldOf(connection, 'state')) ?? sanitize('');
	const word = own === '' ? valueOf(status) ?? own : own;
	return {kind: stateKind(word), text: word};
}
