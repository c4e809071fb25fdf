import type {Look} from '../core/fleet/seen/coverage.js';
import type {NextTry} from '../core/polling/feed.js';
import {ageOf, budgetOf, type Outcome} from '../core/polling/outcome.js';
import {
	initialPolling,
	leastWait,
	nextPoll,
	type NextPoll,
	type PollingState,
} from '../core/polling/next-poll.js';
import {foldUse, type SharedUse} from '../core/polling/shared-use.js';
import type {Clock, FetchList} from './ports.js';
import {leadOf, smallestLeap, watchHold} from './watch-hold.js';

/** End of a poll: its outcome, when it began and ended by both clocks in milliseconds, the interval, and when the next poll is due. */
export type PollEnd = Look & {
	readonly asked: Pick<Look, 'at' | 'elapsed'>;
	readonly outcome: Outcome;
	readonly next: NextTry;
};

/** Functions that the poller calls to report its work. */
export type PollerReport = {
	readonly started: () => void;
	/** The poller sleeps, and so polls again, only after the returned promise has resolved. */
	readonly ended: (end: PollEnd) => Promise<void>;
	/** The next poll was moved; it comes in `wait` milliseconds. */
	readonly rescheduled: (next: NextTry, wait: number) => void;
	/** The wall clock went ahead between two polls: the machine slept, or the clock was set. The next poll comes at once, if it may. */
	readonly leapt: () => void;
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

/** Poller of one account. */
export type Poller = {
	/** Polls until the signal is aborted, which also aborts a poll under way. It never ends by itself. */
	readonly run: (signal: AbortSignal) => Promise<void>;
	/**
	Moves the next poll to now. It spends the same budget as any other, so it waits where the API has asked to wait. A back-off from
	refusals that repeat can be cut short once: where that poll is refused as well, the next one comes when it is due.
	*/
	readonly pollNow: () => PollNow;
	readonly setInterval: (interval: number) => void;
};

/** Least time between the end of a poll and the beginning of the next, in milliseconds, however often the user presses the key. */
const shortestPause = 1000;

/** In milliseconds; how soon it is seen that the machine slept. */
const longestSleep = 5000;

/** The poll that ended last, with the state of polling before it. */
type LastPoll = {
	readonly outcome: Outcome;
	readonly at: number;
	readonly elapsed: number;
	readonly before: PollingState;
	readonly jitter: number;
	/** Whether a person asked for it. */
	readonly isAskedFor: boolean;
};

/** The next poll, due at a monotonic time: whatever is done to the wall clock, it comes when it was planned. */
type PlannedPoll = {
	readonly due: number;
	readonly reason: NextTry['reason'];
};

/** Makes the poller of one account: fetch, report, sleep, repeat. It makes one poll at a time. The interval begins when a poll ends. */
export function createPoller({fetchList, clock, random, interval: firstInterval, report}: PollerOptions): Poller {
	let interval = firstInterval;
	// The longest interval since the last poll: so far apart were two polls meant to be.
	let longest = firstInterval;
	let state: PollingState = initialPolling;
	let use: SharedUse | undefined;
	let polls = 0;
	let last: LastPoll | undefined;
	let next: PlannedPoll | undefined;
	let isAskedFor = false;
	let wake = new AbortController();

	const planAfter = ({outcome, at, elapsed, before, jitter}: LastPoll): PlannedPoll => {
		const planned: NextPoll = nextPoll(before, outcome, {
			now: at, jitter, policy: {interval}, share: use?.share ?? 1,
		});
		state = planned.state;
		return {due: elapsed + planned.delay, reason: planned.reason};
	};

	/** The plan by the wall clock as it was at the end of the last poll, by which its data are dated too. */
	const tellNext = ({due, reason}: PlannedPoll, {at, elapsed}: Pick<LastPoll, 'at' | 'elapsed'>): NextTry => ({at: at + (due - elapsed), reason});

	const reschedule = (to: PlannedPoll, from: LastPoll) => {
		next = to;
		report.rescheduled(tellNext(to, from), to.due - clock.elapsed());
		wake.abort();
	};

	/**
	Asks, and asks once more at once where the request failed in a time in which this process was held up: the failure says nothing of the API.
	Gives when the request began that was answered.
	*/
	const ask = async (signal: AbortSignal) => {
		const asked = {at: clock.now(), elapsed: clock.elapsed()};
		const endHold = watchHold(clock, signal);
		const outcome = await fetchList(signal);
		if (!endHold() || outcome.kind !== 'unreachable' || signal.aborted) {
			return {asked, outcome};
		}

		return {asked: {at: clock.now(), elapsed: clock.elapsed()}, outcome: await fetchList(signal)};
	};

	const sleepUntilNext = async (signal: AbortSignal) => {
		let left: number;
		while ((left = (next?.due ?? 0) - clock.elapsed()) > 0 && !signal.aborted) {
			const leadBefore = leadOf(clock);
			wake = new AbortController();
			// eslint-disable-next-line no-await-in-loop -- It sleeps again where the next poll was moved meanwhile.
			await clock.sleep(Math.min(left, longestSleep), AbortSignal.any([signal, wake.signal]));
			if (!(leadOf(clock) - leadBefore > smallestLeap)) {
				continue;
			}

			report.leapt();
			pollSoon();
		}
	};

	/** Moves the next poll to the earliest time at which the API allows it. */
	const pollSoon = () => {
		if (next === undefined || last === undefined) {
			return;
		}

		const soonest = Math.max(clock.elapsed(), last.elapsed + Math.max(shortestPause, leastWait(last.outcome, last.at)));
		if (last.outcome.kind !== 'rate-limited' && soonest < next.due) {
			reschedule({due: soonest, reason: 'interval'}, last);
		}
	};

	return {
		async run(signal) {
			while (!signal.aborted) {
				next = undefined;
				report.started();
				// eslint-disable-next-line no-await-in-loop -- There is one poll at a time.
				const {asked, outcome} = await ask(signal);
				if (signal.aborted) {
					return;
				}

				const [at, elapsed] = [clock.now(), clock.elapsed()];
				last = {
					outcome, at, elapsed, before: state, jitter: random(), isAskedFor,
				};
				isAskedFor = false;
				polls += 1;
				use = foldUse(use, ageOf(outcome) === 0 ? budgetOf(outcome) : undefined, {at, polls, isRefused: outcome.kind === 'rate-limited'});
				next = planAfter(last);
				// eslint-disable-next-line no-await-in-loop -- The next poll waits until this one was taken.
				await report.ended({
					outcome, asked, at, elapsed, interval: longest, next: tellNext(next, last),
				});
				longest = interval;
				// eslint-disable-next-line no-await-in-loop -- It sleeps between two polls.
				await sleepUntilNext(signal);
			}
		},
		pollNow() {
			if (next === undefined || last === undefined) {
				return {kind: 'under-way'};
			}

			const isStillRefused = last.isAskedFor && last.outcome.kind === 'rate-limited';
			const least = isStillRefused ? next.due : Math.min(next.due, last.elapsed + leastWait(last.outcome, last.at));
			if (clock.elapsed() < least && least > last.elapsed + shortestPause) {
				return {kind: 'must-wait', until: tellNext({...next, due: least}, last).at};
			}

			const soonest = Math.max(clock.elapsed(), last.elapsed + shortestPause);
			if (soonest < next.due) {
				isAskedFor = true;
				reschedule({due: soonest, reason: 'interval'}, last);
			}

			return {kind: 'soon'};
		},
		setInterval(chosen) {
			interval = chosen;
			longest = Math.max(longest, chosen);
			if (next === undefined || last === undefined) {
				return;
			}

			isAskedFor = false;
			reschedule(planAfter(last), last);
		},
	};
}
