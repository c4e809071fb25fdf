import {
	ageOf,
	budgetOf,
	isAnswer,
	retryAtOf,
	type Outcome,
} from './outcome.js';
import {
	budgetWait,
	longestWait,
	penaltyWait,
	retryWait,
	shareWait,
} from './rate-budget.js';

/** Settings of the delay. `interval` is in milliseconds, from the end of one poll to the beginning of the next. */
export type PollingPolicy = {
	readonly interval: number;
};

/** State from poll to poll: the number of polls that failed in a row, and of those among them that were refused with 429 in a row. */
export type PollingState = {
	readonly failures: number;
	readonly refusals: number;
};

export const initialPolling: PollingState = {failures: 0, refusals: 0};

/** Reason for the delay, as people are shown it. */
export type DelayReason = 'interval' | 'budget' | 'share' | 'back-off' | 'rate-limit' | 'token';

type Wait = {
	readonly delay: number;
	readonly reason: DelayReason;
};

/** Delay of the next poll, in milliseconds, the reason for it, and the state to pass on. */
export type NextPoll = Wait & {readonly state: PollingState};

/** Longest back-off after a failure, in milliseconds; it is never longer than five intervals either. */
const longestBackOff = 60_000;

/** Delay while the token is refused; polling more often is of no use. */
const refusedInterval = 60_000;

/** Share of a back-off that chance may take off, so that many monitors do not come back at once. */
const jitterShare = 0.2;

/**
Computes the delay before the next poll: the greatest of the interval, the wait for the shared budget, and the back-off after
a failure (doubling from the interval to five intervals, at most a minute). `jitter` is a number from 0 to 1, `share` the part of the
token's calls that is ours.

A 429 waits as long as it asked to. One that follows another backs off as well, doubling from the interval to five minutes: what the API
asked for was too short, or nothing, and every refusal spends a call.

Any other refusal, such as a 503, waits for as long as it asked to, at least.

A refused token is tried again once a minute, or like any failure if its source held another one when it was read again.
*/
export function nextPoll(
	state: PollingState,
	outcome: Outcome,
	{now, jitter, policy, share = 1}: {readonly now: number; readonly jitter: number; readonly policy: PollingPolicy; readonly share?: number},
): NextPoll {
	const {interval} = policy;
	const failures = isAnswer(outcome) ? 0 : state.failures + 1;
	// What is no answer of the API says nothing of its rate limit, so it ends no row of refusals.
	const refusals = outcome.kind === 'rate-limited' ? state.refusals + 1 : (outcome.kind === 'unreachable' ? state.refusals : 0);

	const waits: Wait[] = [
		{delay: outcome.kind === 'rate-limited' ? 0 : budgetWait(budgetOf(outcome), now), reason: 'budget'},
		{delay: isAnswer(outcome) && ageOf(outcome) === 0 ? shareWait(budgetOf(outcome), share, now) : 0, reason: 'share'},
		{delay: retryWait(retryAtOf(outcome), now), reason: 'back-off'},
	];

	if (outcome.kind === 'rate-limited') {
		waits.push(
			{delay: penaltyWait(outcome.budget, outcome.retryAt, now), reason: 'rate-limit'},
			{delay: backOff(refusals, interval, {longest: longestWait, jitter}), reason: 'back-off'},
		);
	} else if (outcome.kind === 'unauthorized' && !outcome.tokenChanged) {
		waits.push({delay: refusedInterval, reason: 'token'});
	} else if (failures > 0) {
		waits.push({delay: backOff(failures, interval, {longest: Math.min(interval * 5, longestBackOff), jitter}), reason: 'back-off'});
	}

	let longest: Wait = {delay: interval, reason: 'interval'};
	for (const wait of waits) {
		longest = wait.delay > longest.delay ? wait : longest;
	}

	return {state: {failures, refusals}, ...longest};
}

/**
Computes the wait after a poll that nobody may shorten, in milliseconds: what the API asked for, or the time until it has a call left.
*/
export function leastWait(outcome: Outcome, now: number): number {
	const budget = budgetOf(outcome);
	if (outcome.kind === 'rate-limited') {
		return penaltyWait(budget, outcome.retryAt, now);
	}

	return Math.max(retryWait(retryAtOf(outcome), now), (budget?.remaining ?? 1) <= 0 ? budgetWait(budget, now) : 0);
}

function backOff(failures: number, interval: number, {longest, jitter}: {readonly longest: number; readonly jitter: number}): number {
	const doubled = interval * (2 ** Math.min(failures - 1, 10));
	return Math.min(doubled, longest) * (1 - (jitterShare * jitter));
}
