import type {Run} from '../fleet/seen/coverage.js';
import type {Bound, Lasted} from '../fleet/seen/since.js';

/** A time in which an instance was not connected, as far as it lies in the window of a report. */
export type ReportedOutage = Run & {
	/** Whether it had begun before the window. */
	readonly isBegunBefore: boolean;
	/** How it ended: connected again, no longer in the list, or not yet at the end of the window. */
	readonly end: 'returned' | 'left' | 'open';
	readonly bound: Bound;
};

/** The outages of an instance, or of many, added up. Lengths are those of the parts in the window. */
export type OutageSums = {
	readonly count: number;
	/** How many of them had begun before the window, and how many go on at its end. */
	readonly begunBefore: number;
	readonly open: number;
	readonly longest: Lasted | undefined;
	readonly total: Lasted;
	/** Those after which the instance was connected again: their number, and their length together. */
	readonly returned: {readonly count: number; readonly total: Lasted};
};

const nothing: Lasted = {milliseconds: 0, bound: 'exact'};

export const noOutages: OutageSums = {
	count: 0, begunBefore: 0, open: 0, longest: undefined, total: nothing, returned: {count: 0, total: nothing},
};

/** Adds an outage of so many milliseconds. */
export function addOutage(sums: OutageSums, {isBegunBefore, end, bound}: ReportedOutage, milliseconds: number): OutageSums {
	const lasted = {milliseconds, bound};
	return addSums(sums, {
		count: 1,
		begunBefore: Number(isBegunBefore),
		open: Number(end === 'open'),
		longest: lasted,
		total: lasted,
		returned: end === 'returned' ? {count: 1, total: lasted} : noOutages.returned,
	});
}

/** Adds the outages of two instances, or groups of them. */
export function addSums(one: OutageSums, other: OutageSums): OutageSums {
	return {
		count: one.count + other.count,
		begunBefore: one.begunBefore + other.begunBefore,
		open: one.open + other.open,
		longest: longerOf(one.longest, other.longest),
		total: addLasted(one.total, other.total),
		returned: {count: one.returned.count + other.returned.count, total: addLasted(one.returned.total, other.returned.total)},
	};
}

/** The mean time until an instance was connected again; `undefined` where none was. */
export function meanReturn({returned: {count, total}}: OutageSums): Lasted | undefined {
	return count === 0 ? undefined : {...total, milliseconds: total.milliseconds / count};
}

function longerOf(one: Lasted | undefined, other: Lasted | undefined): Lasted | undefined {
	return one === undefined || (other !== undefined && other.milliseconds > one.milliseconds) ? other : one;
}

function addLasted(one: Lasted, other: Lasted): Lasted {
	return {milliseconds: one.milliseconds + other.milliseconds, bound: looserOf(one.bound, other.bound)};
}

function looserOf(one: Bound, other: Bound): Bound {
	const found = new Set([one, other]);
	return found.has('approximate') ? 'approximate' : (found.has('at-least') ? 'at-least' : 'exact');
}
