import type {MonitorEvent} from '../core/fleet/events.js';
import type {Fleet} from '../core/fleet/fleet.js';
import {lookedAt, type Inventory} from '../core/fleet/inventory.js';
import {factsOf, rowIn} from '../core/fleet/row.js';
import {createMatcher} from '../core/filter/match.js';
import type {Filter} from '../core/filter/parse.js';
import {healthFirst, sortRows} from '../core/columns/sort.js';
import {writeEvent, writePresent} from './event-json.js';
import {matchingRows} from './listing.js';

export type EventStreamOptions = {
	/**
	Selects the instances whose events are written. Trouble with polling is written in any case: silence must not look like a quiet fleet.
	*/
	readonly filter: Filter;
	readonly hasInitial: boolean;
};

/** Gives the lines of a poll, by the fleet before and after it. */
export type EventStream = (before: Fleet, after: Fleet, at: number) => readonly string[];

/**
Makes the lines of `ryzetop watch`: the monitor's events, oldest first. With `hasInitial` the first answer of an account
is written as its instances.
*/
export function createEventStream({filter, hasInitial}: EventStreamOptions): EventStream {
	const isMatch = createMatcher();
	const isWanted = (event: MonitorEvent, inventory: Inventory) => {
		if (event.kind !== 'instance') {
			return true;
		}

		const {tracked, at: now} = event;
		return isMatch(filter, rowIn(inventory, tracked, {now, facts: factsOf(tracked.instance), isAcknowledged: false}), now);
	};

	return ({inventory: before, log: {nextId}}, {inventory: after, log: {events}}, at) => {
		const added = events.filter(({id}) => id >= nextId).toReversed();
		const isFirst = after.coverage.size > before.coverage.size;
		const present = isFirst && hasInitial
			? matchingRows(after, filter, at).filter(({tracked: {instance}}) => !before.coverage.has(instance.account))
			: [];
		return [
			...added.filter(event => isWanted(event, after)).map(event => writeEvent(event, {before, after})),
			...sortRows(present, healthFirst).map(({tracked}) => writePresent(tracked, lookedAt(after, tracked.instance.account) ?? at, after)),
		];
	};
}
