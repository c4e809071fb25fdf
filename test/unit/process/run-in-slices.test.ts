import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';
import type {Slices} from '../../../source/core/polling/slices.js';
import {runInSlices} from '../../../source/process/run-in-slices.js';

/** Work of so many steps, each of a millisecond. */
function * work(steps: number, done: {count: number}): Slices<string> {
	for (; done.count < steps; done.count++) {
		const began = performance.now();
		while (performance.now() - began < 1) {
			// The processor is busy.
		}

		yield;
	}

	return 'done';
}

test('other work gets its turn many times during long work, and not after each small step', async () => {
	const done = {count: 0};
	const running = runInSlices(work(60, done));
	const seen: number[] = [];
	// eslint-disable-next-line no-await-in-loop -- each turn is one of the loop's
	for (let turn = await setImmediate(true); turn && done.count < 60; turn = await setImmediate(true)) {
		seen.push(done.count);
	}

	assert.equal(await running, 'done');
	assert.ok(seen.length > 3 && seen.length < 60, String(seen.length));
});

test('work is left where it is once its signal is aborted', async () => {
	const done = {count: 0};
	const ending = new AbortController();
	const running = runInSlices(work(10_000, done), ending.signal);
	ending.abort();
	assert.equal(await running, undefined);
	const {count} = done;
	assert.ok(count < 10_000);
	await setImmediate();
	assert.equal(done.count, count);
});
