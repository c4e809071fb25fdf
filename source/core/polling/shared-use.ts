import {windowLength, type RateBudget} from './rate-budget.js';

/** Calls left at the end of a poll. `polls` counts our polls up to it. */
type Count = {
	readonly remaining: number;
	readonly resetAt: number;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly polls: number;
};

/**
Use of the token in one rate window: the first count of it, and how many calls a minute other users of the token make.

`share` is the part of all calls that was ours when it was last told, 1 until then: the former window's tells most of the next one.
*/
export type SharedUse = {
	readonly first: Count;
	/** `undefined` until it can be told. */
	readonly others: number | undefined;
	readonly share: number;
};

/** The end of one window, as several answers tell it, differs by no more than this, in milliseconds: they tell it in seconds. */
const sameReset = 2500;

/** Two counts that are closer to each other than this, in milliseconds, say nothing of a minute. */
const shortestSpan = 3000;

/**
Folds the budget of an answer into what is known of other users. The calls that are left fall by those of all users, so that the fall since
the first answer of the window, less our own polls, is what others have used meanwhile. A 429 is no count: how many calls it refused nobody
tells. Nothing is said across two windows, nor where the API does not tell when they end.
*/
export function foldUse(
	use: SharedUse | undefined,
	budget: RateBudget | undefined,
	{at, polls, isRefused}: {readonly at: number; readonly polls: number; readonly isRefused: boolean},
): SharedUse | undefined {
	const {remaining, resetAt, limit} = budget ?? {};
	if (isRefused || remaining === undefined || resetAt === undefined) {
		return use;
	}

	const count = {
		remaining, resetAt, at, polls,
	};
	if (use === undefined || Math.abs(resetAt - use.first.resetAt) > sameReset || remaining > use.first.remaining) {
		return {first: count, others: undefined, share: use?.share ?? 1};
	}

	const {first} = use;
	const span = at - first.at;
	if (span < shortestSpan || span > windowLength + sameReset) {
		return use;
	}

	const own = polls - first.polls;
	const used = Math.max(0, first.remaining - remaining - own);
	return {
		first,
		others: Math.min(Math.round(used * windowLength / span), limit ?? Infinity),
		share: own > 0 ? own / (own + used) : use.share,
	};
}

/** Tells what others use, where they do. */
export function describeOthers(use: SharedUse | undefined, budget: RateBudget | undefined): string | undefined {
	const others = use?.others ?? 0;
	return others === 0 ? undefined : `others use about ${others}${budget?.limit === undefined ? '' : ` of ${budget.limit}`} a minute`;
}
