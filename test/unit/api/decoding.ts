import assert from 'node:assert/strict';
import {decodeSnapshot, type DecodeOptions} from '../../../source/api/decode.js';
import type {Field} from '../../../source/core/blocks/field.js';
import {accountId, type Instance} from '../../../source/core/instance/instance.js';
import {reveal, Secret} from '../../../source/core/text/secret.js';
import type {Snapshot} from '../../../source/core/instance/snapshot.js';

export const account = accountId('main');

export const decodeBody = (body: unknown, options: Partial<DecodeOptions> = {}) => decodeSnapshot(body, {
	account, at: 1000, token: new Secret('tok-own'), wanted: [], ...options,
});

export const readBody = (body: unknown, options: Partial<DecodeOptions> = {}): Snapshot => {
	const snapshot = decodeBody(body, options);
	return typeof snapshot === 'string' ? assert.fail(snapshot) : snapshot;
};

/** The snapshot of a list of these items. */
export const decode = (
	instances: readonly unknown[],
	options: Partial<DecodeOptions> = {},
): Snapshot => readBody({success: true, instances}, options);

/** The one instance of a list of one item, which only needs the fields that matter. */
export const decodeOne = (item: Readonly<Record<string, unknown>>): Instance => {
	const {instances, rejected} = decode([{id: 'a', name: 'sales', ...item}]);
	assert.deepEqual(rejected, []);
	assert.equal(instances.length, 1);
	const [instance] = instances;
	assert.ok(instance);
	return instance;
};

export const namesOf = ({instances}: Snapshot) => instances.map(instance => instance.name);

export const value = (content: unknown) => ({kind: 'value', value: content});

/** A field as plain data: what is closed is shown by its text. */
export const open = (field: Field<unknown>): unknown => {
	switch (field.kind) {
		case 'value': {
			return field.value instanceof Secret ? ['secret', reveal(field.value)] : field.value;
		}

		case 'unexpected': {
			return ['unexpected', String(field.wire)];
		}

		case 'missing':
		case 'null': {
			return field.kind;
		}
	}
};

export const openAll = (fields: Readonly<Record<string, Field<unknown>>>) => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, open(field)]));
