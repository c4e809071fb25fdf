import assert from 'node:assert/strict';
import {test} from 'node:test';
import {actionFor, isStuck, type Action} from '../../../../source/core/instance/action.js';
import {instanceOf, noon} from '../../../helpers/fleet.js';

const paired = '5511999999999@s.whatsapp.net';

/** An instance in this state, with what came for its number; `undefined` is a number that is missing. */
const instanceIn = (state: string, numberJid: unknown) => instanceOf({name: 'sales', status: state, connection: {state, ...numberJid !== undefined && {numberJid}}});

const check = (cases: ReadonlyArray<readonly [state: string, numberJid: unknown, hasStuck: boolean, action: Action]>) => {
	for (const [state, numberJid, hasStuck, action] of cases) {
		assert.equal(actionFor(instanceIn(state, numberJid), hasStuck), action, `${state}, ${String(numberJid)}${hasStuck ? ', stuck' : ''}`);
	}
};

test('a paired instance asks for what its state needs', () => {
	check([
		['connected', paired, false, 'ok'],
		['connecting', paired, false, 'wait'],
		['connecting', paired, true, 'reconnect'],
		['disconnected', paired, false, 'reconnect'],
		['loggedout', paired, false, 'pair'],
		['logged_out', paired, false, 'pair'],
		['qr', paired, false, 'look'],
		['', paired, false, 'look'],
	]);
});

test('an instance that was never paired needs a person with the phone, unless it is connected or in an unknown state', () => {
	check([
		['disconnected', null, false, 'pair'],
		['connecting', null, false, 'pair'],
		['connecting', null, true, 'pair'],
		['loggedout', null, false, 'pair'],
		['connected', null, false, 'ok'],
		['banned', null, false, 'look'],
	]);
});

test('a number that is missing, empty or no text counts as null', () => {
	check([undefined, '', 55, {}].map(numberJid => ['disconnected', numberJid, false, 'pair'] as const));
});

test('without a connection block the top-level status decides', () => {
	assert.equal(actionFor(instanceOf({name: 'sales', status: 'disconnected', connection: null}), false), 'pair');
	assert.equal(actionFor(instanceOf({name: 'sales', status: 'connected', connection: 'gone'}), false), 'ok');
});

test('only connecting gets stuck, after more than two minutes', () => {
	const after = (state: string, milliseconds: number) => isStuck(instanceIn(state, paired), noon, noon + milliseconds);
	assert.ok(!after('connecting', 120_000));
	assert.ok(after('connecting', 120_001));
	assert.ok(!after('connecting', -1));
	assert.ok(!after('disconnected', 3_600_000));
	assert.ok(!after('connected', 3_600_000));
});
