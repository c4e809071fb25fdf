import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {program} from '../../helpers/program.js';
import {openScreen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {isLive} from '../watched.js';

test('Ctrl+Z gives the shell its terminal, fg brings the monitor back with its keys', async () => {
	await using simulator = await simulate();
	await using screen = openScreen('bash', ['--norc', '-i'], {columns: 100, rows: 30, env: {RYZE_TOKEN: simulator.token, PS1: 'prompt> '}});
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
});
