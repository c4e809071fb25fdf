import type {Random} from '../instances/random.js';
import {hour, minute, type Span} from './calendar.js';

/** State that an instance had for so many seconds; `Infinity` where it still has it. */
type Step = {readonly state: string; readonly seconds: number};

/** Time in which an instance was not connected, or not all the time. It is connected before the spell and after its last step. */
export type Spell = {
	/** Seconds since the epoch. */
	readonly from: number;
	readonly steps: readonly Step[];
};

/** State that an instance has from a time on, in seconds since the epoch. */
export type StateFrom = {readonly at: number; readonly state: string};

/** Seconds for which an instance is connected between two spells, at least. */
const leastConnected = 20;

/** The end of a spell, in seconds since the epoch; `Infinity` where it has not ended. */
function endOf({from, steps}: Spell): number {
	return steps.reduce((end, {seconds}) => end + seconds, from);
}

/** Makes the spell of a usual loss of the connection: most last for seconds to minutes, a few until somebody looks after it. */
function drop(from: number, random: Random): Spell {
	const kind = random.fraction();
	if (kind < 0.2) {
		return {from, steps: [{state: 'connecting', seconds: random.between(5, 60)}]};
	}

	const seconds = kind < 0.95 ? random.between(8, 3 * minute) : random.between(6 * minute, 50 * minute);
	return {from, steps: [{state: 'disconnected', seconds}, {state: 'connecting', seconds: random.between(3, 14)}]};
}

/** Makes the losses of the connection over a span, one after the other, so many on average. */
export function dropsIn({from, to}: Span, count: number, random: Random): readonly Spell[] {
	if (count === 0) {
		return [];
	}

	const mean = (to - from) / count;
	const spells: Spell[] = [];
	for (let at = from; ;) {
		// What happens at any time with the same probability has gaps of an exponential distribution.
		const spell = drop(Math.round(at - (Math.log(1 - random.fraction()) * mean)) + leastConnected, random);
		at = endOf(spell);
		if (at >= to) {
			return spells;
		}

		spells.push(spell);
	}
}

/** Makes the spells of an instance that flaps over a span: it falls for `least` to `most` seconds, again and again. */
export function flapsIn({from, to}: Span, [least, most]: readonly [number, number], random: Random): readonly Spell[] {
	const spells: Spell[] = [];
	for (let at = from; ;) {
		const spell = {from: at, steps: [{state: 'disconnected', seconds: random.between(least, most)}]};
		const end = endOf(spell);
		if (end >= to) {
			return spells;
		}

		spells.push(spell);
		at = end + random.between(least, most);
	}
}

/** Makes the spell of an instance that is logged out for days; then somebody pairs it. */
export function logOutForDays(from: number, random: Random): Spell {
	return {
		from, steps: [{state: 'loggedout', seconds: random.between(40 * hour, 100 * hour)}, {state: 'connecting', seconds: random.between(9, 40)}],
	};
}

/** Leaves out the spells that would come too close to those that are certain. */
export function leaveRoom(certain: readonly Spell[], spells: readonly Spell[]): readonly Spell[] {
	return spells.filter(spell =>
		certain.every(other => endOf(spell) + leastConnected < other.from || endOf(other) + leastConnected < spell.from));
}

/** Tells the states of an instance that began at a time, connected but for its spells, which are in no order. */
export function tellStates(begins: number, spells: readonly Spell[]): readonly StateFrom[] {
	const states: StateFrom[] = [{at: begins, state: 'connected'}];
	for (const {from, steps} of spells.toSorted((one, other) => one.from - other.from)) {
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
