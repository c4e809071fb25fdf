import assert from 'node:assert/strict';
import test from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {isLive, watchSimulator} from '../watched.js';

/** Pieces of input that belong together, with the milliseconds between them. */
type Split = {readonly pieces: readonly string[]; readonly gap: number};

const splits: readonly Split[] = [
	{pieces: ['\u{1B}\u{1B}[200~qqq\u{1B}[201~'], gap: 0},
	{pieces: ['\u{1B}[2', '00~qqq\u{1B}[201~'], gap: 200},
	{pieces: ['\u{1B}', '[200~qqq\u{1B}[201~'], gap: 200},
	{pieces: ['\u{1B}P1$r', '2 q\u{1B}\\'], gap: 5},
	{pieces: ['\u{1B}]11;rgb:1c1c/', '1c1c/1c1c\u{1B}\\'], gap: 5},
	{pieces: ['\u{1B}[M qq'], gap: 0},
	{pieces: ['\u{1B}[113;1:3u'], gap: 0},
];

test('neither a paste nor an answer of the terminal is taken for keys, however it arrives', async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	for (const {pieces, gap} of splits) {
		for (const [index, piece] of pieces.entries()) {
			if (index > 0) {
				// eslint-disable-next-line no-await-in-loop -- the time between the pieces is a part of the input
				await pause(gap);
			}

			screen.write(piece);
		}

		for (const [key, position] of [['j', '2/12'], ['k', '1/12']] as const) {
			screen.press(key);
			// eslint-disable-next-line no-await-in-loop -- one key after the other
			await screen.waitFor(() => screen.lines().at(-1)?.endsWith(` ${position}`) ?? false, `${key} after ${JSON.stringify(pieces)}`);
		}

		assert.ok(isLive(screen), JSON.stringify(pieces));
	}
});
