import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {program} from '../../helpers/program.js';
import {openScreen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';

test('the monitor tells what the server reports of itself where it is asked, in the header and among the events', async () => {
	await using simulator = await simulate({instances: 2, server: () => ({uptime: 60, isDegraded: true})});
	await using screen = openScreen(process.execPath, [program, '--url', simulator.url, '--health'], {
		columns: 80, rows: 12, env: {RYZE_TOKEN: simulator.token, XDG_CONFIG_HOME: '/none'},
	});
	await screen.waitFor(() => /^ live · [\d:]+ · server reports degraded: db/mv.test(screen.text()), 'the header');
	screen.press('e');
	await screen.waitFor(() => /[\d:]{8} +server reports degraded: db *$/mv.test(screen.text()), 'the event');
	assert.equal(simulator.requests(), 1, 'the list was asked once');
	screen.press('Ctrl+c');
	await screen.waitForExit();
});
