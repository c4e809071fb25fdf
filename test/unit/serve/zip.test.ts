import assert from 'node:assert/strict';
import test from 'node:test';
import {text} from 'node:stream/consumers';
import {unzip, zip, type ZippedText} from '../../../source/serve/zip.js';

const zipAll = async (pieces: readonly string[]): Promise<ZippedText> => zip(function * (take) {
	for (const piece of pieces) {
		take(piece);
		yield;
	}
});

test('a text comes out as it went in, whatever its pieces are', async () => {
	const long = '😀ü'.repeat(60_000);
	for (const pieces of [[], ['a\n'], ['', 'a', '', long, 'b', long], Array.from({length: 300}, (_, index) => `ß${index}\n`)]) {
		// eslint-disable-next-line no-await-in-loop -- one text after the other
		const {zipped, length} = await zipAll(pieces);
		const whole = pieces.join('');
		// eslint-disable-next-line no-await-in-loop -- one text after the other
		assert.equal(await text(unzip(zipped)), whole);
		assert.equal(length, new TextEncoder().encode(whole).length);
	}
});

test('what fails while a text is made is told to whoever wants it', async () => {
	await assert.rejects(async () => zip(function * () {
		yield;
		throw new Error('no text');
	}), /no text/v);
});

test('a text that nobody waits for any more is left where it is', async () => {
	const stop = new AbortController();
	let taken = 0;
	await zip(function * (take) {
		for (;;) {
			taken += 1;
			if (taken === 3) {
				stop.abort();
			}

			take('x'.repeat(1000));
			yield;
		}
	}, stop.signal);
	assert.ok(taken < 10);
});
