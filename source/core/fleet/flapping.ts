import {timesOf, type PackedHistory} from './packed-history.js';

/** An instance with four changes of state within ten minutes is flapping. */
export const flapCount = 4;
export const flapWindow = 10 * 60_000;

/** The time at which something is told, and the era of its account that it is of. */
export type Moment = {
	readonly now: number;
	readonly era: number;
};

/** Counts the transitions in the ten minutes that end at `now`. The time of one of another era cannot be compared with it. */
export function countFlaps(history: PackedHistory, {now, era}: Moment): number {
	return timesOf(history).filter(transition => transition.era === era && transition.at <= now && transition.at > now - flapWindow).length;
}

export function isFlapping(history: PackedHistory, moment: Moment): boolean {
	return history.length >= flapCount && countFlaps(history, moment) >= flapCount;
}

/** Time at which the number of changes in the window falls, if the state does not change again; `Infinity` where there are none in it. */
export function flapsUntil(history: PackedHistory, {now, era}: Moment): number {
	const oldest = timesOf(history).find(transition => transition.era === era && transition.at <= now && transition.at > now - flapWindow);
	return oldest === undefined ? Infinity : oldest.at + flapWindow;
}
