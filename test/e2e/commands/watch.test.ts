import assert from 'node:assert/strict';
import test from 'node:test';
import {simulate} from '../../helpers/servers/simulate.js';
import {serveAgain} from '../watched.js';
import {open} from '../running.js';

const often = ['watch', '--interval', '1s'];

const read = (line: string) => JSON.parse(line) as Readonly<Record<string, unknown>>;

test('changes come as lines, after the present state if that is asked for', async () => {
	await using simulator = await simulate({instances: 0});
	simulator.world.add('shop', {state: 'connected'});
	await using watching = open([...often, '--initial'], {of: simulator});
	const {event, name, state} = read(await watching.nextLine());
	assert.deepEqual([event, name, state], ['present', 'shop', 'connected']);
	simulator.world.set('shop', {state: 'loggedout'});
	const changed = read(await watching.nextLine());
	assert.deepEqual([changed.event, changed.name, changed.from, changed.to], ['changed', 'shop', 'connected', 'loggedout']);
	simulator.world.add('kiosk');
	assert.equal(read(await watching.nextLine()).event, 'appeared');
});

test('trouble with polling is an event when it begins and when it ends', async () => {
	const simulator = await simulate({instances: 0});
	simulator.world.add('shop');
	await using watching = open([...often, '--initial'], {of: simulator});
	assert.equal(read(await watching.nextLine()).event, 'present');
	await simulator.close();
	const began = read(await watching.nextLine());
	assert.deepEqual([began.event, began.trouble], ['trouble-began', 'unreachable: the connection was refused']);
	await using again = await serveAgain(simulator);
	assert.strictEqual(again.url, simulator.url);
	assert.equal(read(await watching.nextLine()).event, 'trouble-ended');
});

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
	test(`${signal} ends it with ${code}`, async () => {
		await using simulator = await simulate({instances: 1});
		await using watching = open([...often, '--initial'], {of: simulator});
		await watching.nextLine();
		watching.child.kill(signal);
		assert.equal(await watching.ended, code);
	});
}

test('it ends quietly when its reader goes', async () => {
	await using simulator = await simulate({instances: 0});
	simulator.world.add('shop');
	await using watching = open([...often, '--initial'], {of: simulator});
	await watching.nextLine();
	let said = '';
	watching.child.stderr?.on('data', (chunk: unknown) => {
		said += String(chunk);
	});
	watching.child.stdout?.destroy();
	simulator.world.set('shop', {state: 'disconnected'});
	assert.deepEqual([await watching.ended, said], [0, '']);
});

test('a signal ends it also while nobody reads', async () => {
	const asked = Promise.withResolvers<void>();
	await using simulator = await simulate({
		instances: 3000,
		onRequest() {
			asked.resolve();
		},
	});
	await using watching = open([...often, '--initial'], {of: simulator});
	watching.child.stdout?.pause();
	await asked.promise;
	watching.child.once('exit', () => {
		watching.child.stdout?.destroy();
	});
	watching.child.kill('SIGTERM');
	assert.ok(['SIGTERM', 143].includes(await watching.ended));
});

test('an instance that does not exist yet is said, and watched for', async () => {
	await using simulator = await simulate({instances: 1});
	await using watching = open([...often, '--instance', 'shop'], {of: simulator});
	let said = '';
	const heard = Promise.withResolvers<void>();
	watching.child.stderr?.on('data', (chunk: unknown) => {
		said += String(chunk);
		heard.resolve();
	});
	await heard.promise;
	assert.equal(said, 'ryzetop: There is no instance shop yet. It is watched for.\n');
	simulator.world.add('shop');
	const {event, name} = read(await watching.nextLine());
	assert.deepEqual([event, name], ['appeared', 'shop']);
});
