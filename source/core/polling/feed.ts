import type {AccountId} from '../instance/instance.js';
import type {TokenKind} from '../instance/snapshot.js';
import type {SafeText} from '../text/sanitize.js';
import {budgetOf, isAnswer, type Outcome} from './outcome.js';
import type {DelayReason} from './next-poll.js';
import type {RateBudget} from './rate-budget.js';

/** An outcome that is no answer. */
export type Trouble = Exclude<Outcome, {readonly kind: 'ok' | 'not-found'}>;

/** Time at which the next poll is due, and the reason for this time. */
export type NextTry = {
	readonly at: number;
	readonly reason: DelayReason;
};

/** State of the polling of one account. The header shows it, so that a person can see whether the picture is current. */
export type Feed = {
	readonly account: AccountId;
	readonly host: SafeText;
	readonly tokenKind: TokenKind;
	/** Time of the last answer, whose instances are on the screen. */
	readonly answeredAt: number | undefined;
	/** The trouble that polling is in now. */
	readonly trouble: {readonly outcome: Trouble} | undefined;
	/** Whether the one instance that was asked for does not exist, which is an answer and no trouble. */
	readonly isAbsent: boolean;
	/** Number of items of the last list that could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
	/** While there is trouble, it is `undefined` as long as a request is under way. */
	readonly next: NextTry | undefined;
	readonly polls: {readonly made: number; readonly failed: number};
};

/** Makes the feed of an account before its first poll. */
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

/** Folds the outcome of a poll that ended at `at` into the feed. */
export function foldOutcome(feed: Feed, outcome: Outcome, {at, next}: {readonly at: number; readonly next: NextTry}): Feed {
	const isGood = isAnswer(outcome);
	const updated = {
		...feed,
		budget: budgetOf(outcome) ?? feed.budget,
		next,
		polls: {made: feed.polls.made + 1, failed: feed.polls.failed + (isGood ? 0 : 1)},
	};

	if (outcome.kind === 'ok') {
		const {snapshot} = outcome;
		return {
			...updated,
			trouble: undefined,
			isAbsent: false,
			answeredAt: snapshot.at,
			rejected: snapshot.rejected.length,
			tokenKind: snapshot.tokenKind === 'unknown' ? feed.tokenKind : snapshot.tokenKind,
		};
	}

	return outcome.kind === 'not-found'
		? {
			...updated, trouble: undefined, isAbsent: true, answeredAt: at, rejected: 0,
		}
		: {...updated, trouble: {outcome}};
}
