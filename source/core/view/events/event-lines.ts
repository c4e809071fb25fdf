import {createFallFinder, idOfFall, type KnownFall} from '../../fleet/past/known-fall.js';
import type {MonitorEvent} from '../../fleet/events.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';
import type {ItemId} from '../list-view.js';
import {findFlaps} from './find-flaps.js';

type InstanceEvent = Extract<MonitorEvent, {readonly kind: 'instance'}>;

/**
What several events that are one line have in common: they are the falls of a mass event, changes in which one instance flapped, or marks
that one look showed.
*/
type Common =
	| {readonly kind: 'mass'; readonly fall: KnownFall}
	/** `isLatest` tells that the instance has not changed since. */
	| {readonly kind: 'flaps'; readonly isLatest: boolean}
	| {readonly kind: 'marks'};

/** Several events in one line, at the place of the newest of them. `events` has those that are at hand, newest first. */
export type FoldLine = Common & {
	readonly id: string;
	readonly at: number;
	readonly events: readonly [InstanceEvent, ...InstanceEvent[]];
	readonly isUnfolded: boolean;
};

/** An event below the line that it is folded in. */
type InnerLine = {
	readonly kind: 'inner';
	readonly id: number;
	readonly at: number;
	readonly outer: string;
	readonly event: InstanceEvent;
};

/** A line of the list of events: most are an event. */
export type EventLine = MonitorEvent | FoldLine | InnerLine;

/** Number of events in a slice: so many are looked at within a few milliseconds. */
const perSlice = 5000;

/** Fewer marks that one look shows are a line each. */
const fewestMarks = 3;

const foldKinds: ReadonlySet<string> = new Set(['mass', 'flaps', 'marks'] satisfies ReadonlyArray<FoldLine['kind']>);

/** Whether a line stands for several events. */
export function isFold(line: EventLine): line is FoldLine {
	return foldKinds.has(line.kind);
}

/**
Makes the lines of events, newest first: what belongs together is one line, or follows it where it is unfolded.

@yields Nothing.
*/
export function * foldEvents(
	events: readonly MonitorEvent[],
	falls: readonly KnownFall[],
	unfolded: ReadonlySet<ItemId>,
): Slices<readonly EventLine[]> {
	const folds = yield * findFolds(events, falls, unfolded);
	if (folds.size === 0) {
		return events;
	}

	const told = new Set<FoldLine>();
	const lines: EventLine[] = [];
	yield * takeInSlices(events, perSlice, event => {
		const fold = folds.get(event);
		if (fold === undefined) {
			lines.push(event);
		} else if (!told.has(fold)) {
			told.add(fold);
			lines.push(fold, ...fold.isUnfolded ? fold.events.map(inner => innerLine(inner, fold.id)) : []);
		}
	});
	return lines;
}

/**
Finds the line that each event is folded in.

@yields Nothing.
*/
function * findFolds(
	events: readonly MonitorEvent[],
	falls: readonly KnownFall[],
	unfolded: ReadonlySet<ItemId>,
): Slices<ReadonlyMap<MonitorEvent, FoldLine>> {
	const find = createFallFinder(falls);
	const fallen = new Map<string, {readonly fall: KnownFall; readonly events: InstanceEvent[]}>();
	const changes = new Map<string, InstanceEvent[]>();
	const marks = new Map<string, InstanceEvent[]>();
	const latest = new Map<string, InstanceEvent>();
	yield * takeInSlices(events, perSlice, event => {
		if (event.kind !== 'instance') {
			return;
		}

		const {happening, tracked} = event;
		const {key} = tracked.instance;
		if (happening.kind === 'odd-began') {
			addTo(marks, `${event.account} ${event.at}`, event);
		} else if (happening.kind !== 'odd-ended') {
			latest.set(key, latest.get(key) ?? event);
		}

		const fall = happening.kind === 'changed' ? find(event.account, happening.transition) : undefined;
		if (fall !== undefined) {
			const id = idOfFall(fall);
			fallen.set(id, fallen.get(id) ?? {fall, events: []});
			fallen.get(id)?.events.push(event);
		} else if (happening.kind === 'changed') {
			addTo(changes, key, event);
		}
	});

	const folds = new Map<MonitorEvent, FoldLine>();
	const put = (common: Common, id: string, [newest, ...others]: readonly InstanceEvent[]) => {
		if (newest === undefined) {
			return;
		}

		const line: FoldLine = {
			...common, id, at: newest.at, events: [newest, ...others], isUnfolded: unfolded.has(id),
		};
		for (const event of line.events) {
			folds.set(event, line);
		}
	};

	for (const [id, {fall, events: own}] of fallen) {
		put({kind: 'mass', fall}, id, own);
	}

	for (const own of marks.values()) {
		if (own.length >= fewestMarks) {
			put({kind: 'marks'}, idOf(own, unfolded), own);
		}
	}

	yield * takeInSlices(changes, perSlice, ([key, own]) => {
		for (const run of findFlaps(own)) {
			put({kind: 'flaps', isLatest: latest.get(key) === run[0]}, idOf(run, unfolded), run);
		}
	});
	return folds;
}

/** What events in one line are recognised by, while they grow at both ends: the one by which they were unfolded, else the oldest. */
function idOf(events: readonly InstanceEvent[], unfolded: ReadonlySet<ItemId>): string {
	const chosen = unfolded.size === 0 ? undefined : events.find(({id}) => unfolded.has(foldId(id)));
	return foldId((chosen ?? events.at(-1))?.id);
}

function foldId(id: number | undefined): string {
	return `${foldPrefix}${id ?? ''}`;
}

const foldPrefix = 'from ';

/** The event that a line is recognised by; `undefined` where it is recognised by a mass event. */
export function eventIdOf(item: ItemId): number | undefined {
	return typeof item === 'number' ? item : (item.startsWith(foldPrefix) ? Number(item.slice(foldPrefix.length)) : undefined);
}

function addTo(groups: Map<string, InstanceEvent[]>, key: string, event: InstanceEvent): void {
	const group = groups.get(key);
	if (group === undefined) {
		groups.set(key, [event]);
	} else {
		group.push(event);
	}
}

/**
The place of the selected line, from 0. An event whose line is folded away is in the line that it is folded in; without either it is the
first.
*/
export function findLine(lines: readonly EventLine[], selected: ItemId | undefined): number {
	if (selected === undefined) {
		return 0;
	}

	const index = lines.findIndex(({id}) => id === selected);
	const event = eventIdOf(selected);
	return Math.max(0, index === -1 ? lines.findIndex(line => (isFold(line) ? line.events : [line]).some(({id}) => id === event)) : index);
}

function innerLine(event: InstanceEvent, outer: string): InnerLine {
	return {
		kind: 'inner', id: event.id, at: event.at, outer, event,
	};
}
