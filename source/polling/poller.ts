import type {NextTry} from '../core/polling/feed.js';
import {budgetOf, type Outcome} from '../core/polling/outcome.js';
import {
	initialPolling,
	nextPoll,
	type NextPoll,
	type PollingState,
} from '../core/polling/next-poll.js';
import type {Clock, FetchList} from './ports.js';

/** End of a poll: its outcome, when it ended in milliseconds since the epoch, and when the next poll is due. */
export type PollEnd = {
	readonly outcome: Outcome;
	readonly at: number;
	readonly next: NextTry;
};

/** Functions that the poller calls to report its work. */
export type PollerReport = {
	readonly started: () => void;
	readonly ended: (end: PollEnd) => void;
	readonly rescheduled: (next: NextTry) => void;
	/**
	The clock has jumped since the previous poll: the machine slept, or the clock was set.

	`by` is the time by which the clock advanced, less the time that passed, in milliseconds.
	*/
	readonly jumped: (by: number) => void;
};

export type PollerOptions = {
	readonly fetchList: FetchList;
	readonly clock: Clock;
	/** Gives a number from 0 to 1, for the jitter. */
	readonly random: () => number;
	/** In milliseconds. */
	readonly interval: number;
	readonly report: PollerReport;
};

/** Result of asking for a poll at once. */
type PollNow =
	| {readonly kind: 'soon'}
	| {readonly kind: 'under-way'}
	| {readonly kind: 'must-wait'; readonly until: number};

export type Poller = {
	/** Polls until the signal is aborted, which also aborts a poll under way. It never ends by itself. */
	readonly run: (signal: AbortSignal) => Promise<void>;
	/** Moves the next poll to now. It spends the same budget as any other, so it waits where the API has asked to wait. */
	readonly pollNow: () => PollNow;
	readonly setInterval: (interval: number) => void;
};

/** Least time between the end of a poll and the beginning of the next, in milliseconds, however often the user presses the key. */
const shortestPause = 1000;

/** In milliseconds. A smaller jump is drift of the clock, or a correction by NTP. */
const smallestJump = 30_000;

/** Makes the poller of one account: fetch, report, sleep, repeat. It makes one poll at a time. The interval begins when a poll ends. */
export function createPoller({fetchList, clock, random, interval: firstInterval, report}: PollerOptions): Poller {
	let interval = firstInterval;
	let state: PollingState = initialPolling;
	let last: {readonly outcome: Outcome; readonly at: number; readonly before: PollingState; readonly jitter: number} | undefined;
	let next: NextTry | undefined;
	let wake = new AbortController();

	const planNext = (): NextTry => {
		if (last === undefined) {
			return {at: clock.now(), reason: 'interval'};
		}

		const planned: NextPoll = nextPoll(last.before, last.outcome, {now: last.at, jitter: last.jitter, policy: {interval}});
		state = planned.state;
		return {at: last.at + planned.delay, reason: planned.reason};
	};

	const reschedule = (to: NextTry) => {
		next = to;
		report.rescheduled(to);
		wake.abort();
	};

	const sleepUntilNext = async (signal: AbortSignal) => {
		let currentWake: AbortController;
		do {
			currentWake = new AbortController();
			wake = currentWake;
			// eslint-disable-next-line no-await-in-loop -- It sleeps again where the next poll was moved meanwhile.
			await clock.sleep((next?.at ?? 0) - clock.now(), AbortSignal.any([signal, currentWake.signal]));
			// The clock is not read again after a full sleep: a clock that was set back must not lengthen the sleep.
		} while (currentWake.signal.aborted && !signal.aborted);
	};

	let previousTime = {at: clock.now(), elapsed: clock.elapsed()};
	const reportJump = (at: number) => {
		const elapsed = clock.elapsed();
		const jump = (at - previousTime.at) - (elapsed - previousTime.elapsed);
		previousTime = {at, elapsed};
		if (Math.abs(jump) > smallestJump) {
			report.jumped(jump);
		}
	};

	return {
		async run(signal) {
			while (!signal.aborted) {
				next = undefined;
				report.started();
				// eslint-disable-next-line no-await-in-loop -- There is one poll at a time.
				const outcome = await fetchList(signal);
				if (signal.aborted) {
					return;
				}

				const at = clock.now();
				reportJump(at);
				last = {
					outcome, at, before: state, jitter: random(),
				};
				next = planNext();
				report.ended({outcome, at, next});
				// eslint-disable-next-line no-await-in-loop -- It sleeps between two polls.
				await sleepUntilNext(signal);
			}
		},
		pollNow() {
			if (next === undefined || last === undefined) {
				return {kind: 'under-way'};
			}

			const budget = budgetOf(last.outcome);
			const isSpent = next.reason === 'rate-limit' || (next.reason === 'budget' && (budget?.remaining ?? 0) <= 0);
			if (isSpent && clock.now() < next.at) {
				return {kind: 'must-wait', until: next.at};
			}

			const soonest = Math.max(clock.now(), last.at + shortestPause);
			if (soonest < next.at) {
				reschedule({at: soonest, reason: 'interval'});
			}

			return {kind: 'soon'};
		},
		setInterval(chosen) {
			interval = chosen;
			if (next !== undefined && last !== undefined) {
				reschedule(planNext());
			}
		},
	};
}
