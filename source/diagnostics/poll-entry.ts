import {troubleOf, type NextTry} from '../core/polling/feed.js';
import type {PollEnd} from '../polling/poller.js';
import {ageOf, budgetOf, type Outcome} from '../core/polling/outcome.js';
import {describeTrouble, noSuchInstance} from '../core/polling/trouble.js';

/** A poll that has ended, with the time it took. */
export type EndedPoll = Pick<PollEnd, 'outcome' | 'at' | 'interval' | 'next'> & {
	/** Between the start and the end of the poll, in milliseconds. */
	readonly duration: number;
};

/** Entry of the debug log for one poll, ready for `JSON.stringify`. It counts the instances of the answer and holds none of their data. */
export type PollEntry = {
	readonly kind: 'poll';
	readonly outcome: Outcome['kind'];
	/** The sentence that the header of the monitor shows for this outcome. */
	readonly words: string;
	readonly status: number | undefined;
	readonly durationMilliseconds: number;
	/** Age of the data when they came, where a cache answered. */
	readonly ageMilliseconds: number | undefined;
	readonly bytes: number | undefined;
	readonly instances: number | undefined;
	readonly rejected: number | undefined;
	readonly budget:
		| {
			readonly limit: number | undefined;
			readonly remaining: number | undefined;
			/** In ISO 8601. */
			readonly resetAt: string | undefined;
		}
		| undefined;
	readonly next: {readonly delayMilliseconds: number; readonly reason: NextTry['reason']};
};

/** Describes a poll for the debug log. */
export function describePoll({outcome, at, interval, next, duration}: EndedPoll): PollEntry {
	const budget = budgetOf(outcome);
	const resetAt = budget?.resetAt;
	const answer = outcome.kind === 'ok' ? outcome : undefined;
	return {
		kind: 'poll',
		outcome: outcome.kind,
		words: describeOutcome(outcome, interval),
		status: 'status' in outcome ? outcome.status : undefined,
		durationMilliseconds: Math.round(duration),
		ageMilliseconds: ageOf(outcome) === 0 ? undefined : ageOf(outcome),
		bytes: answer?.bytes,
		instances: answer?.snapshot.instances.length,
		rejected: answer?.snapshot.rejected.length,
		budget: budget && {
			limit: budget.limit,
			remaining: budget.remaining,
			resetAt: resetAt === undefined ? undefined : new Date(resetAt).toISOString(),
		},
		next: {delayMilliseconds: Math.round(next.at - at), reason: next.reason},
	};
}

function describeOutcome(outcome: Outcome, interval: number): string {
	const trouble = troubleOf(outcome, interval);
	if (trouble === undefined) {
		return outcome.kind === 'not-found' ? noSuchInstance : 'live';
	}

	const {health, what} = describeTrouble(trouble);
	return `${health}: ${what}`;
}
