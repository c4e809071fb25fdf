import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildRun, buildRunForAll, type RunSubject} from '../../../../source/core/run/build-run.js';
import type {CustomCommand} from '../../../../source/core/run/custom-command.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {instanceOf, type WireItem} from '../../../helpers/fleet.js';
import {tryNames} from '../../../helpers/custom/try-names.js';
import {tries} from '../../../helpers/properties/tries.js';

const command = (...run: CustomCommand['run']): CustomCommand => ({
	name: sanitize('test'), where: 'grid', run, isAsked: false, output: 'none',
});

const subject = (item: WireItem, account = 'prod'): RunSubject => ({
	instance: instanceOf(item), account, url: 'https://ryze.example', computed: {do: 'ok'},
});

const sales = subject({
	name: 'sales', id: '7', state: 'disconnected', numberJid: '5511999990004:12@s.whatsapp.net',
});

const why = (run: CustomCommand['run'], item: WireItem) => {
	const built = buildRun(command(...run), subject(item));
	return built.kind === 'problem' ? built.problem : built.value.argv;
};

test('each value is an argument of its own, a variable, and a field of the JSON', () => {
	const built = buildRun(command('open', '{name}', '{id}', '{number}', '{account}', '{url}', 'name'), sales);
	assert.strictEqual(built.kind, 'value');
	const {argv, variables, input} = built.value;
	assert.deepEqual(argv, ['open', 'sales', '7', '5511999990004', 'prod', 'https://ryze.example', 'name']);
	assert.deepEqual(variables, {
		RYZETOP_NAME: 'sales', RYZETOP_ID: '7', RYZETOP_NUMBER: '5511999990004', RYZETOP_STATE: 'disconnected', RYZETOP_ACCOUNT: 'prod', RYZETOP_URL: 'https://ryze.example',
	});
	const json = JSON.parse(input) as Record<string, unknown>;
	assert.deepEqual([json.name, json.ryzetop], ['sales', {do: 'ok', account: 'prod', url: 'https://ryze.example'}]);
});

test('no secret is handed over', () => {
	const built = buildRun(command('cat'), subject({name: 'a', token: 'a-secret-token', proxy: {enabled: true, password: 'hunter22'}}));
	assert.strictEqual(built.kind, 'value');
	assert.doesNotMatch(JSON.stringify(built.value), /a-secret-token|hunter22/v);
	assert.match(built.value.input, /••••/v);
});

test('a value that would be an option, another value or none at all is refused', () => {
	assert.equal(why(['rm', '{name}'], {name: '-rf'}), 'its name begins with a dash; put "--" before "{name}" in run');
	assert.deepEqual(why(['rm', '--', '{name}'], {name: '-rf'}), ['rm', '--', '-rf']);
	assert.equal(why(['rm', '{name}', '--'], {name: '-rf'}), 'its name begins with a dash; put "--" before "{name}" in run');
	assert.equal(why(['x', '{number}'], {name: 'a', connection: {}}), 'it has no number');
	assert.equal(why(['x', '{name}'], {name: 'a\0b'}), 'its name has a character that no argument can hold');
	assert.equal(why(['x', '{name}'], {name: 'a\u{D800}'}), 'its name has a character that no argument can hold');
	assert.equal(why(['x', '{name}'], {name: 'https://x.example/?token=abcdefgh'}), 'a part of its name is secret');
	assert.deepEqual(why(['x'], {name: 'a\0b'}), ['x']);
});

test('once for all that are shown, a program gets all of them as JSON, and the account that they share', () => {
	const all = buildRunForAll(command('cat', 'x'), [sales, subject({name: 'b'})]);
	assert.deepEqual([all.argv, all.variables], [['cat', 'x'], {RYZETOP_ACCOUNT: 'prod'}]);
	const {instances} = JSON.parse(all.input) as {instances: Array<{name: string}>};
	assert.deepEqual(instances.map(({name}) => name), ['sales', 'b']);
	assert.deepEqual(buildRunForAll(command('cat'), [sales, subject({name: 'b'}, 'other')]).variables, {});
	assert.deepEqual(buildRunForAll(command('cat'), []), {argv: ['cat'], variables: {}, input: '{"instances":[]}\n'});
});

test('whatever hostile names try, a program gets what was configured, with each name as one whole argument', () => {
	const many = tries(8000);
	assert.ok(tryNames(many) > many / 2);
});
