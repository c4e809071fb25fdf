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

/** The list as one answer of the API would tell it for the account `of`, through the real decoder. */
export function snapshotOf(items: readonly WireItem[], at: number = noon, of: AccountId = account): Snapshot {
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
