import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {descendantsOf, until} from '../../../helpers/processes.js';
import {isAtPrompt, startAtPrompt} from '../../at-prompt.js';
import {isLive} from '../../watched.js';

/** Stops a monitor that many milliseconds after its start, and asserts that the shell has the terminal, and the monitor can go on. */
async function stopAfter(milliseconds: number, isKey: boolean): Promise<void> {
	const when = `${isKey ? 'Ctrl+Z' : 'SIGTSTP'} after ${milliseconds} ms`;
	await using started = await startAtPrompt();
	const {screen} = started;
	const monitorId = () => descendantsOf(screen.pid).find(({parent}) => parent === screen.pid)?.id;
	// Before that a key is the shell's.
	await until(() => monitorId() !== undefined);
	await delay(milliseconds);
	const before = Date.now();
	if (isKey) {
		screen.press('Ctrl+z');
	} else {
		process.kill(monitorId() ?? assert.fail(`${when}: no monitor`), 'SIGTSTP');
	}

	await screen.waitFor(() => screen.text().includes('Stopped') && isAtPrompt(screen), `${when}: the shell`);
	const took = Date.now() - before;
	assert.ok(!screen.alternate() && screen.cursor().visible, when);
	assert.ok(took < 1000, `${when}: it took ${took} ms`);
	screen.write('fg\r');
	await screen.waitFor(() => screen.alternate() && isLive(screen), `${when}: the monitor`);
	screen.press('q');
	await screen.waitFor(() => isAtPrompt(screen), `${when}: the end`);
}

test('a monitor that is stopped at any moment of its start gives the terminal back at once', async () => {
	for (let index = 0; index < 40; index++) {
		// eslint-disable-next-line no-await-in-loop -- one monitor after the other, so that none is slow to start
		await stopAfter((1000 * (index + Math.random())) / 40, index % 2 === 0);
	}
});
