/**
What the answer's `X-RateLimit-*` headers said: 100 requests a minute per token, shared by everyone who uses it. `resetAt` is in milliseconds since the epoch.
*/
export type RateBudget = {
	readonly limit: number | undefined;
	readonly remaining: number | undefined;
	readonly resetAt: number | undefined;
};

/** The API's own advice: slow down when fewer calls than this are left. */
const lowBudget = 10;

/** No wait that a server asks for is longer than this, however absurd its headers. */
export const longestWait = 5 * 60_000;

/** The shortest wait after a 429, as the API advises. */
export const shortestPenalty = 1000;

/** A window's length, for a 429 that names no reset. */
const windowLength = 60_000;

/**
How long to let the budget rest before the next call. With enough left nothing; with few left, the rest of the window is shared out among them, so that the last is still there at its end; with none left, until the reset.
*/
export function budgetWait(budget: RateBudget | undefined, now: number): number {
	const {remaining, resetAt} = budget ?? {};
	if (remaining === undefined || remaining >= lowBudget) {
		return 0;
	}

	const untilReset = clampWait((resetAt ?? (now + windowLength)) - now);
	return remaining <= 0 ? untilReset : untilReset / (remaining + 1);
}

/** How long a 429 makes us wait: what `Retry-After` or the reset says, at least a second. A reset that has passed says nothing. */
export function penaltyWait(budget: RateBudget | undefined, retryAt: number | undefined, now: number): number {
	const until = retryAt ?? budget?.resetAt;
	return until === undefined || until <= now
		? (retryAt === undefined && budget?.resetAt === undefined ? windowLength : shortestPenalty)
		: Math.max(shortestPenalty, clampWait(until - now));
}

function clampWait(wait: number): number {
	return Math.min(longestWait, Math.max(0, wait));
}
