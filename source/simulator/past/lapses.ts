import type {Random} from '../instances/random.js';
import {hour, minute, type Span} from './calendar.js';

/** State that an instance had for so many seconds; `Infinity` where it still has it. */
type Step = {readonly state: string; readonly seconds: number};

/** Time in which an instance was not connected, or not all the time. It is connected before the lapse and after its last step. */
export type Lapse = {
	/** Seconds since the epoch. */
	readonly from: number;
	readonly steps: readonly Step[];
};

/** State that an instance has from a time on, in seconds since the epoch. */
export type StateFrom = {readonly at: number; readonly state: string};

/** Seconds for which an instance is connected between two lapses, at least. */
const leastConnected = 20;

/** The end of a lapse, in seconds since the epoch; `Infinity` where it has not ended. */
function endOf({from, steps}: Lapse): number {
	return steps.reduce((end, {seconds}) => end + seconds, from);
}

/** Makes the lapse of a usual loss of the connection: most last for seconds to minutes, a few until somebody looks after it. */
function drop(from: number, random: Random): Lapse {
	const kind = random.fraction();
	if (kind < 0.2) {
		return {from, steps: [{state: 'connecting', seconds: random.between(5, 60)}]};
	}

	const seconds = kind < 0.95 ? random.between(8, 3 * minute) : random.between(6 * minute, 50 * minute);
	return {from, steps: [{state: 'disconnected', seconds}, {state: 'connecting', seconds: random.between(3, 14)}]};
}

/** Makes the losses of the connection over a span, one after the other, so many on average. */
export function dropsIn({from, to}: Span, count: number, random: Random): readonly Lapse[] {
	if (count === 0) {
		return [];
	}

	const mean = (to - from) / count;
	const lapses: Lapse[] = [];
	for (let at = from; ;) {
		// What happens at any time with the same probability has gaps of an exponential distribution.
		const lapse = drop(Math.round(at - (Math.log(1 - random.fraction()) * mean)) + leastConnected, random);
		at = endOf(lapse);
		if (at >= to) {
			return lapses;
		}

		lapses.push(lapse);
	}
}

/** Makes the lapses of an instance that flaps over a span: it falls for `least` to `most` seconds, again and again. */
export function flapsIn({from, to}: Span, [least, most]: readonly [number, number], random: Random): readonly Lapse[] {
	const lapses: Lapse[] = [];
	for (let at = from; ;) {
		const lapse = {from: at, steps: [{state: 'disconnected', seconds: random.between(least, most)}]};
		const end = endOf(lapse);
		if (end >= to) {
			return lapses;
		}

		lapses.push(lapse);
		at = end + random.between(least, most);
	}
}

/** Makes the lapse of an instance that is logged out for days; then somebody pairs it. */
export function logOutForDays(from: number, random: Random): Lapse {
	return {
		from, steps: [{state: 'loggedout', seconds: random.between(40 * hour, 100 * hour)}, {state: 'connecting', seconds: random.between(9, 40)}],
	};
}

/** Leaves out the lapses that would come too close to those that are certain. */
export function leaveRoom(certain: readonly Lapse[], lapses: readonly Lapse[]): readonly Lapse[] {
	return lapses.filter(lapse =>
		certain.every(other => endOf(lapse) + leastConnected < other.from || endOf(other) + leastConnected < lapse.from));
}

/** Tells the states of an instance that began at a time, connected but for its lapses, which are in no order. */
export function tellStates(begins: number, lapses: readonly Lapse[]): readonly StateFrom[] {
	const states: StateFrom[] = [{at: begins, state: 'connected'}];
	for (const {from, steps} of lapses.toSorted((one, other) => one.from - other.from)) {
		let at = from;
		for (const {state, seconds} of steps) {
			states.push({at, state});
			at += seconds;
		}

		if (at < Infinity) {
			states.push({at, state: 'connected'});
		}
	}

	return states;
}
