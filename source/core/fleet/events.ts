import type {Feed} from '../polling/feed.js';
import type {AccountId} from '../instance/instance.js';
import {oddities} from '../instance/oddities.js';
import {describeTrouble} from '../polling/trouble.js';
import {
	lastLook,
	newHole,
	type Coverage,
	type Look,
} from './seen/coverage.js';
import type {Inventory} from './inventory.js';
import {ownCoverage} from './seen/own-coverage.js';
import type {Tracked} from './tracked.js';
import {troubleLasted, type Polled} from './polled.js';
import {lastedUntil, type Lasted, type Since} from './seen/since.js';
import type {Transition} from './transitions.js';

/** Kind of an event of an instance, with its details. */
export type InstanceEventKind =
	| {readonly kind: 'changed'; readonly transition: Transition}
	| {readonly kind: 'appeared'}
	| {readonly kind: 'vanished'}
	| {readonly kind: 'returned'; readonly lasted: Lasted}
	| {readonly kind: 'odd-began'; readonly words: string}
	| {readonly kind: 'odd-ended'; readonly words: string; readonly lasted: Lasted};

/**
An event of an account, as the events view lists it. `id` grows from event to event; `tracked` is the instance right after the event.
`unwatched` is a hole in the watching that is over: nothing is known of the time between its two looks.
*/
export type MonitorEvent = {
	readonly id: number;
	readonly at: number;
	readonly account: AccountId;
} & (
	| {readonly kind: 'instance'; readonly tracked: Tracked; readonly happening: InstanceEventKind}
	| {readonly kind: 'unwatched'; readonly from: number; readonly to: number}
	| {readonly kind: 'trouble-began'; readonly words: string}
	| {readonly kind: 'trouble-ended'; readonly words: string; readonly lasted: Lasted}
);

/** Events since the monitor started, newest first; the oldest are dropped. */
export type EventLog = {
	readonly nextId: number;
	readonly events: readonly MonitorEvent[];
};

export const emptyLog: EventLog = {nextId: 1, events: []};

/** Most events that are kept, unless one poll alone brings more: about a day of a fleet that is never quiet. */
const mostEvents = 2000;

/** An event before it has its id and its time. */
type NewEvent = MonitorEvent extends infer Event ? Event extends MonitorEvent ? Omit<Event, 'id' | 'at' | 'account'> : never : never;

/**
Two inventories and feeds, before and after one poll of an account, and what was seen of its polling before. `look` is when the data of its
answer are from, `ended` when it ended.
*/
type PollResult = {
	readonly account: AccountId;
	readonly look: Look;
	readonly ended: Look;
	readonly before: Inventory;
	readonly after: Inventory;
	readonly feedBefore: Feed | undefined;
	readonly feedAfter: Feed | undefined;
	readonly polledBefore: Polled | undefined;
};

/**
Adds the events of one poll of an account: those of polling, the hole that it ends, and those of its instances, except after its first
answer.
*/
export function logPoll(log: EventLog, result: PollResult): EventLog {
	const {account, look, ended, before, after} = result;
	const isFirst = !before.coverage.has(account);
	const found = [
		...pollingEvents(result).map(event => ({...event, at: ended.at})),
		...(before === after || isFirst ? [] : [...holeEvents(result), ...instanceEvents(result)]).map(event => ({...event, at: look.at})),
	];
	if (found.length === 0) {
		return log;
	}

	const added = found.map((event, index): MonitorEvent => ({
		...event, id: log.nextId + index, account,
	})).toReversed();
	// Subscribers read the events of a poll from the log, so that all of them have to be in it.
	return {nextId: log.nextId + found.length, events: [...added, ...log.events].slice(0, Math.max(mostEvents, found.length))};
}

function holeEvents({account, before, after}: PollResult): readonly NewEvent[] {
	const next = after.coverage.get(account);
	const hole = next && newHole(before.coverage.get(account), next);
	return hole === undefined ? [] : [{kind: 'unwatched', ...hole}];
}

function instanceEvents({account, look, before, after}: PollResult): readonly NewEvent[] {
	const coverage = before.coverage.get(account);
	if (coverage === undefined) {
		return [];
	}

	const lastedFrom = (since: Since) => lastedSeen(since, coverage, look);
	return after.tracked.entries().flatMap(([key, tracked]) => {
		const previous = before.tracked.get(key);
		const happenings = previous === tracked
			? []
			: [
				...happeningsOf(previous, tracked, lastedFrom),
				...previous === undefined || tracked.gone !== undefined
					? []
					: oddHappenings(previous, tracked, since => lastedSeen(since, ownCoverage(previous, coverage), look)),
			];
		return happenings.map((happening): NewEvent => ({kind: 'instance', tracked, happening}));
	}).toArray();
}

function lastedSeen(since: Since, coverage: Coverage, look: Look): Lasted {
	return lastedUntil(since, {coverage, lastSeen: lastLook(coverage), look});
}

function happeningsOf(
	previous: Tracked | undefined,
	tracked: Tracked,
	lastedFrom: (since: Since) => Lasted,
): readonly InstanceEventKind[] {
	if (previous === undefined) {
		return [{kind: 'appeared'}];
	}

	if (tracked.gone !== undefined) {
		return previous.gone === undefined ? [{kind: 'vanished'}] : [];
	}

	const transition = tracked.history.at(-1);
	return [
		...previous.goneSince === undefined ? [] : [{kind: 'returned', lasted: lastedFrom(previous.goneSince)} as const],
		...transition === undefined || transition === previous.history.at(-1) ? [] : [{kind: 'changed', transition} as const],
	];
}

function oddHappenings(previous: Tracked, tracked: Tracked, lastedFrom: (since: Since) => Lasted): readonly InstanceEventKind[] {
	return oddities.flatMap(({id, words}): readonly InstanceEventKind[] => {
		const since = previous.odd.get(id);
		if ((since === undefined) === !tracked.odd.has(id)) {
			return [];
		}

		return since === undefined ? [{kind: 'odd-began', words}] : [{kind: 'odd-ended', words, lasted: lastedFrom(since)}];
	});
}

function pollingEvents({ended: look, feedBefore, feedAfter, polledBefore}: PollResult): readonly NewEvent[] {
	// Time in which nobody watched is no trouble: it shows as a hole.
	const former = feedBefore?.trouble?.outcome.kind === 'unwatched' ? undefined : feedBefore?.trouble;
	const began = feedAfter?.trouble;
	if (former === undefined) {
		return began === undefined ? [] : [{kind: 'trouble-began', words: wordsOf(began)}];
	}

	const lasted = polledBefore && troubleLasted(polledBefore, look);
	return began === undefined && lasted !== undefined ? [{kind: 'trouble-ended', words: wordsOf(former), lasted}] : [];
}

function wordsOf({outcome}: NonNullable<Feed['trouble']>): string {
	const {health, what} = describeTrouble(outcome);
	return `${health}: ${what}`;
}
