/**
Values of the answer's `X-RateLimit-*` headers. The API allows 100 requests a minute per token, which all users of the token share.
`resetAt` is in milliseconds since the epoch, by our clock.
*/
export type RateBudget = {
	readonly limit: number | undefined;
	readonly remaining: number | undefined;
	readonly resetAt: number | undefined;
};

/** Number of calls that counts as few: the API advises to slow down when fewer are left. */
export const lowBudget = 10;

/** Longest wait that a server can ask for, however absurd its headers are. */
export const longestWait = 5 * 60_000;

/** The shortest wait after a 429, as the API advises. */
export const shortestPenalty = 1000;

/** Length of the API's rate window, in milliseconds. A 429 that names no reset waits for one. */
export const windowLength = 60_000;

/**
Computes the wait that the budget needs before the next call, in milliseconds. With enough calls left there is none.
With few left, they are spread over the rest of the window, so that the last is still left at its end.
With none left, the wait lasts until the reset.
*/
export function budgetWait(budget: RateBudget | undefined, now: number): number {
	const {remaining, resetAt} = budget ?? {};
	if (remaining === undefined || remaining >= lowBudget) {
		return 0;
	}

	const untilReset = clampWait((resetAt ?? (now + windowLength)) - now);
	return remaining <= 0 ? untilReset : untilReset / (remaining + 1);
}

/** Computes the wait until the time that a server named by `Retry-After`; without one there is none. */
export function retryWait(retryAt: number | undefined, now: number): number {
	return retryAt === undefined ? 0 : clampWait(retryAt - now);
}

/** Computes the wait after a 429: until `Retry-After` or else the reset, at least a second. Without either it lasts one window. */
export function penaltyWait(budget: RateBudget | undefined, retryAt: number | undefined, now: number): number {
	const until = retryAt ?? budget?.resetAt;
	return until === undefined ? windowLength : Math.max(shortestPenalty, clampWait(until - now));
}

/** Smallest share of the calls that one user of the token keeps to: others that were busy for a moment do not stop it for a minute. */
const smallestShare = 1 / 8;

/**
Computes the wait that leaves others of the token their part, in milliseconds: so many of the calls left as were ours of late, spread over
the rest of the window. Monitors that all do so keep below the limit together, and none of them takes more than it had. It has no effect
where the calls left are enough for all.
*/
export function shareWait(budget: RateBudget | undefined, share: number, now: number): number {
	const {remaining, resetAt} = budget ?? {};
	if (share === 1 || remaining === undefined || resetAt === undefined) {
		return 0;
	}

	const untilReset = clampWait(resetAt - now);
	return Math.min(untilReset, untilReset / (remaining * Math.max(share, smallestShare)));
}

function clampWait(wait: number): number {
	return Math.min(longestWait, Math.max(0, wait));
}
