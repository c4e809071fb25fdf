import {
	actionFor,
	actionsForPeople,
	isStuck,
	stuckFrom,
	type Action,
} from '../instance/action.js';
import {nextCoarseStep} from '../text/duration.js';
import type {Facts} from '../instance/facts.js';
import type {Instance} from '../instance/instance.js';
import {sharesIn, type Inventory} from './inventory.js';
import type {Shares} from './past/shares.js';
import type {Tracked} from './tracked.js';
import {seenSince, steadySince, type SeenSince} from './seen/since.js';
import {flapsUntil, isFlapping} from './flapping.js';
import {firstLook, lastLook, type Coverage} from './seen/coverage.js';
import {ownCoverage} from './seen/own-coverage.js';
import {clockValidUntil, whyOf, type WhyContext} from './why/why.js';

/** An instance as the grid shows it at the time of the data. */
export type Row = {
	readonly tracked: Tracked;
	readonly facts: Facts;
	readonly action: Action;
	readonly isStuck: boolean;
	readonly isFlapping: boolean;
	/** Whether it changed its state within the last seconds. */
	readonly isFresh: boolean;
	/** Whether it appeared in the list within the last minute. */
	readonly isNew: boolean;
	/** Whether a person has acknowledged its present state. */
	readonly isAcknowledged: boolean;
	/** Beginning of its state, as it can be told now. */
	readonly since: SeenSince;
	/** Time for which it was seen in its state, in milliseconds. */
	readonly lasted: number;
	/** For how long it was connected, as the memory told last; `undefined` where it told nothing. */
	readonly shares: Shares | undefined;
	/** Era of its account. */
	readonly era: number;
	/** Place in the order of health, from 0, the worst first. */
	readonly rank: number;
	/** Why it is not fine, in words; empty where it is. */
	readonly why: string;
};

/** Time for which a change of state is fresh, and emphasised. */
const freshFor = 5000;

/** Time for which an instance that appeared is new. */
const newFor = 60_000;

/**
Time of the data, the coverage of the instance's account, what is remembered of it, whether a person has acknowledged the state, and the
clock by which reasons tell times of day, for people alone.
*/
export type RowContext = {
	readonly now: number;
	readonly coverage: Coverage;
	readonly isAcknowledged: boolean;
	readonly shares?: Shares | undefined;
	readonly time?: WhyContext['time'];
};

/** Makes the row of an instance at `now`, the time of the data. */
export function rowOf(
	tracked: Tracked,
	facts: Facts,
	{now, isAcknowledged, coverage, shares, time}: RowContext,
): Row {
	const {instance, history, appeared, lastSeen} = tracked;
	const {era} = coverage;
	const own = ownCoverage(tracked, coverage);
	const seenAt = lastSeen === undefined ? now : lastLook(own);
	const since = seenSince(tracked.since, own);
	const isStuckNow = isStuck(instance, steadySince(tracked.since, own), seenAt);
	const isFlappingNow = isFlapping(history, {now, era});
	const judged = {
		tracked,
		facts,
		isStuck: isStuckNow,
		isFlapping: isFlappingNow,
		action: actionFor(instance, isStuckNow),
		since,
		lasted: Math.max(0, seenAt - since.at),
		era,
	};
	// Each field by itself: an object that is spread into another one takes more than twice the memory, and there are ten thousand.
	return {
		tracked,
		facts,
		isStuck: isStuckNow,
		isFlapping: isFlappingNow,
		action: judged.action,
		since,
		lasted: judged.lasted,
		era,
		isFresh: since.bound === 'exact' && now - since.at < freshFor,
		isNew: appeared.isExact && appeared.era === era && now - appeared.at < newFor,
		isAcknowledged,
		shares,
		rank: rankOf(instance, {isStuck: isStuckNow, isFlapping: isFlappingNow, isOdd: facts.odd.length > 0}),
		why: whyOf(judged, {now, time}),
	};
}

/** Makes the row of an instance of an inventory. */
export function rowIn({coverage, shares}: Pick<Inventory, 'coverage' | 'shares'>, tracked: Tracked, {facts, now, isAcknowledged, time}: {
	readonly facts: Facts;
	readonly now: number;
	readonly isAcknowledged: boolean;
	readonly time?: WhyContext['time'];
}): Row {
	const {account} = tracked.instance;
	return rowOf(tracked, facts, {
		now, isAcknowledged, coverage: coverage.get(account) ?? firstLook(now), shares: sharesIn({shares}, tracked.instance), time,
	});
}

/**
Time until which a row that was made at `now` stays the same, if nothing happens to its instance.
Then one of its marks changes, the text of the time in its state, or its reasons.
*/
export function rowValidUntil(row: Row, {now, coverage, time}: Pick<RowContext, 'now' | 'coverage' | 'time'>): number {
	const {tracked, since, isStuck: isStuckNow, isFlapping: isFlappingNow, isFresh, isNew, era, why} = row;
	const {instance, history, appeared} = tracked;
	return Math.min(
		since.at + nextCoarseStep(Math.max(0, now - since.at)),
		isStuckNow ? Infinity : stuckFrom(instance, steadySince(tracked.since, ownCoverage(tracked, coverage))),
		isFlappingNow ? flapsUntil(history, {now, era}) : Infinity,
		isFresh ? since.at + freshFor : Infinity,
		isNew ? appeared.at + newFor : Infinity,
		clockValidUntil(why, {now, time}),
	);
}

/** Place of an instance that is fine, the last. */
const fineRank = 7;

/** Whether a person should know of a row that is out of sight: its instance is not fine, in the list, and not acknowledged. */
export function isWorthKnowing({rank, tracked, isAcknowledged}: Row): boolean {
	return rank < fineRank && tracked.gone === undefined && !isAcknowledged;
}

/** Whether an instance of the list needs a person. */
export function requiresAction({action, tracked}: Row): boolean {
	return tracked.gone === undefined && actionsForPeople.includes(action);
}

/** Whether an instance of the list needs action, is odd, or has an integration in trouble. One that only flaps is not in trouble. */
export function isInTrouble(row: Row): boolean {
	const {facts, tracked} = row;
	return tracked.gone === undefined && (requiresAction(row) || facts.odd.length > 0 || facts.integrations.includes('trouble'));
}

/** Place of an instance in the order of health: look, logged out, disconnected, stuck, connecting, flapping, odd, fine. */
function rankOf(instance: Instance, marks: {readonly isStuck: boolean; readonly isFlapping: boolean; readonly isOdd: boolean}): number {
	switch (instance.state.kind) {
		case 'other': {
			return 0;
		}

		case 'loggedout': {
			return 1;
		}

		case 'disconnected': {
			return 2;
		}

		case 'connecting': {
			return marks.isStuck ? 3 : 4;
		}

		case 'connected': {
			return marks.isFlapping ? 5 : (marks.isOdd ? 6 : fineRank);
		}
	}
}
