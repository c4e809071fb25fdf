import assert from 'node:assert/strict';
import test from 'node:test';
import type {NextTry} from '../../../source/core/polling/feed.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import type {RateBudget} from '../../../source/core/polling/rate-budget.js';
import {createPoller} from '../../../source/polling/poller.js';
import {noon, snapshotOf} from '../../helpers/fleet.js';
import {createHandClock} from '../../helpers/hand-clock.js';

const plenty: RateBudget = {limit: 100, remaining: 90, resetAt: noon + 60_000};
const fine: Outcome = {
	kind: 'ok', snapshot: snapshotOf([{name: 'sales'}]), budget: plenty, bytes: 1500,
};
const down: Outcome = {kind: 'unreachable', reason: 'refused'};

/** A poller on a clock that is turned by hand; `answer` gives the outcome of each poll. */
function startPolling(answer: (
	count: number,
	pause: (milliseconds: number) => Promise<void>,
) => Outcome | Promise<Outcome>, interval = 5000) {
	const clock = createHandClock(noon);
	const polls: number[] = [];
	const nexts: NextTry[] = [];
	const intervals: number[] = [];
	const leaps: number[] = [];
	const stop = new AbortController();
	let inFlight = 0;
	const poller = createPoller({
		async fetchList() {
			polls.push(clock.now() - noon);
			inFlight += 1;
			assert.equal(inFlight, 1, 'one poll at a time');
			const outcome = await answer(polls.length, async milliseconds => clock.sleep(milliseconds, stop.signal));
			inFlight -= 1;
			return outcome;
		},
		clock,
		random: () => 0,
		interval,
		report: {
			started() {
				// Counted by `fetchList`.
			},
			async ended({next, interval: ofGap}) {
				nexts.push(next);
				intervals.push(ofGap);
			},
			rescheduled(next) {
				nexts.push(next);
			},
			leapt() {
				leaps.push(clock.now() - noon);
			},
		},
	});
	const done = poller.run(stop.signal);
	return {
		clock, polls, nexts, intervals, leaps, poller, stop, done,
	};
}

test('the interval is counted from the end of a poll to the start of the next', async () => {
	const {clock, polls, stop, done} = startPolling(async (count, pause) => {
		if (count === 1) {
			await pause(3000);
		}

		return fine;
	});
	await clock.turn(14_000);
	assert.deepEqual(polls, [0, 8000, 13_000]);
	stop.abort();
	await done;
});

test('there is never a second poll while one is under way, however often one asks', async () => {
	const {clock, polls, poller, stop, done} = startPolling(async (_, pause) => {
		await pause(30_000);
		return fine;
	});
	await clock.turn(1000);
	assert.deepEqual(poller.pollNow(), {kind: 'under-way'});
	await clock.turn(20_000);
	assert.deepEqual(polls, [0]);
	stop.abort();
	await done;
});

test('failures back off to five intervals, and an answer ends it', async () => {
	const {clock, polls, stop, done} = startPolling(count => count < 6 ? down : fine, 2000);
	await clock.turn(50_000);
	const pauses = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
	assert.deepEqual(pauses.slice(0, 7), [2000, 4000, 8000, 10_000, 10_000, 2000, 2000]);
	stop.abort();
	await done;
});

test('a 429 waits for the reset, and no key shortens that', async () => {
	const limited: Outcome = {
		kind: 'rate-limited', retryAt: undefined, budget: {limit: 100, remaining: 0, resetAt: noon + 40_000}, message: undefined,
	};
	const {clock, polls, poller, nexts, stop, done} = startPolling(count => count === 1 ? limited : fine);
	await clock.turn(10_000);
	assert.deepEqual(poller.pollNow(), {kind: 'must-wait', until: noon + 40_000});
	assert.equal(nexts[0]?.reason, 'rate-limit');
	await clock.turn(31_000);
	assert.deepEqual(polls, [0, 40_000]);
	stop.abort();
	await done;
});

const limitedAt = (resetAt: number): Outcome => ({
	kind: 'rate-limited', retryAt: undefined, budget: {limit: 100, remaining: 0, resetAt}, message: undefined,
});

test('a back-off from refusals can be cut short by a key once, and not again while they go on', async () => {
	const {clock, polls, poller, stop, done} = startPolling(() => limitedAt(noon - 3_600_000), 10_000);
	await clock.turn(31_000);
	assert.deepEqual(polls, [0, 10_000, 30_000]);
	assert.deepEqual(poller.pollNow(), {kind: 'soon'});
	await clock.turn(1);
	assert.deepEqual(polls, [0, 10_000, 30_000, 31_000]);
	await clock.turn(5000);
	assert.deepEqual(poller.pollNow(), {kind: 'must-wait', until: noon + 31_000 + 80_000});
	await clock.turn(70_000);
	assert.equal(polls.length, 4);
	await clock.turn(6000);
	assert.equal(polls.length, 5);
	assert.deepEqual(poller.pollNow(), {kind: 'soon'});
	stop.abort();
	await done;
});

test('what the API asked to wait holds for a key also where the interval is longer', async () => {
	const {clock, polls, poller, stop, done} = startPolling(() => limitedAt(noon + 40_000), 60_000);
	await clock.turn(10_000);
	assert.deepEqual(poller.pollNow(), {kind: 'must-wait', until: noon + 40_000});
	await clock.turn(31_000);
	assert.deepEqual(poller.pollNow(), {kind: 'soon'});
	await clock.turn(1);
	assert.deepEqual(polls, [0, 41_000]);
	stop.abort();
	await done;
});

