import * as v from 'valibot';
import {
	instanceKey,
	type AccountId,
	type Instance,
} from '../core/instance/instance.js';
import {isSameSecret, reveal, Secret} from '../core/text/secret.js';
import type {RejectedItem, Snapshot, TokenKind} from '../core/instance/snapshot.js';
import {runAtOnce, type Slices} from '../core/polling/slices.js';
import {readJson} from '../core/json/late.js';
import {wireTextAt} from '../core/json/wire.js';
import {identityOf} from '../core/instance/raw-text.js';
import {createDecodeCache, type DecodeCache} from './decode-cache.js';
import {identify, rejectDoubles, type IdentifiedItem} from './identify.js';
import type {Identifiers} from './item/read-instance.js';
import {failureSchema, identitySchema, listSchema} from './item/schema.js';

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
	/** Whether the simulator sent the answer; an account did if nothing is said. */
	readonly isSimulated?: boolean;
};

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

/**
Decodes like `decodeSnapshot`, and stops before each item, also one that is rejected, so that other work gets its turn.

@yields Nothing.
*/
export function * decodeInSlices(body: unknown, options: DecodeOptions): Slices<Decoded> {
	const {account, at, token, wanted, cache = createDecodeCache(), isSimulated = false} = options;
	if (v.is(failureSchema, body)) {
		return 'not-success';
	}

	const list = v.safeParse(listSchema, body);
	if (!list.success) {
		return 'no-list';
	}

	const items = list.output.instances;
	cache.addTokenInUse(reveal(token));
	const tokenKind = findTokenKind(items, token);
	const names = tokenKind === 'instance' || wanted.length === 0 ? undefined : new Set(wanted);
	const {identified, rejected} = yield * identify(items, cache);
	// All tokens are known before the first text is masked: one instance may show the token of another.
	addListedTokens(identified, rejected, cache);
	yield;
	const {kept, doubles} = yield * rejectDoubles(identified.filter(({name}) => names === undefined || names.has(name)), cache);
	const repeated = repeatedOf(kept.map(({id}) => id));
	const instances: Instance[] = [];
	for (const {item, id, name} of kept) {
		yield;
		const key = id === '' || repeated.has(id) ? instanceKey(account, id, name) : instanceKey(account, id);
		instances.push(decodeOnce(cache, {item, id, name}, {key, account, name}));
	}

	cache.settle(items.length);

	return {
		account,
		at,
		tokenKind,
		instances,
		rejected: [...rejected, ...doubles].toSorted((one, other) => one.position - other.position),
		isSimulated,
	};
}

/** Adds the tokens of the items that were not decoded before, also of those that cannot be read. */
function addListedTokens(identified: readonly IdentifiedItem[], rejected: readonly RejectedItem[], cache: DecodeCache): void {
	cache.forgetTokens();
	for (const entry of identified) {
		if (!cache.instances.has(entry.item)) {
			cache.addListedToken(entry);
		}
	}

	for (const item of rejected) {
		cache.addListedToken({token: wireTextAt(item.wire, ['token'], true), ...identityOf(item)});
	}
}

function repeatedOf(texts: readonly string[]): ReadonlySet<string> {
	const seen = new Set<string>();
	return new Set(texts.filter(text => seen.size === seen.add(text).size));
}

function findTokenKind(items: readonly unknown[], token: Secret): TokenKind {
	const [first] = items;
	if (items.length !== 1) {
		return items.length === 0 ? 'unknown' : 'account';
	}

	const identity = v.safeParse(identitySchema, readJson(first));
	if (!identity.success || identity.output.token === '') {
		return 'unknown';
	}

	return isSameSecret(new Secret(identity.output.token), token) ? 'instance' : 'account';
}

/** Gives the cached instance of an item that was decoded before, so that an unchanged instance stays the same object. */
function decodeOnce(
	cache: DecodeCache,
	{item, id, name}: Pick<IdentifiedItem, 'item' | 'id' | 'name'>,
	identifiers: Identifiers,
): Instance {
	const cached = cache.instances.get(item)?.instance;
	if (cached?.key === identifiers.key && !cache.isOutdated(item)) {
		return cached;
	}

	const instance = cache.read.instance(item, identifiers);
	cache.instances.set(item, {id, name, instance});
	return instance;
}
