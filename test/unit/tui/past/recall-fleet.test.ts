import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import type {WatchMemory} from '../../../../source/polling/memory/watch-memory.js';
import {bucketsOf} from '../../../../source/core/view/timeline/timeline-view.js';
import {createFleetPast} from '../../../../source/tui/past/recall-fleet.js';
import {noon} from '../../../helpers/fleet.js';

/** What looks up in this memory, and the length of the first span that was found. */
function start(memory: Pick<WatchMemory, 'downCounts'>, pause: () => Promise<void>) {
	const found = Promise.withResolvers<number>();
	const lookUp = createFleetPast({
		memory: () => memory as WatchMemory,
		recalled({buckets: {window}}) {
			found.resolve(window.to - window.from);
		},
		lookUpEvery: 10_000,
		elapsed: () => 0,
		signal: new AbortController().signal,
		fail: found.reject,
		pause,
	});
	return {lookUp, found: found.promise};
}

test('what was down in a span is given up as soon as another span is wanted', async () => {
	const longest = 5_000_000;
	let steps = 0;
	const memory: Pick<WatchMemory, 'downCounts'> = {
		* downCounts({from, to}) {
			// That of a month takes many turns of the event loop.
			const end = to - from > 24 * 60 * 60_000 ? longest : 0;
			for (; steps < end; steps++) {
				yield;
			}

			return [];
		},
	};
	// The key after the month's comes while it is looked up.
	const {lookUp, found} = start(memory, async () => undefined);
	const [month, day] = [bucketsOf({span: 4}, 40, noon), bucketsOf({span: 2}, 40, noon)];
	lookUp(month);
	await setImmediate();
	lookUp(day);
	assert.equal(await found, 24 * 60 * 60_000);
	assert.ok(steps > 0 && steps < longest, `the month was looked up for ${steps} steps`);
});

test('while a key of another span comes soon after the one before, nothing is looked up but what the last one wants', async () => {
	const asked: number[] = [];
	const memory: Pick<WatchMemory, 'downCounts'> = {
		* downCounts({from, to}) { // eslint-disable-line require-yield -- an iterator is wanted
			asked.push(to - from);
			return [];
		},
	};
	const rest = Promise.withResolvers<void>();
	const {lookUp, found} = start(memory, async () => rest.promise);
	for (const span of [3, 4, 3, 2]) {
		lookUp(bucketsOf({span}, 40, noon));
	}

	rest.resolve();
	assert.equal(await found, 24 * 60 * 60_000);
	assert.deepEqual(asked, [24 * 60 * 60_000]);
});
