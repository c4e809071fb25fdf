import type {Feed} from '../polling/feed.js';
import type {AccountId} from '../instance/instance.js';
import {oddities} from '../instance/oddities.js';
import {describeTrouble} from '../polling/trouble.js';
import type {Inventory, Tracked} from './inventory.js';
import type {Since, Transition} from './transitions.js';

/** What happened to an instance. `tracked` is the instance as it was right after. */
export type InstanceEventKind =
	| {readonly kind: 'changed'; readonly transition: Transition}
	| {readonly kind: 'appeared'}
	| {readonly kind: 'vanished'}
	| {readonly kind: 'returned'; readonly goneSince: number}
	| {readonly kind: 'odd-began'; readonly words: string}
	| {readonly kind: 'odd-ended'; readonly words: string; readonly since: Since};

/** Something that happened. `id` grows from event to event. */
export type MonitorEvent = {
	readonly id: number;
	readonly at: number;
} & (
	| {readonly kind: 'instance'; readonly tracked: Tracked; readonly happening: InstanceEventKind}
	| {readonly kind: 'trouble-began'; readonly words: string}
	| {readonly kind: 'trouble-ended'; readonly words: string; readonly since: number}
);

/** The events of the monitor's life, newest first, as many as are kept. */
export type EventLog = {
	readonly nextId: number;
	readonly events: readonly MonitorEvent[];
};

export const emptyLog: EventLog = {nextId: 1, events: []};

/** A day of a fleet that is never quiet; older ones are let go. */
const mostEvents = 2000;

type NewEvent = MonitorEvent extends infer Event ? Event extends MonitorEvent ? Omit<Event, 'id' | 'at'> : never : never;

/** Adds what happened between two polls of an account: to its instances, and to the polling itself. */
export function logPoll(log: EventLog, {account, at, before, after, feedBefore, feedAfter}: {
	readonly account: AccountId;
	readonly at: number;
	readonly before: Inventory;
	readonly after: Inventory;
	readonly feedBefore: Feed | undefined;
	readonly feedAfter: Feed | undefined;
}): EventLog {
	const isFirst = !before.at.has(account);
	const found = [...pollingEvents(feedBefore, feedAfter), ...before === after || isFirst ? [] : instanceEvents(before, after)];
	if (found.length === 0) {
		return log;
	}

	const fresh = found.map((event, index): MonitorEvent => ({...event, id: log.nextId + index, at})).toReversed();
	return {nextId: log.nextId + found.length, events: [...fresh, ...log.events].slice(0, mostEvents)};
}

function instanceEvents(before: Inventory, after: Inventory): readonly NewEvent[] {
	return after.tracked.entries().flatMap(([key, tracked]) => {
		const former = before.tracked.get(key);
		const happenings = former === tracked ? [] : happeningsOf(former, tracked);
		return happenings.map((happening): NewEvent => ({kind: 'instance', tracked, happening}));
	}).toArray();
}

function happeningsOf(former: Tracked | undefined, tracked: Tracked): readonly InstanceEventKind[] {
	if (former === undefined) {
		return [{kind: 'appeared'}];
	}

	if (tracked.gone !== undefined) {
		return former.gone === undefined ? [{kind: 'vanished'}] : [];
	}

	const transition = tracked.history.at(-1);
	return [
		...former.gone === undefined ? [] : [{kind: 'returned', goneSince: former.gone} as const],
		...transition === undefined || transition === former.history.at(-1) ? [] : [{kind: 'changed', transition} as const],
		...oddHappenings(former, tracked),
	];
}

function oddHappenings(former: Tracked, tracked: Tracked): readonly InstanceEventKind[] {
	return oddities.flatMap(({id, words}): readonly InstanceEventKind[] => {
		const since = former.odd.get(id);
		if ((since === undefined) === !tracked.odd.has(id)) {
			return [];
		}

		return since === undefined ? [{kind: 'odd-began', words}] : [{kind: 'odd-ended', words, since}];
	});
}

function pollingEvents(before: Feed | undefined, after: Feed | undefined): readonly NewEvent[] {
	const ended = before?.trouble;
	const began = after?.trouble;
	if (ended === undefined) {
		return began === undefined ? [] : [{kind: 'trouble-began', words: wordsOf(began)}];
	}

	return began === undefined ? [{kind: 'trouble-ended', words: wordsOf(ended), since: ended.since}] : [];
}

function wordsOf({outcome}: NonNullable<Feed['trouble']>): string {
	const {health, what} = describeTrouble(outcome);
	return `${health}: ${what}`;
}
