import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import {test} from 'node:test';
import fc from 'fast-check';
import {instanceKey} from '../../../source/core/instance/instance.js';
import type {Snapshot} from '../../../source/core/instance/snapshot.js';
import {tries} from '../../helpers/properties/tries.js';
import {
	account,
	decode,
	decodeBody,
	namesOf,
	readBody,
	value,
} from './decoding.js';

/** The rejected items, without what they hold. */
const rejectedOf = ({rejected}: Snapshot) => rejected.map(({position, name, problem}) => ({position, name, problem}));

test('an answer that did not succeed, or has no list, is no snapshot', () => {
	assert.equal(decodeBody({success: false, error: {message: 'no'}}), 'not-success');
	assert.equal(decodeBody({success: false, instances: []}), 'not-success');
	for (const body of [null, 1, 'text', true, [], [[]], {}, {instances: null}, {instances: {}}, {instances: 'none'}]) {
		assert.equal(decodeBody(body), 'no-list', inspect(body));
	}
});

test('of a name of a megabyte the beginning is shown, in which no secret is cut in two', () => {
	const password = 'hunter2'.repeat(580);
	for (const [raw, shown] of [
		['x'.repeat(1_000_000), 'x'.repeat(65_536)],
		// The password begins within what is shown, and ends behind it.
		[`${'x'.repeat(65_515)} https://user:${password}@host ${'x'.repeat(9000)}`, 'x'.repeat(61_000)],
		// Each is far longer than its mask, and the last one is cut.
		[`https://user:${password.slice(0, 300)}@host `.repeat(400), 'https://user:••••••••@host '.repeat(50)],
		['://a@'.repeat(200_000), '://••••••••@'.repeat(5000)],
	] as const) {
		const [name = ''] = namesOf(decode([{id: 'a', name: raw}]));
		assert.ok(name.startsWith(shown) && name.endsWith('…') && name.length <= 65_537, `${name.length}: ${name.slice(0, 60)}`);
		assert.ok(!name.includes('hunter2'));
	}

	const whole = 'x'.repeat(69_632);
	assert.deepEqual(namesOf(decode([{id: 'a', name: whole}])), [whole]);
});

test('an empty list is a list, and what the envelope says beside it does not count', () => {
	assert.deepEqual(decodeBody({instances: [], meta: {total: 7}}), {
		account, at: 1000, tokenKind: 'unknown', instances: [], rejected: [], isSimulated: false,
	});
});

test('an item that cannot be read is rejected with its place and its problem, and the others are shown', () => {
	const snapshot = decode([null, {name: 'sales'}, 'text', [], {id: 'a'}, {name: null}, {name: ''}, {name: {}}, {name: 'support'}]);
	assert.deepEqual(namesOf(snapshot), ['sales', 'support']);
	assert.deepEqual(rejectedOf(snapshot), [
		{position: 1, name: undefined, problem: 'it is no object'},
		{position: 3, name: undefined, problem: 'it is no object'},
		{position: 4, name: undefined, problem: 'it is no object'},
		{position: 5, name: undefined, problem: 'it has no name'},
		{position: 6, name: undefined, problem: 'it has no name'},
		{position: 7, name: undefined, problem: 'its name is empty'},
		{position: 8, name: undefined, problem: 'its name is no text'},
	]);
});

test('a number where a name or an id should be is taken as its text', () => {
	const [instance] = decode([{id: 7, name: 42}]).instances;
	assert.equal(instance?.name, '42');
	assert.equal(instance?.key, instanceKey(account, '7'));
	assert.deepEqual(instance?.item.id, value('7'));
});

test('two of the same id and name cannot be told apart, so one of them is rejected by name', () => {
	const snapshot = decode([{id: 'a', name: 'sales'}, {id: 'a', name: 'sales'}, {name: 'support'}, {name: 'support'}]);
	assert.deepEqual(namesOf(snapshot), ['sales', 'support']);
	assert.deepEqual(rejectedOf(snapshot), [
		{position: 2, name: 'sales', problem: 'another instance has the same id and name'},
		{position: 4, name: 'support', problem: 'another instance has the same name'},
	]);
});

