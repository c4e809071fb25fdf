import type {ConnectionState, InstanceKey} from '../instance/instance.js';
import type {SafeText} from '../text/sanitize.js';

/**
A point in time as far as the program could see it: `exact` if it saw the change itself, otherwise the thing began at `at` or before.
*/
export type Since = {
	readonly at: number;
	readonly isExact: boolean;
};

/** One change of an instance's connection state, with when it was seen and since when the former state had lasted. */
export type Transition = {
	readonly key: InstanceKey;
	readonly name: SafeText;
	readonly at: number;
	readonly from: ConnectionState;
	readonly to: ConnectionState;
	readonly formerSince: Since;
};

/** More than this many transitions of one instance are not kept. */
export const longestHistory = 200;

/** Four changes in ten minutes make an instance that flaps. */
const flapCount = 4;
const flapWindow = 10 * 60_000;

/** Whether two states are the same to a reader: of one kind, and the same word where the kind is not documented. */
export function isSameState(one: ConnectionState, other: ConnectionState): boolean {
	return one.kind === other.kind && (one.kind !== 'other' || one.text === other.text);
}

/** How many of the changes (newest last) happened in the window that ends at `now`. */
export function countFlaps(history: readonly Transition[], now: number): number {
	return history.filter(({at}) => at > now - flapWindow).length;
}

export function isFlapping(history: readonly Transition[], now: number): boolean {
	return history.length >= flapCount && countFlaps(history, now) >= flapCount;
}

/** When an instance that flaps will no longer do, if nothing happens. */
export function flappingUntil(history: readonly Transition[]): number {
	return (history.at(-flapCount)?.at ?? -Infinity) + flapWindow;
}
