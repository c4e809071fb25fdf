import assert from 'node:assert/strict';
import test from 'node:test';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {createPoller} from '../../../source/polling/poller.js';
import {spendCall, type RateWindow} from '../../../source/simulator/server/rate-limit.js';
import {noon, snapshotOf} from '../../helpers/fleet.js';
import {createHandClock} from '../../helpers/hand-clock.js';

const minute = 60_000;
const limit = 100;
const snapshot = snapshotOf([{name: 'sales'}]);

/** Polls with one token at these intervals for some minutes; tells for each poller its polls, and in all the refusals, after the first two. */
async function pollTogether(intervals: readonly number[], minutes: number, othersPerSecond = 0) {
	const clock = createHandClock(noon);
	const stop = new AbortController();
	let window: RateWindow | undefined;
	let refused = 0;
	const polls = intervals.map(() => 0);
	const isSteady = () => clock.now() >= noon + (2 * minute);
	const spend = (): Outcome => {
		const spent = spendCall(window, {now: clock.now(), limit, othersPerSecond});
		window = spent.window;
		const budget = {limit, remaining: spent.remaining, resetAt: spent.reset * 1000};
		if (spent.isAllowed) {
			return {
				kind: 'ok', snapshot, budget, bytes: 1,
			};
		}

		refused += Number(isSteady());
		return {
			kind: 'rate-limited', retryAt: undefined, budget, message: undefined,
		};
	};

	const done = intervals.map(async (interval, index) => {
		await clock.sleep(index * 700, stop.signal);
		const poller = createPoller({
			async fetchList() {
				polls[index] = (polls[index] ?? 0) + Number(isSteady());
				// An answer takes a while, by another time for each.
				await clock.sleep(40 + (index * 30), stop.signal);
				return spend();
			},
			clock, random: () => 0, interval, report: {
				started() {
					// Counted by `fetchList`.
				},
				async ended() {
					// Nothing is made of the outcome.
				},
				rescheduled() {
					// Nobody moves a poll.
				},
				leapt() {
					// No clock is set.
				},
			},
		});
		await poller.run(stop.signal);
	});
	await clock.turn((2 + minutes) * minute);
	stop.abort();
	await Promise.all(done);
	return {refused, perMinute: polls.map(count => count / minutes)};
}

test('monitors of one token slow down so that none of them is refused, and none is left out', async () => {
	for (const intervals of [[2000, 2000, 2000, 2000], [1000, 1000, 1000, 5000], [1000, 1000]]) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const {refused, perMinute} = await pollTogether(intervals, 4);
		const told = `${intervals.join(', ')}: ${perMinute.join(', ')}`;
		assert.equal(refused, 0, told);
		const total = perMinute.reduce((sum, count) => sum + count, 0);
		assert.ok(total > 0.8 * limit && total <= limit, told);
		const wanted = intervals.map(interval => minute / interval);
		const wantedInAll = wanted.reduce((sum, count) => sum + count, 0);
		for (const [index, count] of perMinute.entries()) {
			const fair = limit * (wanted[index] ?? 0) / wantedInAll;
			assert.ok(count > 0.6 * fair, told);
		}
	}
});

test('a monitor is no slower than its interval where the calls are enough for all', async () => {
	for (const [intervals, others] of [[[2000], 0], [[5000, 5000, 5000], 0], [[2000], 0.5]] as const) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const {refused, perMinute} = await pollTogether(intervals, 2, others);
		assert.equal(refused, 0);
		for (const [index, count] of perMinute.entries()) {
			assert.ok(count > 0.9 * minute / (intervals[index] ?? Infinity), `${intervals.join(', ')}: ${perMinute.join(', ')}`);
		}
	}
});
