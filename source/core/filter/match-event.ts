import type {MonitorEvent} from '../fleet/events.js';
import type {Inventory} from '../fleet/inventory.js';
import {rowIn} from '../fleet/row.js';
import {factsOf, type Facts} from '../instance/facts.js';
import type {Instance} from '../instance/instance.js';
import type {ClockTime} from '../text/clock-time.js';
import {createMatcher, type Matcher} from './match.js';
import type {Filter} from './parse.js';

type InstanceEvent = Extract<MonitorEvent, {readonly kind: 'instance'}>;

/** Whether the instance of an event matches a filter as it was right after the event. `inventory` tells when its account was watched. */
export type EventMatcher = (filter: Filter, event: InstanceEvent, inventory: Pick<Inventory, 'coverage' | 'shares'>) => boolean;

/**
Makes a matcher for events. The facts of an instance are computed for each of its events, unless the caller keeps them. With a clock its
reasons have times of day, as those of a grid have.
*/
export function createEventMatcher(
	factsFor: (instance: Instance) => Facts = factsOf,
	isMatch: Matcher = createMatcher(),
	time?: ClockTime,
): EventMatcher {
	return (filter, {tracked, at: now}, inventory) => {
		const row = rowIn(inventory, tracked, {
			facts: factsFor(tracked.instance), now, isAcknowledged: false, time,
		});
		return isMatch(filter, row, now);
	};
}
