import {roundedRatio} from '../../core/fleet/past/share.js';
import type {Lasted} from '../../core/fleet/seen/since.js';
import type {ReportRow} from '../../core/report/account-report.js';
import {meanReturn} from '../../core/report/outage-sums.js';
import type {Figures} from './figures.js';

/** The figures for programs, in the order of the columns of CSV. */
export const recordFields = [
	'uptime',
	'watched',
	'connectedSeconds',
	'watchedSeconds',
	'windowSeconds',
	'outages',
	'begunBefore',
	'ongoing',
	'longestSeconds',
	'longestBound',
	'downSeconds',
	'downBound',
	'returned',
	'meanReturnSeconds',
	'meanReturnBound',
	'flapped',
	'state',
] as const;

/** The figures of an instance, or of all together; `undefined` is what is not known, or does not exist. */
export type FigureRecord = Readonly<Record<(typeof recordFields)[number], number | string | undefined>>;

/** Makes them. Ratios are rounded down to four digits, seconds to whole ones. The state is that at the end of the window. */
export function recordOfFigures(figures: Figures & Partial<Pick<ReportRow, 'last' | 'isGone'>>): FigureRecord {
	const {share: {up, seen, window}, outages, flapped, last, isGone = false} = figures;
	const longest = lastedOf(outages?.longest);
	const down = lastedOf(outages?.total);
	const mean = lastedOf(outages && meanReturn(outages));
	return {
		uptime: roundedRatio(figures.share),
		watched: window > 0 ? Math.floor(10_000 * Math.min(1, seen / window)) / 10_000 : undefined,
		connectedSeconds: secondsOf(up),
		watchedSeconds: secondsOf(seen),
		windowSeconds: secondsOf(window),
		outages: outages?.count,
		begunBefore: outages?.begunBefore,
		ongoing: outages?.open,
		longestSeconds: longest.seconds,
		longestBound: longest.bound,
		downSeconds: down.seconds,
		downBound: down.bound,
		returned: outages?.returned.count,
		meanReturnSeconds: mean.seconds,
		meanReturnBound: mean.bound,
		flapped,
		state: isGone ? 'absent' : last,
	};
}

function lastedOf(lasted: Lasted | undefined): {readonly seconds: number | undefined; readonly bound: string | undefined} {
	return lasted === undefined ? {seconds: undefined, bound: undefined} : {seconds: secondsOf(lasted.milliseconds), bound: lasted.bound};
}

function secondsOf(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}
