import type {ConnectionState, InstanceKey} from '../instance/instance.js';
import type {SafeText} from '../text/sanitize.js';
import type {Lasted, Since} from './seen/since.js';

/**
A time that an instance spent in one state: since the first look that showed the state, and to the last one, or to the look that ended it
where the last one is of another era.
*/
type Period = {
	readonly state: ConnectionState;
	readonly since: Since;
	readonly to: number;
};

/**
One change of an instance's connection state. `at` is the first look that showed the new state, `former` the period that ended,
`lasted` its length. If `isExact`, no more than a few polls lie between the end of the former period and `at`.
*/
export type Transition = {
	readonly key: InstanceKey;
	readonly name: SafeText;
	readonly at: number;
	readonly isExact: boolean;
	readonly era: number;
	readonly to: ConnectionState;
	readonly former: Period;
	readonly lasted: Lasted;
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

/** The time at which something is told, and the era of its account that it is of. */
export type Moment = {
	readonly now: number;
	readonly era: number;
};

/** Counts the transitions (newest last) in the ten minutes that end at `now`. The time of one of another era cannot be compared with it. */
export function countFlaps(history: readonly Transition[], {now, era}: Moment): number {
	return history.filter(transition => transition.era === era && transition.at <= now && transition.at > now - flapWindow).length;
}

export function isFlapping(history: readonly Transition[], moment: Moment): boolean {
	return history.length >= flapCount && countFlaps(history, moment) >= flapCount;
}

/** Time at which a flapping instance stops flapping, if its state does not change again. */
export function flappingUntil(history: readonly Transition[]): number {
	return (history.at(-flapCount)?.at ?? -Infinity) + flapWindow;
}
