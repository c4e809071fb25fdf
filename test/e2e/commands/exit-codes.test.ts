import assert from 'node:assert/strict';
import test from 'node:test';
import {simulate} from '../../helpers/servers/simulate.js';
import {run} from '../running.js';

// Which command ends with which code is tested within one process, by the unit test of the same name.

test('a process ends with the code of its command, with data on standard output and words on standard error', async () => {
	await using simulator = await simulate();
	const {url, token} = simulator;
	await Promise.all(([
		[['list'], {url, token}, 0, /^STATE/v, /^$/v],
		[['list', '--instance', 'nobody'], {url, token}, 1, /^STATE/v, /^ryzetop: There is no instance nobody\.\n$/v],
		[['list', '--output', 'xml'], {url, token}, 2, /^$/v, /Try ryzetop --help\.\n$/v],
		[['list'], {url: `${url}/elsewhere`, token}, 3, /^$/v, /^ryzetop: /v],
		[['list'], {url, token: 'wrong-token'}, 4, /^$/v, /^ryzetop: token refused: /v],
		[['check', '--critical', '@0:'], {url, token}, 2, /^RYZETOP CRITICAL: /v, /^$/v],
	] as const).map(async ([argv, of, code, written, said]) => {
		const {end, stdout, stderr} = await run(argv, {of});
		assert.equal(end, code, argv.join(' '));
		assert.match(stdout, written);
		assert.match(stderr, said);
	}));
});

test('1: the named instance does not exist, or the state does not come in time', async () => {
	await using simulator = await simulate();
	simulator.world.add('shop', {state: 'disconnected'});
	await Promise.all(([
		[['list', '--instance', 'nobody'], 'There is no instance nobody.'],
		[['list', '--instance', 'shop,nobody'], 'There is no instance nobody.'],
		[['wait', 'nobody'], 'There is no instance nobody. With --allow-missing it is waited for.'],
		[['wait', 'nobody', '--allow-missing', '--within', '1s'], 'nobody is not connected after 1s. Last: not in the account.'],
		[['wait', 'shop', '--within', '1s'], 'shop is not connected after 1s. Last: disconnected.'],
	] as const).map(async ([argv, words]) => {
		const {end, stdout, stderr} = await run(argv, {of: simulator});
		assert.deepEqual([end, stderr], [1, `ryzetop: ${words}\n`], argv.join(' '));
		assert.ok(!stdout.includes(simulator.token));
	}));
});

test('3: nobody answers, and the waiting was for nothing', async () => {
	const of = {url: 'http://127.0.0.1:1', token: 'the-token'};
	const [listed, waited, checked] = await Promise.all([run(['list'], {of}), run(['wait', 'shop', '--within', '2s'], {of}), run(['check', '--stale', '1500ms'], {of})]);
	assert.deepEqual([listed.end, listed.stderr], [3, 'ryzetop: unreachable: the connection was refused. Is the server running, and the port right?\n']);
	assert.deepEqual([waited.end, waited.stderr], [3, 'ryzetop: shop is not connected after 2s. Last: unreachable: the connection was refused.\n']);
	assert.equal(checked.end, 3);
	assert.ok([listed, waited, checked].every(({stdout, stderr}) => !`${stdout}${stderr}`.includes(of.token)));
});
