import type {Feed, Trouble} from '../polling/feed.js';
import type {AccountId} from '../instance/instance.js';
import {oddities} from '../instance/oddities.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import type {ServerHappening} from '../polling/server.js';
import {describeTrouble} from '../polling/trouble.js';
import {
	lastLook,
	newHole,
	type Coverage,
	type Look,
} from './seen/coverage.js';
import type {Inventory} from './inventory.js';
import {noteFall, type KnownFall} from './past/known-fall.js';
import type {MassEvent} from './mass-event.js';
import {ownCoverage} from './seen/own-coverage.js';
import type {Tracked} from './tracked.js';
import {troubleLasted, type Polled} from './polled.js';
import {lastedUntil, type Lasted, type Since} from './seen/since.js';
import type {Transition} from './transitions.js';

/**
Kind of an event of an instance, with its details. A mark that is there at the first look of this start, and of which the memory does not
know, may have begun long before: `isAtFirstLook` is set.
*/
export type InstanceEventKind =
	| {readonly kind: 'changed'; readonly transition: Transition}
	| {readonly kind: 'appeared'}
	| {readonly kind: 'vanished'}
	| {readonly kind: 'returned'; readonly lasted: Lasted}
	| {readonly kind: 'odd-began'; readonly words: string; readonly isAtFirstLook?: true}
	| {readonly kind: 'odd-ended'; readonly words: string; readonly lasted: Lasted};

/**
An event of an account, as the events view lists it. `id` grows from event to event; `tracked` is the instance right after the event.
`unwatched` is a hole in the watching that is over: nothing is known of the time between its two looks. What happened to the server itself
is known where its `/health` is looked at.
*/
export type MonitorEvent = {
	readonly id: number;
	readonly at: number;
	readonly account: AccountId;
} & (
	| ServerHappening
	| {readonly kind: 'instance'; readonly tracked: Tracked; readonly happening: InstanceEventKind}
	| {readonly kind: 'unwatched'; readonly from: number; readonly to: number}
	| {readonly kind: 'trouble-began'; readonly words: string}
	| {readonly kind: 'trouble-ended'; readonly words: string; readonly lasted: Lasted}
);

/** Whether an event is of the server of an account. */
export function isOfServer(event: MonitorEvent): event is Extract<MonitorEvent, ServerHappening> {
	switch (event.kind) {
		case 'server-restarted':
		case 'server-ill':
		case 'server-well': {
			return true;
		}

		case 'instance':
		case 'unwatched':
		case 'trouble-began':
		case 'trouble-ended': {
			return false;
		}
	}
}

/** Events since the monitor started, newest first, and the mass events that falls among them belong to; the oldest are dropped. */
export type EventLog = {
	readonly nextId: number;
	readonly events: readonly MonitorEvent[];
	readonly falls: readonly KnownFall[];
};

export const emptyLog: EventLog = {nextId: 1, events: [], falls: []};

/** Most events that are kept, but for those of one poll, which stay together: about a day of a fleet that is never quiet. */
const mostEvents = 2000;

/** An event before it has its id. */
type Unnumbered = MonitorEvent extends infer Event ? Event extends MonitorEvent ? Omit<Event, 'id'> : never : never;

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
Adds the events of one poll of an account in the order of their times, in slices: those of polling, the hole that it ends, and those of its
instances, except after its first answer.

@yields Nothing.
*/
export function * logPoll(log: EventLog, result: PollResult): Slices<EventLog> {
	const {account, look, ended, before, after} = result;
	const isFirst = !before.coverage.has(account);
	const added: Unnumbered[] = [];
	const add = (event: NewEvent, at: number) => {
		added.push({...event, at, account});
	};

	// The data of an answer can be older than its end, where a cache has kept them; else both are of one time, but for some milliseconds.
	const isPollingLast = ended.elapsed > look.elapsed;
	const addPolling = () => {
		for (const event of pollingEvents(result)) {
			add(event, isPollingLast ? ended.at : Math.min(ended.at, look.at));
		}
	};

	if (!isPollingLast) {
		addPolling();
	}

	if (before !== after && !isFirst) {
		for (const event of holeEvents(result)) {
			add(event, look.at);
		}

		yield * takeInSlices(after.tracked, instancesPerSlice, ([key, tracked]) => {
			for (const happening of happeningsIn(result, before.tracked.get(key), tracked)) {
				add({kind: 'instance', tracked, happening}, look.at);
			}
		});
	}

	if (isPollingLast) {
		addPolling();
	}

	return addEvents(log, added);
}

