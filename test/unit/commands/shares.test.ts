import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {writePast} from '../../helpers/history/write-past.js';
import {runInside} from '../../helpers/run-inside.js';
import {simulate} from '../../helpers/servers/simulate.js';

const folder = freshFolder();

test('list and check tell the shares of what a monitor recorded, in every form, and nothing without a memory', async () => {
	await using simulator = await simulate({instances: 2, isMarked: false});
	const [one, other] = simulator.world.instances();
	assert.ok(one !== undefined && other !== undefined);
	const file = path.join(folder, 'history.db');
	await writePast({
		file, url: simulator.url, until: Date.now() - 1000, instances: [{uid: one.id, name: one.name, down: 5}, {uid: other.id, name: other.name, down: 0}],
	});
	const run = async (command: string, ...argv: readonly string[]) => {
		const {code, stdout, stderr} = await runInside([command, '--history', file, ...argv], {of: simulator});
		assert.equal(stderr, '');
		return [code, stdout] as const;
	};

	const lines = async (...argv: readonly string[]) => (await run('list', ...argv))[1].trimEnd().split('\n').map(line => line.trim().replaceAll(/\s+/gv, ' '));
	assert.deepEqual(await lines('--columns', 'name,up24h,up7d', '--sort', 'up24h'), ['NAME UP24H UP7D', `${one.name} 79.1% ~93.0%`, `${other.name} 100% ~100%`]);
	assert.deepEqual(await lines('--output', 'csv', '--columns', 'name', '--', 'up24h<99%'), ['name', one.name]);
	assert.deepEqual(await lines('--output', 'csv', '--columns', 'name', '--sort', '-up24h'), ['name', other.name, one.name]);
	const strips = await lines('--columns', 'last24h', '--ascii', '--sort', 'last24h');
	assert.match(strips.join('\n'), /^LAST24H\n---['\-]ooooo-{15}\n-{24}$/v);
	assert.match((await run('list', '--output', 'csv', '--columns', 'last24h', `name:${one.name}`))[1], /^name,last24h\r\n[^,]*,---['\-]ooooo-{15}\r\n$/v);
	const [, ndjson] = await run('list', '--output', 'ndjson', `name:${one.name}`);
	const {up24h, up7d, up30d, sinceBound} = (JSON.parse(ndjson) as {readonly ryzetop: Readonly<Record<string, unknown>>}).ryzetop;
	assert.deepEqual([up24h, up7d, up30d, sinceBound], [0.7916, 0.9305, 0.9305, 'exact']);
	const [, prometheus] = await run('list', '--output', 'prometheus');
	assert.match(prometheus, /^ryzetop_instance_connected_ratio\{account="[^"]*",name="[^"]*",window="24h"\} 1$/mv);
	assert.match(prometheus, /^ryzetop_instance_state_since_timestamp_seconds\{account="[^"]*",name="[^"]*"\} \d{10}\.?\d*$/mv);

	const [code, text] = await run('check', '--count', 'matches', '--', 'up24h<99%');
	assert.deepEqual([code, text.split(' | ', 1)[0]], [1, 'RYZETOP WARNING: 1 of 2 matches']);
	const none = await runInside(['check', '--no-history', '--', 'up24h<99%'], {of: simulator});
	assert.equal(none.code, 3);
	const bare = await runInside(['list', '--no-history', '--columns', 'up24h'], {of: simulator});
	assert.equal(bare.stdout, 'UP24H\n    —\n    —\n');
	const noStrip = await runInside(['list', '--no-history', '--output', 'csv', '--columns', 'last24h', `name:${one.name}`], {of: simulator});
	assert.equal(noStrip.stdout, `name,last24h\r\n${one.name},\r\n`);
});
