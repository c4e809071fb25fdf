import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {writeEvents} from '../../helpers/history/write-events.js';
import {program} from '../../helpers/program.js';
import {environmentFor, run} from '../running.js';

test('events tells what the memory holds without a token, and without an address that answers', async () => {
	const file = path.join(freshFolder(), 'history.db');
	const start = Date.now() - 3_600_000;
	await writeEvents(file, {
		place: 'api.example', start, polls: Array.from({length: 300}, (_, index) => ({at: index * 5, states: {shop: index % 2 === 0 ? 'connected' : 'qr'}})),
	});
	const {end, stdout, stderr} = await run(['events', '--history', file, '--from', '2h', '--output', 'ndjson', 'name:shop']);
	assert.deepEqual([end, stderr], [0, '']);
	const lines = stdout.trimEnd().split('\n').map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
	assert.equal(lines.length, 299);
	const {at, event, account, name, toWord} = lines[0] ?? {};
	assert.deepEqual([at, event, account, name, toWord], [new Date(start + 5000).toISOString(), 'changed', 'api.example', 'shop', 'qr']);

	const command = `'${process.execPath}' '${program}' events --history '${file}' --output json | head -c 10; echo " \${PIPESTATUS[0]}"`;
	assert.equal(spawnSync('bash', ['-c', command], {env: environmentFor({}), encoding: 'utf8'}).stdout, '{"version" 0\n');
});
