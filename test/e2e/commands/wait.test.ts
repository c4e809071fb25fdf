import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {openScreen} from '../../helpers/screen.js';
import {program} from '../../helpers/program.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {environmentFor, open, run} from '../running.js';

test('it ends as soon as the instance is in the state, and asks for that one alone', async () => {
	const queries: string[] = [];
	let asked = Promise.withResolvers<void>();
	await using simulator = await simulate({
		instances: 3,
		onRequest({query}) {
			queries.push(query);
			asked.resolve();
		},
	});
	simulator.world.add('shop 1', {state: 'connecting'});
	await using waiting = open(['wait', 'shop 1', '--interval', '1s'], {of: simulator});
	await asked.promise;
	asked = Promise.withResolvers();
	simulator.world.set('shop 1', {state: 'connected'});
	assert.equal(await waiting.ended, 0);
	assert.deepEqual([...new Set(queries)], ['instanceName=shop+1']);
});

test('an instance that does not exist yet may come', async () => {
	const asked = Promise.withResolvers<void>();
	await using simulator = await simulate({
		instances: 1,
		onRequest() {
			asked.resolve();
		},
	});
	await using waiting = open(['wait', 'shop', '--allow-missing', '--interval', '1s'], {of: simulator});
	await asked.promise;
	simulator.world.add('shop');
	assert.equal(await waiting.ended, 0);
});

test('it looks once more right before the time is up, and is never late', async () => {
	await using simulator = await simulate({instances: 0});
	simulator.world.add('shop', {state: 'connecting'});
	const begun = performance.now();
	const {end} = await run(['wait', 'shop', '--interval', '10s', '--within', '3s'], {of: simulator});
	assert.deepEqual([end, simulator.requests()], [1, 2]);
	assert.ok(performance.now() - begun >= 3000);
});

test('it is not in the way of a script: nothing is said when all goes well', async () => {
	await using simulator = await simulate({instances: 0});
	simulator.world.add('shop', {state: 'qr'});
	assert.deepEqual(await run(['wait', 'shop', '--for', 'QR'], {of: simulator}), {end: 0, stdout: '', stderr: ''});
});

test('on a terminal a line tells the state, the time that has passed and the time left, and is gone at the end', async () => {
	await using simulator = await simulate({instances: 0});
	simulator.world.add('shop', {state: 'connecting'});
	await using screen = openScreen(process.execPath, [program, 'wait', 'shop', '--interval', '1s'], {columns: 60, rows: 5, env: environmentFor({of: simulator})});
	await screen.waitFor(({lines}) => /^shop: connecting, [1-9]s elapsed, 1m 5\ds left$/v.test(lines()[0] ?? ''), 'the progress');
	simulator.world.set('shop', {state: 'connected'});
	const {code} = await screen.waitForExit();
	assert.equal(code, 0);
	assert.match(screen.text(), /^ryzetop: shop is connected, after \ds\.$/v);
	assert.ok(!screen.bytes().includes('\u{1B}'));
});

test('Ctrl+C ends it with 130', async () => {
	await using simulator = await simulate({instances: 0});
	simulator.world.add('shop', {state: 'connecting'});
	await using screen = openScreen(process.execPath, [program, 'wait', 'shop'], {columns: 60, rows: 5, env: environmentFor({of: simulator})});
	await screen.waitFor(({lines}) => lines()[0]?.startsWith('shop: connecting') ?? false, 'the progress');
	screen.press('Ctrl+C');
	assert.equal((await screen.waitForExit()).code, 130);
	assert.deepEqual(screen.lines().filter(line => line !== '' && line !== '^C'), []);
});
