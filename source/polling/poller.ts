import type {NextTry} from '../core/polling/feed.js';
import {budgetOf, type Outcome} from '../core/polling/outcome.js';
import {
	initialPolling,
	nextPoll,
	type NextPoll,
	type PollingState,
} from '../core/polling/next-poll.js';
import type {Clock, FetchList} from './ports.js';

/** The outcome of a poll that ended at `at`, and when the next one is due. */
export type PollEnd = {
	readonly outcome: Outcome;
	readonly at: number;
	readonly next: NextTry;
};

/** What the poller tells of its work. */
export type PollerReport = {
	readonly started: () => void;
	readonly ended: (end: PollEnd) => void;
	readonly rescheduled: (next: NextTry) => void;
	/** Between two polls the clock went on by so much more, or less, than the time that passed: the machine slept, or somebody set it. */
	readonly jumped: (by: number) => void;
};

export type PollerOptions = {
	readonly fetchList: FetchList;
	readonly clock: Clock;
	/** A number from 0 to 1, for the jitter. */
	readonly random: () => number;
	readonly interval: number;
	readonly report: PollerReport;
};

/** What came of the wish to poll at once. */
type PollNow =
	| {readonly kind: 'soon'}
	| {readonly kind: 'under-way'}
	| {readonly kind: 'must-wait'; readonly until: number};

export type Poller = {
	/** Polls until the signal is given; it never ends by itself. A poll under way is given up then. */
	readonly run: (signal: AbortSignal) => Promise<void>;
	/** Asks for a poll before its time. It spends the same budget, so it waits where the API has asked to wait. */
	readonly pollNow: () => PollNow;
	readonly setInterval: (interval: number) => void;
};

/** However fast somebody presses the key, this lies between the end of a poll and the next. */
const shortestPause = 1000;

/** Less than this is the clock's usual drift and what NTP takes back. */
const smallestJump = 30_000;

/**
Polls one account: fetch, report, sleep, and again. There is one poll at a time, and the interval counts from the end of the last.
*/
export function createPoller({fetchList, clock, random, interval: firstInterval, report}: PollerOptions): Poller {
	let interval = firstInterval;
	let state: PollingState = initialPolling;
	let last: {readonly outcome: Outcome; readonly at: number; readonly before: PollingState; readonly jitter: number} | undefined;
	let next: NextTry | undefined;
	let alarm = new AbortController();

	const plan = (): NextTry => {
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
		alarm.abort();
	};

	const sleepUntilNext = async (signal: AbortSignal) => {
		let own: AbortController;
		do {
			own = new AbortController();
			alarm = own;
			// eslint-disable-next-line no-await-in-loop -- It sleeps on where the time has been moved meanwhile.
			await clock.sleep((next?.at ?? 0) - clock.now(), AbortSignal.any([signal, own.signal]));
			// The clock is not asked again: one that was set back must not make the sleep longer.
		} while (own.signal.aborted && !signal.aborted);
	};

	let mark = {at: clock.now(), elapsed: clock.elapsed()};
	const reportJump = (at: number) => {
		const elapsed = clock.elapsed();
		const jump = (at - mark.at) - (elapsed - mark.elapsed);
		mark = {at, elapsed};
		if (Math.abs(jump) > smallestJump) {
			report.jumped(jump);
		}
	};

	return {
		async run(signal) {
			while (!signal.aborted) {
				next = undefined;
				report.started();
				// eslint-disable-next-line no-await-in-loop -- One poll at a time is the point.
				const outcome = await fetchList(signal);
				if (signal.aborted) {
					return;
				}

				const at = clock.now();
				reportJump(at);
				last = {
					outcome, at, before: state, jitter: random(),
				};
				next = plan();
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
				reschedule(plan());
			}
		},
	};
}
