import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openScreen, type ScreenOptions} from '../../helpers/screen.js';

const size: ScreenOptions = {columns: 20, rows: 5};

// Print text with the shell's `printf` escapes, then wait for a line from the keyboard.
const print = (text: string) => openScreen('sh', ['-c', `printf '${text}'; read line`], size);

test('waiting in vain shows what was awaited and the screen', async () => {
	await using screen = print('all quiet');
	await screen.waitFor(({text}) => text() === 'all quiet', 'the text');

	await assert.rejects(screen.waitFor(({text}) => text() === 'war', 'war', 20), {
		message: 'Waited 20 ms for war. The screen:\n--------------------\nall quiet\n--------------------',
	});
});

test('waiting ends at once when the program has ended', async () => {
	await using screen = openScreen('sh', ['-c', 'echo bye; exit 3'], size);

	await assert.rejects(screen.waitFor(({text}) => text() === 'hello', 'a greeting'), {
		message: 'Waited for a greeting, which can no longer come. The program has ended with code 3. The screen:\n--------------------\nbye\n--------------------',
	});
});

test('an error in a condition comes out of the wait', async () => {
	await using screen = print('ready');

	await assert.rejects(screen.waitFor(() => {
		throw new TypeError('no such row');
	}, 'a row'), {message: 'no such row'});
});

test('a screen is still once the program writes no more', async () => {
	await using screen = openScreen('sh', ['-c', 'for i in 1 2 3 4; do printf $i; sleep 0.02; done; read line'], size);
	await screen.waitFor(({text}) => text().startsWith('1'), 'the first number');

	await screen.settle(500);
	assert.equal(screen.text(), '1234');
});

test('a screen that never stands still is said to move', async () => {
	await using screen = openScreen('sh', ['-c', 'while :; do printf .; sleep 0.01; done'], size);

	await assert.rejects(screen.settle(1000, 1500), /^Error: Waited 1500 ms for 1000 ms of stillness\. The screen:/v);
});

test('a program that has ended is still', async () => {
	await using screen = openScreen('true', [], size);
	await screen.waitForExit();

	await screen.settle(60_000, 1);
});

test('waiting in vain for the end shows the screen', async () => {
	await using screen = print('here to stay');
	await screen.waitFor(({text}) => text() === 'here to stay', 'the text');

	await assert.rejects(screen.waitForExit(20), {
		message: 'Waited 20 ms for the program to end. The screen:\n--------------------\nhere to stay\n--------------------',
	});
});
