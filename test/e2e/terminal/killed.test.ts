import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {startGuardian} from '../../../source/terminal/guardian/start.js';
import {startAtPrompt} from '../at-prompt.js';
import {isLive, watchSimulator} from '../watched.js';
import {
	assertGivenBack,
	awaitEnds,
	awaitGuardian,
	waitForSettings,
} from './killed.js';

test('SIGKILL gives the terminal back as it was, and leaves no process behind', async () => {
	await using watched = await watchSimulator({isUnderShell: true, line: waitForSettings});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const {monitor, guardian} = await awaitGuardian(watched);
	process.kill(monitor, 'SIGKILL');
	await screen.waitForExit();
	assertGivenBack(screen, 137);
	await awaitEnds([guardian]);
});

test('nothing is written to the terminal of a shell that has it back when the monitor is killed', async () => {
	await using started = await startAtPrompt();
	const {screen} = started;
	await screen.waitFor(isLive, 'the first answer');
	const {monitor, guardian} = await awaitGuardian({screen});
	screen.press('Ctrl+z');
	await screen.waitFor(() => /Stopped.*\n(?:.*\n)*prompt>/v.test(screen.text()), 'the shell again');
	const before = screen.byteCount();
	process.kill(monitor, 'SIGKILL');
	await awaitEnds([guardian]);
	assert.equal(screen.bytes(before), '');
	screen.write('echo still-$((40+2))\r');
	await screen.waitFor(() => screen.text().includes('still-42'), 'the shell works');
});

test('without a shell nothing is guarded, and nothing fails', async () => {
	const guardian = startGuardian({}, '/none/sh');
	guardian.tell('taken');
	await guardian.dismiss();
});
