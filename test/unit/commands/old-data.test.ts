import assert from 'node:assert/strict';
import test from 'node:test';
import {answering, serve} from '../../helpers/servers/loopback-server.js';
import {runInside} from '../../helpers/run-inside.js';

const list = JSON.stringify({
	success: true, message: '1 Instance found', instances: [{
		id: 'a', name: 'shop', status: 'connected', connection: {state: 'connected'},
	}], meta: {total: 1},
});

/** Runs a command against an API whose answers come out of a cache that has kept them for 1 hour 30 minutes. */
const run = async (argv: readonly string[], age = '5400') => {
	await using server = await serve(answering(list, {age}));
	return await runInside(argv, {of: {url: server.url, token: 'x'}});
};

const hours = 3_600_000;

test('check is UNKNOWN over old data, whatever they show, and tells their age', async () => {
	for (const argv of [['check'], ['check', '--warning', '0'], ['check', '--critical', '0', 'name:shop']]) {
		const {code, stdout} = await run(argv); // eslint-disable-line no-await-in-loop -- one after the other
		assert.equal(code, 3);
		assert.equal(stdout, 'RYZETOP UNKNOWN: old data: a cache answered with an old copy (1h 30m). No cache on the way may keep this list.\n');
	}
});

test('check believes data that a cache kept for no longer than an interval', async () => {
	assert.equal((await run(['check'], '3')).code, 0);
	assert.equal((await run(['check'], 'soon')).code, 0);
});

test('check tries old data again for as long as it bears with a failure', async () => {
	let asked = 0;
	await using server = await serve((request, response) => {
		asked += 1;
		answering(list, asked === 1 ? {age: '5400'} : {})(request, response);
	});
	const {code} = await runInside(['check', '--stale', '30s'], {of: {url: server.url, token: 'x'}});
	assert.deepEqual([code, asked], [0, 2]);
});

test('list says when its data are from, and in words that they are old', async () => {
	const before = Date.now();
	const {code, stdout, stderr} = await run(['list', '--output', 'json']);
	const {at} = JSON.parse(stdout) as {readonly at: string};
	const from = Date.parse(at) + (1.5 * hours);
	assert.ok(from >= before && from <= Date.now(), at);
	assert.deepEqual([code, stderr], [0, 'ryzetop: old data: a cache answered with an old copy (1h 30m). No cache on the way may keep this list.\n']);
});

test('absurd ages hurt no command', async () => {
	for (const age of ['9'.repeat(300), '5400, 1, x', '1e99', '-1']) {
		const {code, stdout} = await run(['list', '--output', 'json'], age); // eslint-disable-line no-await-in-loop -- one after the other
		const {at} = JSON.parse(stdout) as {readonly at: string};
		assert.equal(code, 0);
		assert.ok(Date.parse(at) > Date.now() - (367 * 24 * hours) && Date.parse(at) <= Date.now(), age);
	}
});
