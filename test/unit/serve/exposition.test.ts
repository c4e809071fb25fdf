import assert from 'node:assert/strict';
import test from 'node:test';
import {setImmediate} from 'node:timers/promises';
import zlib from 'node:zlib';
import {createExpositionCache} from '../../../source/serve/exposition.js';

/** A cache whose text counts how often it was made, and waits for `go` each time. */
const createCounting = () => {
	const state = {made: 0, now: 0, go: Promise.withResolvers<void>()};
	const cache = createExpositionCache({
		async make() {
			state.made += 1;
			const text = `text ${state.made}\n`;
			await state.go.promise;
			return function * (take) {
				take(text);
				yield;
			};
		},
		elapsed: () => state.now,
	});
	return {state, cache};
};

/** Waits until it holds, a turn of the loop at a time. */
const until = async (holds: () => Promise<boolean>) => {
	// eslint-disable-next-line no-await-in-loop -- one turn after the other
	while (!await holds()) {
		// eslint-disable-next-line no-await-in-loop -- one turn after the other
		await setImmediate();
	}
};

const read = ({zipped}: {readonly zipped: Uint8Array}) => zlib.gunzipSync(zipped).toString();

test('ten scrapers get one text, which is made once', async () => {
	const {state, cache} = createCounting();
	const all = Array.from({length: 10}, async () => cache.take());
	state.go.resolve();
	const texts = await Promise.all(all);
	assert.deepEqual([state.made, new Set(texts).size, read(await cache.take())], [1, 1, 'text 1\n']);
	assert.equal((await cache.take()).length, 'text 1\n'.length);
});

test('while scrapes come the text is made right after a change, and nobody waits for it', async () => {
	const {state, cache} = createCounting();
	state.go.resolve();
	await cache.take();
	state.go = Promise.withResolvers();
	cache.changed();
	assert.equal(state.made, 2);
	assert.equal(read(await cache.take()), 'text 1\n');
	state.go.resolve();
	await until(async () => read(await cache.take()) === 'text 2\n');

	assert.equal(state.made, 2);
});

test('the first scrape does not wait either', async () => {
	const {state, cache} = createCounting();
	state.go.resolve();
	cache.changed();
	assert.equal(state.made, 1);
	assert.equal(read(await cache.take()), 'text 1\n');
	assert.equal(state.made, 1);
});

test('where nobody scrapes nothing is made, and the first who does so again gets what is known now', async () => {
	const {state, cache} = createCounting();
	state.go.resolve();
	state.now += 10 * 60_000;
	cache.changed();
	assert.equal(state.made, 0);
	await cache.take();
	state.now += 10 * 60_000;
	cache.changed();
	cache.changed();
	assert.equal(state.made, 1);
	assert.equal(read(await cache.take()), 'text 2\n');
});