/** Adds events that were seen at one time, oldest first. Subscribers read them from the log, so that all of them have to be in it. */
export function addEvents(log: EventLog, added: readonly Unnumbered[]): EventLog {
	return added.length === 0
		? log
		: {
			...log,
			nextId: log.nextId + added.length,
			events: [
				...added.map((event, index) => ({...event, id: log.nextId + index})).toReversed(),
				...cutEvents(log.events, Math.max(0, mostEvents - added.length)),
			],
		};
}

/** Notes the mass event of an account that goes on. Those that are older than all events are dropped. */
export function logFall(log: EventLog, account: AccountId, event: MassEvent | undefined): EventLog {
	const falls = noteFall(log.falls, account, event);
	const oldest = log.events.at(-1)?.at ?? -Infinity;
	return falls === log.falls ? log : {...log, falls: falls.filter(({until}) => until >= oldest)};
}

/** The newest events, about as many: those of one time stay together, since the memory tells what was before a time. */
function cutEvents(events: readonly MonitorEvent[], count: number): readonly MonitorEvent[] {
	const firstCut = events[count];
	if (firstCut === undefined) {
		return events;
	}

	const isApart = events[count - 1]?.at !== firstCut.at;
	return events.slice(0, isApart ? count : events.findLastIndex(({at}) => at === firstCut.at) + 1);
}

/** Number of instances in a slice: the events of so many take a few milliseconds. */
const instancesPerSlice = 200;

function holeEvents({account, before, after}: PollResult): readonly NewEvent[] {
	const next = after.coverage.get(account);
	const hole = next && newHole(before.coverage.get(account), next);
	return hole === undefined ? [] : [{kind: 'unwatched', ...hole}];
}

function happeningsIn({account, look, before}: PollResult, previous: Tracked | undefined, tracked: Tracked): readonly InstanceEventKind[] {
	const coverage = before.coverage.get(account);
	if (coverage === undefined || previous === tracked) {
		return [];
	}

	return [
		...happeningsOf(previous, tracked, since => lastedSeen(since, coverage, look)),
		...previous === undefined || tracked.gone !== undefined
			? []
			: oddHappenings(previous, tracked, since => lastedSeen(since, ownCoverage(previous, coverage), look)),
	];
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

	const transition = tracked.history.latest;
	return [
		...previous.goneSince === undefined ? [] : [{kind: 'returned', lasted: lastedFrom(previous.goneSince)} as const],
		...transition === undefined || transition === previous.history.latest ? [] : [{kind: 'changed', transition} as const],
	];
}

function oddHappenings(previous: Tracked, tracked: Tracked, lastedFrom: (since: Since) => Lasted): readonly InstanceEventKind[] {
	return oddities.flatMap(({id, words}): readonly InstanceEventKind[] => {
		const since = previous.odd.get(id);
		if ((since === undefined) === !tracked.odd.has(id)) {
			return [];
		}

		if (since === undefined) {
			return [{kind: 'odd-began', words, ...previous.instance.isRemembered && {isAtFirstLook: true} as const}];
		}

		return [{kind: 'odd-ended', words, lasted: lastedFrom(since)}];
	});
}

function pollingEvents({ended: look, feedBefore, feedAfter, polledBefore}: PollResult): readonly NewEvent[] {
	// Time in which nobody watched is no trouble: it shows as a hole.
	const former = feedBefore?.trouble?.outcome.kind === 'unwatched' ? undefined : feedBefore?.trouble;
	const began = feedAfter?.trouble;
	if (former === undefined) {
		return began === undefined ? [] : [{kind: 'trouble-began', words: troubleWords(began.outcome)}];
	}

	const lasted = polledBefore && troubleLasted(polledBefore, look);
	return began === undefined && lasted !== undefined ? [{kind: 'trouble-ended', words: troubleWords(former.outcome), lasted}] : [];
}

/** A trouble in the words of an event: `unreachable: the connection was refused`. */
export function troubleWords(trouble: Trouble): string {
	const {health, what} = describeTrouble(trouble);
	return `${health}: ${what}`;
}
