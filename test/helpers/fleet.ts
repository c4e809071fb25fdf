import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {decodeSnapshot} from '../../source/api/decode.js';
import {accountId, type AccountId, type Instance} from '../../source/core/instance/instance.js';
import {Secret} from '../../source/core/text/secret.js';
import type {RejectedItem, Snapshot} from '../../source/core/instance/snapshot.js';
import {Wire} from '../../source/core/json/wire.js';

/** One instance as it would come over the network: what a test does not name is as in the API's sample. */
export type WireItem = Readonly<Record<string, unknown>> & {
	readonly name: string;
	/** Short for both `connection.state` and `status`. */
	readonly state?: string;
	/** Short for `connection.numberJid`. */
	readonly numberJid?: string | undefined;
};

export const account = accountId('test');

/** A round time to count from: 2026-05-01 12:00:00 UTC. */
export const noon = Date.UTC(2026, 4, 1, 12);

const sample: unknown = JSON.parse(readFileSync(new URL('../fixtures/sample-200.json', import.meta.url), 'utf8'));

/**
The list as one answer of the API would tell it for the account `of`, through the real decoder. Items of which a test says no more than
their state and number are decoded once each: stories of many polls are made of them.
*/
export function snapshotOf(items: readonly WireItem[], at: number = noon, of: AccountId = account): Snapshot {
	if (items.some(item => !isPlain(item)) || new Set(items.map(({name}) => name)).size < items.length) {
		return decodeAll(items, at, of);
	}

	const keyOf = (item: WireItem) => JSON.stringify([of, item.name, item.state, item.numberJid]);
	const unknown = items.filter(item => !decoded.has(keyOf(item)));
	const {instances, rejected} = decodeAll(unknown, at, of);
	if (rejected.length > 0) {
		return decodeAll(items, at, of);
	}

	for (const [index, item] of unknown.entries()) {
		decoded.set(keyOf(item), instances[index] ?? assert.fail('The item does not decode.'));
	}

	return {
		account: of, at, tokenKind: 'account', instances: items.map(item => decoded.get(keyOf(item)) ?? assert.fail()), rejected: [], isSimulated: false,
	};
}

/** What plain items were decoded to, by account and text: a memo of values that never change. */
const decoded = new Map<string, Instance>();

const plainFields: ReadonlySet<string> = new Set(['name', 'state', 'numberJid']);

function isPlain(item: WireItem): boolean {
	return Object.keys(item).every(key => plainFields.has(key));
}

function decodeAll(items: readonly WireItem[], at: number, of: AccountId): Snapshot {
	const answer = JSON.stringify({success: true, instances: items.map(item => wireItem(item)), meta: {total: items.length}});
	const snapshot = decodeSnapshot(JSON.parse(answer), {
		account: of, at, token: new Secret('account-token-of-the-tests'), wanted: [],
	});
	return typeof snapshot === 'string' ? assert.fail(`The items do not decode: ${snapshot}.`) : snapshot;
}

/** An item of the instance of this name that could not be read: it has the id alone. */
export function unreadable(name: string): RejectedItem {
	return {
		position: 1, name: undefined, wire: new Wire({id: `id-${name}`}), problem: 'it has no name',
	};
}

/** One instance, decoded. */
export function instanceOf(item: WireItem): Instance {
	const [instance] = snapshotOf([item]).instances;
	assert.ok(instance, 'the item decodes');
	return instance;
}

/** One instance as JSON would have it. */
export function wireItem({state, numberJid, ...rest}: WireItem): unknown {
	const base = sampleItem();
	const connection = typeof base.connection === 'object' ? {...base.connection} : {};
	return {
		...base,
		id: `id-${rest.name}`,
		token: `token-of-${rest.name}`,
		...state !== undefined && {status: state},
		connection: {...connection, ...state !== undefined && {state}, ...numberJid !== undefined && {numberJid}},
		...rest,
	};
}

function sampleItem(): Readonly<Record<string, unknown>> {
	assert.ok(typeof sample === 'object' && sample !== null && 'instances' in sample && Array.isArray(sample.instances));
	const item: unknown = sample.instances.at(0);
	assert.ok(typeof item === 'object' && item !== null);
	return {...item};
}
