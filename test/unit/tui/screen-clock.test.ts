import assert from 'node:assert/strict';
import test from 'node:test';
import {noon} from '../../helpers/fleet.js';
import {createScreenClock} from '../../../source/tui/screen-clock.js';

test('time goes on where the wall clock is set back, until the next poll is dated by it', () => {
	const times = {now: noon, elapsed: 0};
	const clock = createScreenClock({now: () => times.now, elapsed: () => times.elapsed});
	times.now += 5000;
	times.elapsed += 5000;
	assert.equal(clock.now(), noon + 5000);
	times.now -= 3_600_000;
	times.elapsed += 2000;
	assert.equal(clock.now(), noon + 7000);
	clock.polled({at: times.now, elapsed: times.elapsed});
	times.now += 1000;
	times.elapsed += 1000;
	assert.equal(clock.now(), noon + 5000 - 3_600_000 + 1000);
});

test('a sleep of the machine, which the monotonic clock does not count, makes the picture older', () => {
	const times = {now: noon, elapsed: 0};
	const clock = createScreenClock({now: () => times.now, elapsed: () => times.elapsed});
	times.now += 3_600_000;
	times.elapsed += 1000;
	assert.equal(clock.now(), noon + 3_600_000);
});
