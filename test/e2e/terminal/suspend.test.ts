import assert from 'node:assert/strict';
import test from 'node:test';
import {isAtPrompt, startAtPrompt} from '../at-prompt.js';
import {isLive, isTitleBack} from '../watched.js';

test('Ctrl+Z gives the shell its terminal, fg brings the monitor back with its keys', async () => {
	await using started = await startAtPrompt('--interval', '1s', '--mouse');
	const {screen} = started;
	await screen.waitFor(() => isLive(screen) && screen.modes().mouseTracking === 'vt200', 'the first answer');
	screen.press('Ctrl+z');
	await screen.waitFor(() => screen.text().includes('Stopped') && !screen.alternate(), 'the shell again');
	assert.ok(screen.cursor().visible);
	assert.equal(screen.modes().mouseTracking, 'none');
	screen.write('echo still-$((40+2))\r');
	await screen.waitFor(() => screen.text().includes('still-42'), 'the shell works');
	screen.write('fg\r');
	await screen.waitFor(() => screen.alternate() && isLive(screen), 'the monitor again');
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
	screen.write('\u{1B}[<0;10;6M\u{1B}[<0;10;6m');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 3/') ?? false, 'a click');
	screen.press('q');
	await screen.waitFor(() => !screen.alternate() && screen.text().includes('ryzetop watched'), 'the end');
	assert.equal(screen.modes().mouseTracking, 'none');
});

test('a monitor that is left in the moment it is back gives the terminal back once', async () => {
	await using started = await startAtPrompt();
	const {screen} = started;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Ctrl+z');
	await screen.waitFor(() => screen.text().includes('Stopped') && isAtPrompt(screen), 'the shell again');
	// The key is there before the picture is.
	screen.write('fg\rq');
	await screen.waitFor(() => screen.text().includes('watched') && isAtPrompt(screen), 'the end');
	assert.match(screen.text(), /\nryzetop watched .*none failed\.\nprompt>$/v);
	assert.ok(isTitleBack(screen));
	// The main screen at Ctrl+Z and at the end.
	assert.equal(screen.bytes().split('\u{1B}[?1049l').length - 1, 2);
});
