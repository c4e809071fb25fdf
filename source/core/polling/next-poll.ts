import {budgetOf, isAnswer, type Outcome} from './outcome.js';
import {budgetWait, penaltyWait} from './rate-budget.js';

/** Settings of the delay. `interval` is in milliseconds, from the end of one poll to the beginning of the next. */
export type PollingPolicy = {
	readonly interval: number;
};

/** State from poll to poll: the number of polls that failed in a row. */
export type PollingState = {
	readonly failures: number;
};

export const initialPolling: PollingState = {failures: 0};

/** Reason for the delay, as people are shown it. */
export type DelayReason = 'interval' | 'budget' | 'back-off' | 'rate-limit' | 'token';

type Wait = {
	readonly delay: number;
	readonly reason: DelayReason;
};

/** Delay of the next poll, in milliseconds, the reason for it, and the state to pass on. */
export type NextPoll = Wait & {readonly state: PollingState};

/** Longest back-off; it is never longer than five intervals either. */
const longestBackOff = 60_000;

/** Delay while the token is refused; polling more often is of no use. */
const refusedInterval = 60_000;

/** Share of a back-off that chance may take off, so that many monitors do not come back at once. */
const jitterShare = 0.2;

/**
Computes the delay before the next poll: the greatest of the interval, the wait for the shared budget, and the back-off after
a failure (doubling from the interval to five intervals, at most a minute). `jitter` is a number from 0 to 1.

A refused token is tried again once a minute, or at the interval if its source held another one when it was read again.
*/
export function nextPoll(
	state: PollingState,
	outcome: Outcome,
	{now, jitter, policy}: {readonly now: number; readonly jitter: number; readonly policy: PollingPolicy},
): NextPoll {
	const {interval} = policy;
	const failures = isAnswer(outcome) ? 0 : state.failures + 1;

	const waits: Wait[] = [
		{delay: outcome.kind === 'rate-limited' ? 0 : budgetWait(budgetOf(outcome), now), reason: 'budget'},
	];

	if (outcome.kind === 'rate-limited') {
		waits.push({delay: penaltyWait(outcome.budget, outcome.retryAt, now), reason: 'rate-limit'});
	} else if (outcome.kind === 'unauthorized') {
		waits.push({delay: outcome.tokenChanged ? 0 : refusedInterval, reason: 'token'});
	} else if (failures > 0) {
		waits.push({delay: backOff(failures, interval, jitter), reason: 'back-off'});
	}

	let longest: Wait = {delay: interval, reason: 'interval'};
	for (const wait of waits) {
		longest = wait.delay > longest.delay ? wait : longest;
	}

	return {state: {failures}, ...longest};
}

function backOff(failures: number, interval: number, jitter: number): number {
	const doubled = interval * (2 ** Math.min(failures - 1, 10));
	const bounded = Math.min(doubled, interval * 5, longestBackOff);
	return bounded * (1 - (jitterShare * jitter));
}
