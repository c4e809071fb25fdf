import type {ConnectionState} from '../instance/instance.js';
import type {Bound, Since} from './seen/since.js';
import type {Transition} from './transitions.js';
import {readVarints, writeVarint, type VarintReader} from './varint.js';

/**
The transitions of one instance in about ten bytes each, since 10,000 instances that flap for a day have two million of them. The times have
to be whole milliseconds. The bytes are never changed.
*/
export type PackedHistory = {
	/** Number of the transitions that are kept, which are the latest. */
	readonly length: number;
	/** Number of all that were seen. */
	readonly seen: number;
	readonly latest: Transition | undefined;
	/** The state before the oldest transition that is kept. */
	readonly start: Step | undefined;
	/** The states that the bytes name, by their place. */
	readonly states: readonly ConnectionState[];
	readonly bytes: Uint8Array;
};

/** A state, and since when an instance was in it. */
type Step = {readonly state: ConnectionState; readonly since: Since};

/** Most transitions of one instance that are kept. */
export const longestHistory = 200;

export const emptyHistory: PackedHistory = {
	length: 0, seen: 0, latest: undefined, start: undefined, states: [], bytes: new Uint8Array(),
};

/** Adds a transition, whose former period begins with the latest one. The oldest is dropped where there are too many. */
export function addTransition(history: PackedHistory, transition: Transition): PackedHistory {
	const {former: {state, since}} = transition;
	const full = history.length < longestHistory ? history : dropOldest(history);
	const states = withState(full.states, transition.to);
	const packed = pack(transition, placeOf(states, transition.to));
	const bytes = new Uint8Array(full.bytes.length + packed.length);
	bytes.set(full.bytes);
	bytes.set(packed, full.bytes.length);
	return {
		length: full.length + 1, seen: history.seen + 1, latest: transition, start: full.start ?? {state, since}, states, bytes,
	};
}

/** The transitions that are kept, oldest first, under the present key and name of their instance. */
export function transitionsOf({key, name}: Pick<Transition, 'key' | 'name'>, {length, start, states, bytes}: PackedHistory): readonly Transition[] {
	if (start === undefined) {
		return [];
	}

	const reader = readVarints(bytes);
	const transitions: Transition[] = [];
	let before = start;
	for (let count = 0; count < length; count++) {
		const record = unpack(reader, before.since);
		const after = {state: states[record.place] ?? before.state, since: sinceOf(record)};
		const {at, isExact, era, formerTo, lasted} = record;
		transitions.push({
			key, name, at, isExact, era, to: after.state, former: {...before, to: formerTo}, lasted,
		});
		before = after;
	}

	return transitions;
}

/** The times of the transitions that are kept, oldest first, and their eras. */
export function timesOf({length, start, bytes}: PackedHistory): ReadonlyArray<Pick<Transition, 'at' | 'era'>> {
	const reader = readVarints(bytes);
	let before = start?.since;
	return Array.from({length: before === undefined ? 0 : length}, () => {
		const record = unpack(reader, before ?? {at: 0, era: 0});
		before = sinceOf(record);
		return {at: record.at, era: record.era};
	});
}

/** A transition as the bytes have it. `place` is that of the new state. */
type Record = Pick<Transition, 'at' | 'isExact' | 'era' | 'lasted'> & {readonly place: number; readonly formerTo: number};

const bounds: readonly Bound[] = ['exact', 'at-least', 'approximate'];

/** A bound, and whether the transition is exact, are one number below this. */
const kinds = 2 * bounds.length;

/** Each number is the difference to what it most likely is, so that it is small. */
function pack({at, isExact, era, lasted, former: {since, to}}: Transition, place: number): Uint8Array {
	const bytes: number[] = [];
	writeVarint(bytes, (place * kinds) + (bounds.indexOf(lasted.bound) * 2) + Number(isExact));
	writeVarint(bytes, at - since.at);
	writeVarint(bytes, at - to);
	writeVarint(bytes, era - since.era);
	writeVarint(bytes, at - since.at - lasted.milliseconds);
	return Uint8Array.from(bytes);
}

function unpack({next}: VarintReader, before: Pick<Since, 'at' | 'era'>): Record {
	const first = next();
	const kind = first % kinds;
	const passed = next();
	const at = before.at + passed;
	return {
		place: Math.floor(first / kinds),
		at,
		isExact: kind % 2 === 1,
		formerTo: at - next(),
		era: before.era + next(),
		lasted: {milliseconds: passed - next(), bound: bounds[Math.floor(kind / 2)] ?? 'approximate'},
	};
}

/** The beginning of the new state. Where the former period does not end before it in its era, the look before is of another one. */
function sinceOf({at, isExact, era, formerTo}: Record): Since {
	const slack = formerTo === at && !isExact ? undefined : Math.max(0, at - formerTo);
	return {
		at, slack, isExact, era,
	};
}

function dropOldest(history: PackedHistory): PackedHistory {
	const {length, start, states, bytes} = history;
	if (start === undefined) {
		return history;
	}

	const reader = readVarints(bytes);
	const record = unpack(reader, start.since);
	return {
		...history,
		length: length - 1,
		start: {state: states[record.place] ?? start.state, since: sinceOf(record)},
		bytes: bytes.subarray(reader.position()),
	};
}

function placeOf(states: readonly ConnectionState[], {kind, text}: ConnectionState): number {
	return states.findIndex(state => state.kind === kind && state.text === text);
}

function withState(states: readonly ConnectionState[], state: ConnectionState): readonly ConnectionState[] {
	return placeOf(states, state) === -1 ? [...states, state] : states;
}
