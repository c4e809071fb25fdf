import type {AccountId} from '../instance/instance.js';
import type {TokenKind} from '../instance/snapshot.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {
	ageOf,
	budgetOf,
	isAnswer,
	type Outcome,
} from './outcome.js';
import type {DelayReason} from './next-poll.js';
import type {RateBudget} from './rate-budget.js';
import type {Server} from './server.js';
import {foldUse, type SharedUse} from './shared-use.js';

/** Why the picture is not live: an outcome that is no answer, an answer whose data are old, or no outcome at all. */
export type Trouble =
	| Exclude<Outcome, {readonly kind: 'ok' | 'not-found'}>
	/** A cache answered; `age` is that of its data when they came, in milliseconds. */
	| {readonly kind: 'old-data'; readonly age: number}
	/** No poll ended within the planned wait and the timeout, whatever the reason. */
	| {readonly kind: 'overdue'}
	/** The same, where nobody asked meanwhile: the program was stopped, or the machine slept. It is no trouble of the API's. */
	| {readonly kind: 'unwatched'};

/** Time at which the next poll is due, and the reason for this time. */
export type NextTry = {
	readonly at: number;
	readonly reason: DelayReason;
};

/** State of the polling of one account. The header shows it, so that a person can see whether the picture is current. */
export type Feed = {
	readonly account: AccountId;
	/** Name of the account, as people see it. */
	readonly name: SafeText;
	readonly host: SafeText;
	/** The profile that configures the account, where it is one of several: advice names its table in the config file. */
	readonly profile: string | undefined;
	readonly tokenKind: TokenKind;
	/** Time that the data on the screen are from: that of the answer that brought them, or earlier where a cache had kept it. */
	readonly answeredAt: number | undefined;
	/** Whether a poll has been under way for so long that people are told. */
	readonly isWaiting: boolean;
	/** The trouble that polling is in now. */
	readonly trouble: {readonly outcome: Trouble} | undefined;
	/** Whether the one instance that was asked for does not exist, which is an answer and no trouble. */
	readonly isAbsent: boolean;
	/** Number of items of the last list that could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
	/** What other users of the token use of the budget. */
	readonly use: SharedUse | undefined;
	/** While there is trouble, it is `undefined` as long as a request is under way. */
	readonly next: NextTry | undefined;
	readonly polls: {readonly made: number; readonly failed: number};
	/** What its server reports of itself; `undefined` where it is not asked, or was not looked at yet. */
	readonly server: Server | undefined;
};

/** Makes the feed of an account before its first poll. */
export function newFeed(account: AccountId, host: SafeText, profile?: string): Feed {
	return {
		account,
		name: sanitize(account),
		host,
		profile,
		tokenKind: 'unknown',
		answeredAt: undefined,
		isWaiting: false,
		trouble: undefined,
		isAbsent: false,
		rejected: 0,
		budget: undefined,
		use: undefined,
		next: undefined,
		polls: {made: 0, failed: 0},
		server: undefined,
	};
}

/** Data of an answer are never old before this age, in milliseconds, however short the interval is: it is the interval by default. */
const freshFor = 5000;

/**
The trouble that a poll of this interval ended with, if any. An answer is trouble as well where its data are older than the interval
explains: a picture that is never older than an interval and the time of a poll is live, and a copy that a cache kept for longer is not.
*/
export function troubleOf(outcome: Outcome, interval: number): Trouble | undefined {
	if (outcome.kind !== 'ok' && outcome.kind !== 'not-found') {
		return outcome;
	}

	const age = ageOf(outcome);
	return age > Math.max(interval, freshFor) ? {kind: 'old-data', age} : undefined;
}

/** For how long the picture of a feed has been stale, in milliseconds; `undefined` while it is not, or where there is none. */
export function staleFor({trouble, answeredAt}: Feed, now: number): number | undefined {
	return trouble === undefined || answeredAt === undefined ? undefined : Math.max(0, now - answeredAt);
}

/** The end of a poll: its time, the interval, and the next one. `isOutdated` is true for data that are older than those on the screen. */
export type OutcomeContext = {
	readonly at: number;
	readonly interval: number;
	readonly next: NextTry;
	readonly isOutdated?: boolean;
};

/** Folds the outcome of a poll into the feed. */
export function foldOutcome(feed: Feed, outcome: Outcome, {at, interval, next, isOutdated = false}: OutcomeContext): Feed {
	const isGood = isAnswer(outcome);
	const found = troubleOf(outcome, interval);
	const trouble = found && {outcome: found};
	const made = feed.polls.made + 1;
	const updated = {
		...feed,
		trouble,
		isWaiting: false,
		budget: budgetOf(outcome) ?? feed.budget,
		// What a cache has kept is an older count.
		use: foldUse(feed.use, ageOf(outcome) === 0 ? budgetOf(outcome) : undefined, {at, polls: made, isRefused: outcome.kind === 'rate-limited'}),
		next,
		polls: {made, failed: feed.polls.failed + (isGood ? 0 : 1)},
	};

	if (isOutdated) {
		return updated;
	}

	if (outcome.kind === 'ok') {
		const {snapshot} = outcome;
		return {
			...updated,
			isAbsent: false,
			answeredAt: snapshot.at,
			rejected: snapshot.rejected.length,
			tokenKind: snapshot.tokenKind === 'unknown' ? feed.tokenKind : snapshot.tokenKind,
		};
	}

	return outcome.kind === 'not-found'
		? {
			...updated, isAbsent: true, answeredAt: at - ageOf(outcome), rejected: 0,
		}
		: updated;
}
