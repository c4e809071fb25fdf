import type {NextTry} from '../core/polling/feed.js';
import {budgetOf, type Outcome} from '../core/polling/outcome.js';
import {describeTrouble, noSuchInstance} from '../core/polling/trouble.js';

/** A poll that has ended: how long it took and what comes next. */
export type EndedPoll = {
	readonly outcome: Outcome;
	readonly at: number;
	readonly next: NextTry;
	readonly duration: number;
};

/** What the debug log keeps of a poll, ready to be told as JSON. What came in it is counted, never repeated. */
export type PollEntry = {
	readonly kind: 'poll';
	readonly outcome: Outcome['kind'];
	/** What the header said of it. */
	readonly words: string;
	readonly status: number | undefined;
	readonly durationMilliseconds: number;
	readonly bytes: number | undefined;
	readonly instances: number | undefined;
	readonly rejected: number | undefined;
	readonly budget: {readonly limit: number | undefined; readonly remaining: number | undefined; readonly resetAt: string | undefined} | undefined;
	readonly next: {readonly delayMilliseconds: number; readonly reason: NextTry['reason']};
};

/** Describes a poll for the debug log. */
export function describePoll({outcome, at, next, duration}: EndedPoll): PollEntry {
	const budget = budgetOf(outcome);
	const answer = outcome.kind === 'ok' ? outcome : undefined;
	return {
		kind: 'poll',
		outcome: outcome.kind,
		words: describeOutcome(outcome),
		status: 'status' in outcome ? outcome.status : undefined,
		durationMilliseconds: Math.round(duration),
		bytes: answer?.bytes,
		instances: answer?.snapshot.instances.length,
		rejected: answer?.snapshot.rejected.length,
		budget: budget && {limit: budget.limit, remaining: budget.remaining, resetAt: budget.resetAt === undefined ? undefined : new Date(budget.resetAt).toISOString()},
		next: {delayMilliseconds: Math.round(next.at - at), reason: next.reason},
	};
}

function describeOutcome(outcome: Outcome): string {
	if (outcome.kind === 'ok') {
		return 'live';
	}

	if (outcome.kind === 'not-found') {
		return noSuchInstance;
	}

	const {health, what} = describeTrouble(outcome);
	return `${health}: ${what}`;
}
