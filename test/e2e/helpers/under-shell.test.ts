import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openScreen, type ScreenOptions} from '../../helpers/screen.js';
import {underShell} from '../../helpers/under-shell.js';
import {untouchedModes} from '../../helpers/modes.js';

const size: ScreenOptions = {columns: 20, rows: 5};

test('a shell around a program tells its exit code, and that the terminal is as it was', async () => {
	await using screen = openScreen(...underShell('(exit 5)'), size);
	await screen.waitForExit();

	assert.equal(screen.text(), 'TTY-SAME\nCODE=5');
	assert.deepEqual(screen.modes(), untouchedModes);
});

test('a shell around a program tells when the terminal was left changed', async () => {
	await using screen = openScreen(...underShell('stty -echo'), size);
	await screen.waitForExit();

	assert.equal(screen.text(), 'TTY-CHANGED\nCODE=0');
});

test('a signal ends the program under a shell, and the shell tells', async () => {
	await using screen = openScreen(...underShell('sh -c "printf ready; read line"'), size);
	await screen.waitFor(({text}) => text() === 'ready', 'the program');

	screen.kill('SIGTERM');
	await screen.waitForExit();
	assert.match(screen.text(), /TTY-SAME\nCODE=143$/v);
});
