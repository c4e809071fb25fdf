import type {AccountId} from '../instance/instance.js';
import type {Snapshot} from '../instance/snapshot.js';
import {
	foldOutcome,
	newFeed,
	troubleOf,
	type Feed,
	type NextTry,
} from '../polling/feed.js';
import {ageOf, type Outcome} from '../polling/outcome.js';
import type {Server} from '../polling/server.js';
import {runAtOnce, type Slices} from '../polling/slices.js';
import type {SafeText} from '../text/sanitize.js';
import {isBefore, notBefore, type Look} from './seen/coverage.js';
import {
	emptyLog,
	logFall,
	logPoll,
	type EventLog,
} from './events.js';
import {emptyInventory, foldSnapshot, type Inventory} from './inventory.js';
import {foldMass} from './mass/fold-mass.js';
import {noMass, type Masses} from './mass-event.js';
import {foldPolled, type Polled} from './polled.js';

/** All that is known now of the instances of all accounts, and of how they are polled. */
export type Fleet = {
	readonly inventory: Inventory;
	readonly feeds: ReadonlyMap<AccountId, Feed>;
	readonly polled: ReadonlyMap<AccountId, Polled>;
	readonly log: EventLog;
	readonly masses: Masses;
};

/** One poll of an account that has ended: its outcome, when it began and ended by both clocks, and when the next one is due. */
export type Poll = Look & {
	readonly account: AccountId;
	readonly asked: Pick<Look, 'at' | 'elapsed'>;
	readonly outcome: Outcome;
	readonly next: NextTry;
};

/**
An account as the fleet knows it before its first poll. `profile` configures it where it is one of several, and `known` is what is known of
its server by looks of before.
*/
type NewAccount = {
	readonly account: AccountId;
	readonly host: SafeText;
	readonly profile?: string | undefined;
	readonly known?: Server | undefined;
};

/** A fleet of these accounts, before any of them is polled. */
export function newFleet(accounts: readonly NewAccount[]): Fleet {
	return {
		inventory: emptyInventory,
		feeds: new Map(accounts.map(({account, host, profile, known}) => [account, {...newFeed(account, host, profile), server: known}])),
		polled: new Map(),
		log: emptyLog,
		masses: new Map(),
	};
}

/**
Folds one poll into the fleet, in slices. A poll without an answer changes neither the instances nor the mass events, and so does an answer
whose data are older than what is known already: they would make a change of what was before it. Instances are looked at when the data are
from, polling when it is. The facts of other accounts, and whatever did not change, keep their identity.

@yields Nothing.
*/
export function * foldPoll(fleet: Fleet, poll: Poll): Slices<Fleet> {
	const {account, outcome, next, at, elapsed, interval} = poll;
	const {inventory: before, masses, log, polled} = fleet;
	const answer = snapshotOf(poll);
	const coverage = before.coverage.get(account);
	const dated = {at: answer?.at ?? at, elapsed: elapsed - ageOf(outcome), interval};
	const isOutdated = answer !== undefined && isBefore(dated, coverage);
	const look = notBefore(dated, coverage);
	const snapshot = isOutdated ? undefined : answer;
	const {inventory, transitions} = snapshot === undefined
		? {inventory: before, transitions: []}
		: yield * foldSnapshot(before, snapshot, look);
	const polledBefore = polled.get(account);
	const feedBefore = fleet.feeds.get(account);
	const feedAfter = feedBefore && foldOutcome(feedBefore, outcome, {
		at, interval, next, isOutdated,
	});
	const mass = inventory === before
		? undefined
		: yield * foldMass(masses.get(account) ?? noMass, transitions, {account, now: look.at, inventory});
	const logged = yield * logPoll(log, {
		account, look, ended: poll, before, after: inventory, feedBefore, feedAfter, polledBefore,
	});
	return {
		inventory,
		feeds: feedAfter === undefined ? fleet.feeds : new Map(fleet.feeds).set(account, feedAfter),
		polled: new Map(polled).set(account, foldPolled(polledBefore, troubleOf(outcome, interval) !== undefined, poll)),
		log: logFall(logged, account, mass?.event),
		masses: mass === undefined ? masses : new Map(masses).set(account, mass),
	};
}

/**
Folds into the fleet that no poll of an account ended in the time that it may take. It is no poll, but a look at the polling, which is in
trouble from then on, unless it was already. Without a look nobody watched meanwhile, and the picture alone is not live any more: the next
poll tells of a hole, and of no trouble.
*/
export function foldSilence(fleet: Fleet, account: AccountId, look: Look | undefined): Fleet {
	const feedBefore = fleet.feeds.get(account);
	if (feedBefore === undefined || feedBefore.trouble !== undefined) {
		return fleet;
	}

	if (look === undefined) {
		return changeFeed(fleet, account, feed => ({...feed, trouble: {outcome: {kind: 'unwatched'}}, next: undefined}));
	}

	const {inventory, polled} = fleet;
	const polledBefore = polled.get(account);
	const feedAfter = {...feedBefore, trouble: {outcome: {kind: 'overdue'}}, next: undefined} as const;
	return {
		...fleet,
		feeds: new Map(fleet.feeds).set(account, feedAfter),
		polled: new Map(polled).set(account, foldPolled(polledBefore, true, look)),
		log: runAtOnce(logPoll(fleet.log, {
			account, look, ended: look, before: inventory, after: inventory, feedBefore, feedAfter, polledBefore,
		})),
	};
}

/** Changes the feed of one account between two polls, such as the time of its next poll. */
export function changeFeed(fleet: Fleet, account: AccountId, change: (feed: Feed) => Feed): Fleet {
	const feed = fleet.feeds.get(account);
	const changed = feed && change(feed);
	return changed === undefined || changed === feed ? fleet : {...fleet, feeds: new Map(fleet.feeds).set(account, changed)};
}

/** The list that a poll brought: an empty one if the one instance that was asked for does not exist, `undefined` if there was no answer. */
export function snapshotOf({account, outcome, at}: Pick<Poll, 'account' | 'outcome' | 'at'>): Snapshot | undefined {
	if (outcome.kind === 'ok') {
		return outcome.snapshot;
	}

	return outcome.kind === 'not-found'
		? {
			account, at: at - ageOf(outcome), tokenKind: 'unknown', instances: [], rejected: [], isSimulated: outcome.isSimulated ?? false,
		}
		: undefined;
}
