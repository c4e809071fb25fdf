import {createFallFinder, idOfFall, type KnownFall} from '../fleet/past/known-fall.js';
import type {MonitorEvent} from '../fleet/events.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import type {ItemId} from './list-view.js';

type InstanceEvent = Extract<MonitorEvent, {readonly kind: 'instance'}>;

/** The falls of a mass event in one line, at the place of the newest of them. `events` has those that are at hand, newest first. */
export type MassLine = {
	readonly kind: 'mass';
	readonly id: string;
	readonly at: number;
	readonly fall: KnownFall;
	readonly events: readonly InstanceEvent[];
	readonly isUnfolded: boolean;
};

/** A fall below the line of its mass event. */
type FallenLine = {
	readonly kind: 'fallen';
	readonly id: number;
	readonly at: number;
	readonly mass: string;
	readonly event: InstanceEvent;
};

/** A line of the list of events: most are an event. */
export type EventLine = MonitorEvent | MassLine | FallenLine;

/** Number of events in a slice: so many are looked at within a few milliseconds. */
const perSlice = 5000;

/**
Makes the lines of events, newest first: the falls of a mass event are one line, or follow it where it is unfolded.

@yields Nothing.
*/
export function * foldEvents(
	events: readonly MonitorEvent[],
	falls: readonly KnownFall[],
	unfolded: ReadonlySet<ItemId>,
): Slices<readonly EventLine[]> {
	if (falls.length === 0) {
		return events;
	}

	const find = createFallFinder(falls);
	const groups = new Map<string, InstanceEvent[]>();
	const heads: Array<MonitorEvent | Omit<MassLine, 'events'>> = [];
	yield * takeInSlices(events, perSlice, event => {
		const fall = fallOf(event, find);
		if (fall === undefined || event.kind !== 'instance') {
			heads.push(event);
			return;
		}

		const id = idOfFall(fall);
		const group = groups.get(id);
		if (group === undefined) {
			groups.set(id, [event]);
			heads.push({
				kind: 'mass', id, at: event.at, fall, isUnfolded: unfolded.has(id),
			});
		} else {
			group.push(event);
		}
	});
	return heads.flatMap((head): readonly EventLine[] => {
		if (head.kind !== 'mass') {
			return [head];
		}

		const group = groups.get(head.id) ?? [];
		const line = {...head, events: group};
		return head.isUnfolded ? [line, ...group.map(event => fallenLine(event, head.id))] : [line];
	});
}

/** The first lines of events, newest first, each mass event folded: no more events are looked at than these take. */
export function latestLines(events: readonly MonitorEvent[], falls: readonly KnownFall[], count: number): readonly EventLine[] {
	const find = createFallFinder(falls);
	const lines: EventLine[] = [];
	const told = new Set<string>();
	for (const event of events) {
		if (lines.length >= count) {
			break;
		}

		const fall = fallOf(event, find);
		const id = fall && idOfFall(fall);
		if (fall === undefined || id === undefined) {
			lines.push(event);
		} else if (!told.has(id)) {
			told.add(id);
			lines.push({
				kind: 'mass', id, at: event.at, fall, events: [], isUnfolded: false,
			});
		}
	}

	return lines;
}

/**
The place of the selected line, from 0. An event whose line is folded away is in the line of its mass event; without either it is the first.
*/
export function findLine(lines: readonly EventLine[], selected: ItemId | undefined): number {
	if (selected === undefined) {
		return 0;
	}

	const index = lines.findIndex(({id}) => id === selected);
	return Math.max(0, index === -1 ? lines.findIndex(line => line.kind === 'mass' && line.events.some(({id}) => id === selected)) : index);
}

function fallOf(event: MonitorEvent, find: ReturnType<typeof createFallFinder>): KnownFall | undefined {
	return event.kind === 'instance' && event.happening.kind === 'changed' ? find(event.account, event.happening.transition) : undefined;
}

function fallenLine(event: InstanceEvent, mass: string): FallenLine {
	return {
		kind: 'fallen', id: event.id, at: event.at, mass, event,
	};
}
