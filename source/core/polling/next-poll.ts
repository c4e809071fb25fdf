import {budgetOf, isAnswer, type Outcome} from './outcome.js';
import {budgetWait, penaltyWait} from './rate-budget.js';

/** What the delay depends on beside the last outcome. `interval` in milliseconds, measured from the end of one poll to the start of the next. */
export type PollingPolicy = {
	readonly interval: number;
};

/** What is carried from poll to poll: how many failed in a row. */
export type PollingState = {
	readonly failures: number;
};

export const initialPolling: PollingState = {failures: 0};

/** What decides the delay: shown to people as the reason for a wait. */
export type DelayReason = 'interval' | 'budget' | 'back-off' | 'rate-limit' | 'token';

type Wait = {
	readonly delay: number;
	readonly reason: DelayReason;
};

export type NextPoll = Wait & {readonly state: PollingState};

/** A back-off never waits longer than five intervals, nor than this. */
const longestBackOff = 60_000;

/** While the token is refused there is no use in asking more often. */
const refusedInterval = 60_000;

/** The share of a back-off that chance may take off, so that many monitors do not come back at once. */
const jitterShare = 0.2;

/**
How long to wait before the next poll: the greatest of the interval, what the shared budget asks for, and the back-off after a failure (doubling from the interval to five intervals, at most a minute). `jitter` is a number from 0 to 1.

A refused token is tried again once a minute; at the interval if its source held another one when it was read again.
*/
export function nextPoll(state: PollingState, outcome: Outcome, {now, jitter, policy}: {readonly now: number; readonly jitter: number; readonly policy: PollingPolicy}): NextPoll {
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
