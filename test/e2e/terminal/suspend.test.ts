import assert from 'node:assert/strict';
import test from 'node:test';
import {startAtPrompt} from '../at-prompt.js';
import {isLive} from '../watched.js';

test('Ctrl+Z gives the shell its terminal, fg brings the monitor back with its keys', async () => {
	await using started = await startAtPrompt('--interval', '1s');
	const {screen} = started;
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
