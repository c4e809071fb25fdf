import {longestEvent} from '../fleet/mass-event.js';
import type {Run} from '../fleet/seen/coverage.js';

/**
A fall of the whole fleet: `fallen` of the `listed` instances fell between `began`, when they were still connected, and `until`.
It was over, or no news any more, at `ended`; `undefined` where nobody saw that.
*/
export type FleetFall = {
	readonly began: number;
	readonly until: number;
	readonly fallen: number;
	readonly listed: number;
	readonly ended: number | undefined;
};

/** Until when a fall counts: where its end was not recorded, for as long as one is news. */
export function fallEnd({until, ended}: FleetFall): number {
	return Math.max(until, ended ?? (until + longestEvent));
}

/** The falls that a window has a part of, in the order of time. */
export function fallsWithin(falls: readonly FleetFall[], {from, to}: Run): readonly FleetFall[] {
	return falls.filter(fall => fall.began < to && fallEnd(fall) > from).toSorted((one, other) => one.began - other.began);
}

/** The times of falls, which are in the order of time, within a window; those that overlap are put together. */
export function timesOfFalls(falls: readonly FleetFall[], window: Run): readonly Run[] {
	const times: Run[] = [];
	for (const fall of fallsWithin(falls, window)) {
		const [from, to] = [Math.max(window.from, fall.began), Math.min(window.to, fallEnd(fall))];
		const last = times.at(-1);
		if (last === undefined || from > last.to) {
			times.push({from, to});
		} else {
			times[times.length - 1] = {from: last.from, to: Math.max(last.to, to)};
		}
	}

	return times;
}

/** For how long a time lies outside others, in milliseconds; `undefined` where it lies in one of them as a whole. */
export function lengthOutside({from, to}: Run, times: readonly Run[]): number | undefined {
	let length = to - from;
	for (const time of times) {
		if (time.from <= from && time.to >= to) {
			return undefined;
		}

		length -= Math.max(0, Math.min(to, time.to) - Math.max(from, time.from));
	}

	return length > 0 || times.length === 0 || from === to ? length : undefined;
}
