import * as v from 'valibot';
import {
	instanceKey,
	type AccountId,
	type Instance,
	type InstanceKey,
} from '../core/instance/instance.js';
import {isSameSecret, reveal, Secret} from '../core/text/secret.js';
import type {RejectedItem, Snapshot, TokenKind} from '../core/instance/snapshot.js';
import {runAtOnce, type Slices} from '../core/polling/slices.js';
import {sanitize} from '../core/text/sanitize.js';
import {fieldIn} from '../core/json/value.js';
import {createDecodeCache, type DecodeCache} from './decode-cache.js';
import {recordSchema} from './field-schemas.js';
import type {Identifiers} from './read-instance.js';
import {failureSchema, identitySchema, listSchema} from './schema.js';

/**
Options for decoding an answer.

`at` is when the answer was complete, in milliseconds since the epoch. `token` is the token of the request.
`wanted` are the names of the instances to keep; an empty list keeps all.
*/
export type DecodeOptions = {
	readonly account: AccountId;
	readonly at: number;
	readonly token: Secret;
	readonly wanted: readonly string[];
	/** What was kept of previous answers. */
	readonly cache?: DecodeCache;
};

type Identity = v.InferOutput<typeof identitySchema>;

/** Snapshot, or why there is none: the answer says that it is no success, or it has no list. */
export type Decoded = Snapshot | 'not-success' | 'no-list';

/**
Decodes the parsed JSON of an answer, item by item. An item that cannot be read is rejected with its problem; the others are shown.

The wanted names are matched here as well, since the server has been seen to send the whole account.
The token of a single instance ignores the filter, and its one instance is kept whatever its name.
*/
export function decodeSnapshot(body: unknown, options: DecodeOptions): Decoded {
	return runAtOnce(decodeInSlices(body, options));
}

/** Decodes like `decodeSnapshot`, and stops after each slice of the items, so that other work gets its turn. */
export function * decodeInSlices(body: unknown, options: DecodeOptions): Slices<Decoded> {
	const {account, at, token, wanted, cache = createDecodeCache()} = options;
	if (v.is(failureSchema, body)) {
		return 'not-success';
	}

	const list = v.safeParse(listSchema, body);
	if (!list.success) {
		return 'no-list';
	}

	const items = list.output.instances;
	// All tokens are known before the first text is masked: one instance may show the token of another.
	cache.addTokenInUse(reveal(token));
	yield * addListedTokens(items, cache);
	const tokenKind = findTokenKind(items, token);
	const names = tokenKind === 'instance' || wanted.length === 0 ? undefined : new Set(wanted);
	const instances: Instance[] = [];
	const rejected: RejectedItem[] = [];
	const usedKeys = new Set<InstanceKey>();
	let doneOfSlice = 0;
	for (const [index, item] of items.entries()) {
		if (doneOfSlice >= 1) {
			doneOfSlice = 0;
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

		const longKey = instanceKey(account, JSON.stringify([id, name]));
		const key = chooseKey(account, identity.output, longKey, usedKeys);
		if (key === undefined) {
			rejected.push({
				position: index + 1,
				name: sanitize(cache.maskText(name)),
				problem: `an instance of the same ${id === '' ? 'name' : 'id and name'} stands before it`,
			});
			continue;
		}

		usedKeys.add(key).add(longKey);
		doneOfSlice += 1 / (isObject(item) && cache.instances.has(item) ? cachedPerSlice : decodedPerSlice);
		instances.push(decodeOnce(cache, item, {key, account, name}));
	}

	cache.settle(items.length);

	return {
		account, at, tokenKind, instances, rejected,
	};
}

/** Adds the tokens of the items that were not decoded before. */
function * addListedTokens(items: readonly unknown[], cache: DecodeCache): Slices<void> {
	for (const [index, item] of items.entries()) {
		if (index % cachedPerSlice === cachedPerSlice - 1) {
			yield;
		}

		const token = fieldIn(item, 'token');
		if (typeof token === 'string' && isObject(item) && !cache.instances.has(item)) {
			cache.addListedToken(token, {id: String(fieldIn(item, 'id')), name: String(fieldIn(item, 'name'))});
		}
	}
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

/**
Chooses the key of an instance: its id, or its name where there is no id; both, which is `longKey`, where that key is in use.

`undefined` where another item has the same id and name: the two cannot be told apart.
*/
function chooseKey(
	account: AccountId, {id, name}: Identity, longKey: InstanceKey, usedKeys: ReadonlySet<InstanceKey>,
): InstanceKey | undefined {
	if (usedKeys.has(longKey)) {
		return undefined;
	}

	const key = instanceKey(account, id === '' ? name : id);
	return usedKeys.has(key) ? longKey : key;
}

/** Items in one slice, if they are decoded, or if their instances are cached. Both take a few milliseconds. */
const decodedPerSlice = 100;
const cachedPerSlice = 1000;

/** Gives the cached instance of an item that was decoded before, so that an unchanged instance stays the same object. */
function decodeOnce(cache: DecodeCache, item: unknown, identifiers: Identifiers): Instance {
	const cached = isObject(item) ? cache.instances.get(item) : undefined;
	if (cached?.key === identifiers.key && !cache.isOutdated(item)) {
		return cached;
	}

	const instance = cache.read(item, identifiers);
	if (isObject(item)) {
		cache.instances.set(item, instance);
	}

	return instance;
}

function isObject(item: unknown): item is WeakKey {
	return typeof item === 'object' && item !== null;
}
