import type {AccountId} from '../instance/instance.js';
import type {TokenKind} from '../instance/snapshot.js';
import type {SafeText} from '../text/sanitize.js';
import {budgetOf, isAnswer, type Outcome} from './outcome.js';
import type {DelayReason} from './next-poll.js';
import type {RateBudget} from './rate-budget.js';

/** An outcome that is no answer. */
export type Trouble = Exclude<Outcome, {readonly kind: 'ok' | 'not-found'}>;

/** When the next poll is due, and why then. */
export type NextTry = {
	readonly at: number;
	readonly reason: DelayReason;
};

/** How polling one account goes: what the header tells of whether the picture can be trusted. */
export type Feed = {
	readonly account: AccountId;
	readonly host: SafeText;
	readonly tokenKind: TokenKind;
	/** When the picture on the screen was told. */
	readonly answeredAt: number | undefined;
	/** What is wrong now, and since when. */
	readonly trouble: {readonly outcome: Trouble; readonly since: number} | undefined;
	/** The one instance that was asked for does not exist: a calm answer, not a trouble. */
	readonly isAbsent: boolean;
	/** How many items of the last list could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
	/** While there is trouble, unknown as long as a request is under way. */
	readonly next: NextTry | undefined;
	readonly polls: {readonly made: number; readonly failed: number};
};

export function newFeed(account: AccountId, host: SafeText): Feed {
	return {
		account,
		host,
		tokenKind: 'unknown',
		answeredAt: undefined,
		trouble: undefined,
		isAbsent: false,
		rejected: 0,
		budget: undefined,
		next: undefined,
		polls: {made: 0, failed: 0},
	};
}

/** Folds what came of a poll that ended at `at` into the feed. */
export function foldOutcome(feed: Feed, outcome: Outcome, {at, next}: {readonly at: number; readonly next: NextTry}): Feed {
	const isGood = isAnswer(outcome);
	const told = {
		...feed,
		budget: budgetOf(outcome) ?? feed.budget,
		next,
		polls: {made: feed.polls.made + 1, failed: feed.polls.failed + (isGood ? 0 : 1)},
	};

	if (outcome.kind === 'ok') {
		const {snapshot} = outcome;
		return {
			...told, trouble: undefined, isAbsent: false, answeredAt: snapshot.at, rejected: snapshot.rejected.length, tokenKind: snapshot.tokenKind === 'unknown' ? feed.tokenKind : snapshot.tokenKind,
		};
	}

	return outcome.kind === 'not-found'
		? {
			...told, trouble: undefined, isAbsent: true, answeredAt: at, rejected: 0,
		}
		: {...told, trouble: {outcome, since: feed.trouble?.since ?? at}};
}