test('of several with the same id and name the worst is shown, whatever their order', () => {
	const doubles = ['connected', 'loggedout', 'connected', 'disconnected'].map((state, index) => ({
		id: 'a', name: 'sales', connection: {state}, updatedAt: `${index}`,
	}));
	for (const items of [doubles, doubles.toReversed()]) {
		const {instances, rejected} = decode(items);
		assert.deepEqual([instances.map(({state}) => state.kind), rejected.length], [['loggedout'], 3]);
	}
});

test('two of the same id under different names are both shown, as two of the same name are', () => {
	const snapshot = decode([{id: 'a', name: 'sales'}, {id: 'a', name: 'support'}, {id: 'b', name: 'sales'}, {name: 'a'}]);
	assert.deepEqual(snapshot.rejected, []);
	assert.deepEqual(namesOf(snapshot), ['sales', 'support', 'sales', 'a']);
	assert.equal(new Set(snapshot.instances.map(instance => instance.key)).size, 4);
	assert.deepEqual(snapshot.instances.map(({key}) => key), [
		instanceKey(account, 'a', 'sales'), instanceKey(account, 'a', 'support'), instanceKey(account, 'b'), instanceKey(account, '', 'a'),
	]);
});

test('only wanted names are kept, read or rejected, when the server sends the whole account', () => {
	const items = [{id: 'a', name: 'sales'}, {id: 'b', name: 'support'}, {id: 'b', name: 'support'}, {id: 'c', name: 'Sales'}];
	const snapshot = decode(items, {wanted: ['sales', 'absent']});
	assert.deepEqual(namesOf(snapshot), ['sales']);
	assert.deepEqual(snapshot.rejected, []);
	assert.equal(snapshot.tokenKind, 'account');
	assert.deepEqual(namesOf(decode([{name: 'other'}], {wanted: ['sales']})), []);
});

test('a row that carries our very token is our own instance, shown whatever was wanted', () => {
	const own = {id: 'a', name: 'sales', token: 'tok-own'};
	const snapshot = decode([own], {wanted: ['support']});
	assert.equal(snapshot.tokenKind, 'instance');
	assert.deepEqual(namesOf(snapshot), ['sales']);
});

test('the kind of token is told by the rows before the filter, and unknown where they do not tell', () => {
	const kindOf = (items: readonly unknown[], wanted: readonly string[] = []) => decode(items, {wanted}).tokenKind;
	assert.equal(kindOf([{name: 'a', token: 'tok-own'}, {name: 'b'}], ['a']), 'account');
	assert.equal(kindOf([{name: 'a', token: 'another'}]), 'account');
	assert.equal(kindOf([]), 'unknown');
	assert.equal(kindOf([{name: 'a'}]), 'unknown');
	assert.equal(kindOf([{name: 'a', token: null}]), 'unknown');
	assert.equal(kindOf([7]), 'unknown');
});

test('keys that name an object\'s own machinery change nothing', () => {
	const body: unknown = JSON.parse('{"instances":[{"name":"sales","__proto__":{"status":"connected"},"constructor":1,"connection":{"__proto__":{"state":"connected"}}},{"__proto__":{"name":"ghost"}}]}');
	const snapshot = readBody(body);
	assert.deepEqual(namesOf(snapshot), ['sales']);
	assert.deepEqual(snapshot.instances[0]?.state, {kind: 'other', text: ''});
	assert.deepEqual(snapshot.instances[0]?.item.unknown.map(({name}) => name), ['__proto__', 'constructor']);
	assert.deepEqual(snapshot.rejected.map(({problem}) => problem), ['it has no name']);
});

test('any list is decoded, every item of it shown or rejected', () => {
	fc.assert(fc.property(fc.array(fc.jsonValue(), {maxLength: 10}), items => {
		const {instances, rejected} = decode(items);
		assert.equal(instances.length + rejected.length, items.length);
		assert.equal(new Set(instances.map(instance => instance.key)).size, instances.length);
	}), {numRuns: tries(500)});
});
