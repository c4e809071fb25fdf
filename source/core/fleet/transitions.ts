import type {ConnectionState, InstanceKey} from '../instance/instance.js';
import type {SafeText} from '../text/sanitize.js';

/**
Time at which something began, as far as the program could see it. If `isExact`, the program saw it begin;
otherwise it began at `at` or before.
*/
export type Since = {
	readonly at: number;
	readonly isExact: boolean;
};

/** One change of an instance's connection state: `at` is the time it was seen, `formerSince` the time the former state began. */
export type Transition = {
	readonly key: InstanceKey;
	readonly name: SafeText;
	readonly at: number;
	readonly from: ConnectionState;
	readonly to: ConnectionState;
	readonly formerSince: Since;
};

/** Most transitions of one instance that are kept. */
export const longestHistory = 200;

/** An instance with four changes of state within ten minutes is flapping. */
const flapCount = 4;
const flapWindow = 10 * 60_000;

/** Whether two states are the same to a reader: they have one kind, and the same word where the kind is `other`. */
export function isSameState(one: ConnectionState, other: ConnectionState): boolean {
	return one.kind === other.kind && (one.kind !== 'other' || one.text === other.text);
}

/** Counts the transitions (newest last) in the ten minutes that end at `now`. */
export function countFlaps(history: readonly Transition[], now: number): number {
	return history.filter(({at}) => at > now - flapWindow).length;
}

export function isFlapping(history: readonly Transition[], now: number): boolean {
	return history.length >= flapCount && countFlaps(history, now) >= flapCount;
}

/** Time at which a flapping instance stops flapping, if its state does not change again. */
export function flappingUntil(history: readonly Transition[]): number {
	return (history.at(-flapCount)?.at ?? -Infinity) + flapWindow;
}
