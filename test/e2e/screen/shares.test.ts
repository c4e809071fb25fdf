import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {writePast} from '../../helpers/history/write-past.js';
import {program} from '../../helpers/program.js';
import {openScreen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {run} from '../running.js';
import {isLive, rowOf} from '../watched.js';

test('list and the monitor tell the shares in the memory, and a filter by them looks them up at once', async () => {
	await using simulator = await simulate({instances: 2, isMarked: false});
	const [one, other] = simulator.world.instances();
	assert.ok(one !== undefined && other !== undefined);
	const file = path.join(freshFolder(), 'history.db');
	await writePast({
		file, url: simulator.url, until: Date.now() - 1000, instances: [{uid: one.id, name: one.name, down: 5}, {uid: other.id, name: other.name, down: 0}],
	});
	const listed = await run(['list', '--history', file, '--columns', 'name,up24h', '--sort', 'up24h', '--output', 'csv'], {of: simulator});
	assert.deepEqual([listed.stdout, listed.stderr], [`name,up24h\r\n${one.name},0.7916\r\n${other.name},1\r\n`, '']);

	// No second poll comes while this runs.
	await using screen = openScreen(process.execPath, [program, '--url', simulator.url, '--interval', '5m', '--history', file, '--columns', 'state,name,do'], {
		columns: 80, rows: 12, env: {RYZE_TOKEN: simulator.token, XDG_CONFIG_HOME: '/none'},
	});
	await screen.waitFor(isLive, 'the first answer');
	screen.write('/up24h<99%');
	await screen.waitFor(() => rowOf(screen, other.name) === undefined && rowOf(screen, one.name) !== undefined, 'the one that matches');
	screen.press('Ctrl+c');
	screen.press('Ctrl+c');
	await screen.waitForExit();
});
