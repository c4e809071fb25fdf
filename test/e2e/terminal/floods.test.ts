import assert from 'node:assert/strict';
import test from 'node:test';
import type {Screen} from '../../helpers/screen.js';
import {isLive, watchSimulator} from '../watched.js';

const megabyte = 1024 * 1024;

/** Returns whether that row is selected. */
const isAt = (screen: Screen, position: string) => screen.lines().at(-1)?.endsWith(` ${position}`) ?? false;

/** Sequences that terminals send for keys and answers, and malformed ones. */
const sequences: readonly string[] = [
	'\u{1B}[999~',
	'\u{1B}[1;2;3;4;5;6;7;8;9z',
	`\u{1B}[${'1;'.repeat(5000)}m`,
	'\u{1B}[<0;10;10M',
	'\u{1B}[?62;22c',
	'\u{1B}[10;10R',
	'\u{1B}]11;rgb:0000/0000/0000\u{1B}\\',
	'\u{1B}P>|xterm(380)\u{1B}\\',
	'\u{1B}_Gi=1;OK\u{1B}\\',
	'\u{1B}[I\u{1B}[O',
	'\u{1B}[106;5:3u',
	'\u{1B}[57358u',
	'\u{0}\u{1}\u{5}\u{1C}\u{1D}\u{1E}\u{1F}',
	'\u{FFFD}\u{202E}\u{1F468}\u{200D}\u{1F469}',
];

test('a paste of a megabyte does nothing to the grid, and the next key is answered', async () => {
	await using watched = await watchSimulator();
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.write(`\u{1B}[200~${'q\u{3}G '.repeat(megabyte / 4)}\u{1B}[201~`);
	screen.press('j');
	await screen.waitFor(() => isAt(screen, '2/12'), 'the key after the paste');
	assert.ok(isLive(screen));
});

test('a paste of a megabyte into the prompt is survived, and the prompt can be left', async () => {
	await using watched = await watchSimulator();
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('/');
	screen.write(`\u{1B}[200~${'x\u{1B}[2J\r\n'.repeat(megabyte / 8)}\u{1B}[201~`);
	await screen.waitFor(() => screen.text().includes('No instance matches'), 'the words for none');
	screen.press('Ctrl+u', 'Enter');
	await screen.waitFor(isLive, 'the fleet again');
	screen.press('j');
	await screen.waitFor(() => isAt(screen, '2/12'), 'a key');
});

test('a flood typed without a paste\'s marks is obeyed key by key, while polls go on', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.write('j'.repeat(megabyte / 64));
	screen.press('g', 'j', 'j');
	await screen.waitFor(() => isAt(screen, '3/12'), 'the last key', 60_000);
	const before = simulator.requests();
	await screen.waitFor(() => simulator.requests() > before + 1, 'polls');
});

test('keys held down are all honoured, in order, across polls', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const before = simulator.requests();
	let held = 0;
	const timer = setInterval(() => {
		screen.press('j', 'k', 'j', 'k');
		held++;
	}, 10);
	try {
		await screen.waitFor(() => simulator.requests() > before + 2, 'polls while a key is held');
	} finally {
		clearInterval(timer);
	}

	assert.ok(held > 50);
	screen.press('j');
	await screen.waitFor(() => isAt(screen, '2/12'), 'the key after them');
});

test('no unknown sequence does anything, ends anything or takes the keys after it', async () => {
	await using watched = await watchSimulator();
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	for (const sequence of sequences) {
		screen.write(sequence);
		screen.press('j');
		// eslint-disable-next-line no-await-in-loop -- each on its own
		await screen.waitFor(() => isAt(screen, '2/12'), `a key after ${JSON.stringify(sequence.slice(0, 20))}`);
		screen.press('k');
		// eslint-disable-next-line no-await-in-loop -- each on its own
		await screen.waitFor(() => isAt(screen, '1/12') && isLive(screen), `the way back after ${JSON.stringify(sequence.slice(0, 20))}`);
	}
});

test('a storm of resizes ends in a whole picture of the last size', async () => {
	await using watched = await watchSimulator({scenario: 'busy', isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	for (let index = 0; index < 300; index++) {
		screen.resize(1 + ((index * 37) % 240), 1 + ((index * 17) % 70));
		if (index % 10 !== 0) {
			continue;
		}

		screen.press('j');
		// eslint-disable-next-line no-await-in-loop -- some of the sizes are drawn, most are overtaken
		await screen.settle(5);
	}

	screen.resize(100, 30);
	const before = screen.bytes().length;
	await screen.waitFor(() => isLive(screen) && isAt(screen, '31/40') && screen.bytes().includes('\u{1B}[H\u{1B}[2J', before), 'the last size, every key of the storm, and all of it drawn anew');
	await screen.settle();
	const drawn = screen.lines();
	screen.press('Ctrl+l');
	await screen.settle();
	// The clock in the second line may have moved on.
	assert.deepEqual(screen.lines().toSpliced(1, 1), drawn.toSpliced(1, 1));
});
