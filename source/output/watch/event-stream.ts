import type {MonitorEvent} from '../../core/fleet/events.js';
import type {Fleet} from '../../core/fleet/fleet.js';
import {lookedAt, type Inventory} from '../../core/fleet/inventory.js';
import {createEventMatcher} from '../../core/filter/match-event.js';
import type {Filter} from '../../core/filter/parse.js';
import {healthFirst, sortRowsInSlices} from '../../core/columns/sort.js';
import {
	filterInSlices,
	mapInSlices,
	takeInSlices,
	type Slices,
} from '../../core/polling/slices.js';
import {matchingRows} from '../listing.js';
import {writeEvent, writePresent} from './event-json.js';

export type EventStreamOptions = {
	/**
	Selects the instances whose events are written. Trouble with polling is written in any case: silence must not look like a quiet fleet.
	*/
	readonly filter: Filter;
	readonly hasInitial: boolean;
};

/** Gives the lines of a poll, by the fleet before and after it, in slices. */
export type EventStream = (before: Fleet, after: Fleet, at: number) => Slices<readonly string[]>;

/** Number of events or instances in a slice. */
const perSlice = 20;

/**
Makes the lines of `ryzetop watch`: the monitor's events, oldest first. With `hasInitial` the first answer of an account
is written as its instances.
*/
export function createEventStream({filter, hasInitial}: EventStreamOptions): EventStream {
	const isMatch = createEventMatcher();
	const isWanted = (event: MonitorEvent, inventory: Inventory) => event.kind !== 'instance' || isMatch(filter, event, inventory);

	return function * ({inventory: before, log: {nextId}}, {inventory: after, log: {events}}, at) {
		const added = events.filter(({id}) => id >= nextId).toReversed();
		const lines: string[] = [];
		yield * takeInSlices(added, perSlice, event => {
			if (isWanted(event, after)) {
				lines.push(writeEvent(event, {before, after}));
			}
		});
		if (after.coverage.size === before.coverage.size || !hasInitial) {
			return lines;
		}

		const matching = yield * matchingRows(after, filter, at);
		const present = yield * filterInSlices(matching, perSlice, ({tracked: {instance}}) => !before.coverage.has(instance.account));
		const sorted = yield * sortRowsInSlices(present, healthFirst);
		const initial = yield * mapInSlices(sorted, perSlice, ({tracked}) => (
			writePresent(tracked, lookedAt(after, tracked.instance.account) ?? at, after)
		));
		return [...lines, ...initial];
	};
}