test('the budget is obeyed before a 429 comes: the last calls are spread over the rest of the window', async () => {
	const {clock, polls, stop, done} = startPolling(count => ({...fine, budget: {limit: 100, remaining: 4 - count, resetAt: noon + 60_000}}));
	await clock.turn(59_000);
	assert.equal(polls.length, 4, 'three calls were left after the first, and one more is made at their end');
	stop.abort();
	await done;
});

test('a refresh by hand comes at once, but not sooner than a second after the last', async () => {
	const {clock, polls, poller, stop, done} = startPolling(() => fine, 60_000);
	await clock.turn(100);
	poller.pollNow();
	poller.pollNow();
	await clock.turn(500);
	assert.deepEqual(polls, [0]);
	await clock.turn(1000);
	assert.deepEqual(polls, [0, 1000]);
	await clock.turn(9000);
	poller.pollNow();
	await clock.turn(1);
	assert.deepEqual(polls, [0, 1000, 10_600]);
	stop.abort();
	await done;
});

test('a new interval counts from the end of the last poll', async () => {
	const {clock, polls, poller, stop, done} = startPolling(() => fine, 60_000);
	await clock.turn(4000);
	poller.setInterval(10_000);
	await clock.turn(6000);
	assert.deepEqual(polls, [0, 10_000]);
	stop.abort();
	await done;
});

test('a clock that is set back does not make the pause longer', async () => {
	const {clock, polls, stop, done} = startPolling(() => fine);
	await clock.turn(1000);
	clock.set(noon - 3_600_000);
	await clock.turn(4001);
	assert.equal(polls.length, 2);
	stop.abort();
	await done;
});

test('a poll that is moved after the clock was set back is told by the clock that the last one was told by', async () => {
	const {clock, nexts, poller, stop, done} = startPolling(() => fine);
	await clock.turn(2000);
	clock.set(noon - 3_600_000);
	poller.setInterval(10_000);
	assert.deepEqual(nexts.map(({at}) => at), [noon + 5000, noon + 10_000]);
	stop.abort();
	await done;
});

test('a poller that is stopped ends, reports nothing more and leaves no sleeper behind', async () => {
	const {clock, polls, nexts, stop, done} = startPolling(() => fine);
	await clock.turn(100);
	stop.abort();
	await done;
	await clock.turn(60_000);
	assert.equal(polls.length, 1);
	assert.equal(nexts.length, 1);
	assert.deepEqual(clock.sleeping(), []);
});

test('a token that its source has replaced is tried at the interval, one that it has not once a minute', async () => {
	const refused = (tokenChanged: boolean): Outcome => ({
		kind: 'unauthorized', status: 401, tokenChanged, budget: undefined, message: undefined,
	});
	const {clock, polls, stop, done} = startPolling(count => count === 1 ? refused(true) : refused(false));
	await clock.turn(70_000);
	assert.deepEqual(polls, [0, 5000, 65_000]);
	stop.abort();
	await done;
});

test('whatever is done to the clock, the next poll comes when it was planned, also after a key', async () => {
	const {clock, polls, poller, stop, done} = startPolling(() => fine);
	await clock.turn(1000);
	clock.set(noon - 3_600_000);
	poller.setInterval(8000);
	await clock.turn(7001);
	assert.equal(polls.length, 2, 'an hour back, and another interval');
	await clock.turn(2000);
	clock.set(noon - 7_200_000);
	assert.deepEqual(poller.pollNow(), {kind: 'soon'});
	await clock.turn(1);
	assert.equal(polls.length, 3, 'another hour back, and a poll that is asked for');
	stop.abort();
	await done;
});

test('the interval of a poll is the longest that was chosen since the poll before it', async () => {
	const {clock, polls, intervals, poller, stop, done} = startPolling(() => fine, 300_000);
	await clock.turn(200_000);
	poller.setInterval(60_000);
	await clock.turn(61_000);
	assert.deepEqual([polls.length, intervals], [3, [300_000, 300_000, 60_000]]);
	stop.abort();
	await done;
});

test('a wall clock that goes ahead brings the next poll at once, but never before the API allows it, and NTP does not', async () => {
	const refused: Outcome = {
		kind: 'rate-limited', retryAt: noon + 120_000, budget: undefined, message: undefined,
	};
	await Promise.all(([[fine, 3_600_000, 5], [down, 3_600_000, 5], [fine, 5000, undefined], [refused, 3_600_000, undefined]] as const).map(async ([outcome, by, seconds]) => {
		const {clock, polls, leaps, stop, done} = startPolling(() => outcome, 60_000);
		await clock.turn(1000);
		clock.set(clock.now() + by);
		await clock.turn(10_000);
		assert.deepEqual(polls.slice(1).map(at => at - by), seconds === undefined ? [] : [seconds * 1000], outcome.kind);
		assert.equal(leaps.length, by === 5000 ? 0 : 1);
		stop.abort();
		await done;
	}));
});

test('what failed while the process was stopped, or the machine slept, is asked again at once, and once only', async () => {
	for (const [stopped, slept] of [[20_000, 0], [0, 60_000]] as const) {
		const {clock, polls, nexts, stop, done} = startPolling(async (count, pause) => {
			await pause(count === 2 ? 3000 : 0);
			return count === 2 || count === 3 ? down : fine;
		});
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await clock.turn(5500);
		clock.stop(stopped);
		clock.set(clock.now() + slept);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await clock.turn(4000);
		assert.deepEqual([polls.length, nexts.length], [3, 2]);
		stop.abort();
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await done;
		assert.deepEqual(clock.sleeping(), []);
	}
});

test('what failed by itself, after however long, is not asked again at once', async () => {
	const {clock, polls, nexts, stop, done} = startPolling(async (_, pause) => {
		await pause(9000);
		return down;
	});
	await clock.turn(10_000);
	assert.deepEqual([polls, nexts.length], [[0], 1]);
	stop.abort();
	await done;
});
