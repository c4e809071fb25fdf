import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {startSimulator} from '../../../source/simulator/server/server.js';
import {openScreen} from '../../helpers/screen.js';
import {isLive, program} from '../watched.js';

test('Ctrl+Z gives the shell its terminal, fg brings the monitor back with its keys', async () => {
	const simulator = await startSimulator({scenario: 'calm', now: Date.now, rateLimit: 100_000});
	await using screen = openScreen('bash', ['--norc', '-i'], {columns: 100, rows: 30, env: {RYZE_TOKEN: simulator.token, PS1: 'prompt> '}});
	try {
		await screen.waitFor(() => screen.text().includes('prompt>'), 'the shell');
		screen.write(`'${process.execPath}' '${program}' --url ${simulator.url} --interval 1s\r`);
		await screen.waitFor(isLive, 'the first answer');
		screen.press('Ctrl+z');
		await screen.waitFor(() => screen.text().includes('Stopped') && !screen.alternate(), 'the shell again');
		assert.ok(screen.cursor().visible);
		screen.write('echo still-$((40+2))\r');
		await screen.waitFor(() => screen.text().includes('still-42'), 'the shell works');
		screen.write('fg\r');
		await screen.waitFor(() => screen.alternate() && isLive(screen), 'the monitor again');
		screen.press('j');
		await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
		screen.press('q');
		await screen.waitFor(() => !screen.alternate() && screen.text().includes('ryzetop watched'), 'the end');
	} finally {
		await screen.close();
		await simulator.close();
	}
});
