import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import type {Screen} from '../../../helpers/screen.js';
import {answers} from '../../../unit/terminal/keys/sequences.js';
import {isLive, watchSimulator} from '../../watched.js';

const isAt = (screen: Screen, position: string) => screen.lines().at(-1)?.endsWith(` ${position}`) ?? false;

/** Presses two keys, of which the second undoes the first, and waits for both. */
async function pressKeys(screen: Screen, after: string): Promise<void> {
	for (const [key, position] of [['j', '2/12'], ['k', '1/12']] as const) {
		screen.press(key);
		// eslint-disable-next-line no-await-in-loop -- one key after the other
		await screen.waitFor(() => isAt(screen, position), `${key} after ${after}`);
	}

	assert.ok(isLive(screen), after);
}

test('no answer of a terminal is taken for keys, cut at every byte', async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const short = answers.filter(text => text.length < 100);
	for (const answer of short) {
		const bytes = Buffer.from(answer);
		// An ESC by itself is the key, which does nothing here.
		for (let cut = 1; cut < bytes.length; cut++) {
			screen.write(bytes.subarray(0, cut));
			// eslint-disable-next-line no-await-in-loop -- the time between the pieces is a part of the input
			await pause(5);
			screen.write(bytes.subarray(cut));
		}

		// eslint-disable-next-line no-await-in-loop -- one answer after the other
		await pressKeys(screen, JSON.stringify(answer));
	}
});

test('no answer of a terminal with controls of 8 bits is taken for keys', async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	// Those that have no other ESC than at their beginning and in ST at their end.
	const escaped = answers.filter(text => text.startsWith('\u{1B}') && !text.slice(1).replace(/.\\$/v, '').includes('\u{1B}'));
	assert.ok(escaped.length > 30);
	for (const answer of escaped) {
		const parts = answer.split('\u{1B}').slice(1);
		const controls = parts.map(part => String.fromCodePoint((part.codePointAt(0) ?? 0) + 0x40) + part.slice(1));
		screen.write(Buffer.from(controls.join(''), 'latin1'));
		// eslint-disable-next-line no-await-in-loop -- one answer after the other
		await pressKeys(screen, JSON.stringify(answer));
	}
});

test('a paste whose end never comes takes the keys for some seconds only', async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.write('\u{1B}[200~qqq');
	const timer = setInterval(() => {
		screen.press('G');
	}, 100);
	try {
		await screen.waitFor(() => isAt(screen, '12/12'), 'a key', 20_000);
	} finally {
		clearInterval(timer);
	}
});

test('a megabyte typed into the prompt without a paste\'s marks is no more work than a paste, and the prompt says that it is full', async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('/');
	screen.write('x'.repeat(1_048_576));
	await screen.waitFor(() => screen.text().includes('full: 500 characters'), 'the end of the text');
	screen.press('Ctrl+u', 'Enter');
	await screen.waitFor(isLive, 'the fleet again', 20_000);
	await pressKeys(screen, 'the flood');
});
