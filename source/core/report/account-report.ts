import type {StateKind} from '../instance/instance.js';
import {compareNames} from '../text/compare-names.js';
import {ratioOf, type Share} from '../fleet/past/share.js';
import type {StripCell} from '../fleet/past/strip.js';
import type {Run} from '../fleet/seen/coverage.js';
import type {FleetFall} from './fleet-fall.js';
import {addSums, noOutages, type OutageSums} from './outage-sums.js';

/** An instance in a report. Where only days are kept, its outages were not: neither they nor how often it flapped are known. */
export type ReportRow = {
	/** The id that the API gives it; empty where it gives none. */
	readonly id: string;
	/** Its last name, as it came. */
	readonly name: string;
	readonly share: Share;
	readonly outages: OutageSums | undefined;
	readonly flapped: number | undefined;
	/** Empty where none was asked for, or where only days are kept. */
	readonly strip: readonly StripCell[];
	/** The state at the end of the window; `undefined` where it is not known, or the list did not have the instance: it `isGone`. */
	readonly last: StateKind | undefined;
	readonly isGone: boolean;
};

/** All instances of a report together. */
export type ReportTotal = Pick<ReportRow, 'share' | 'outages' | 'flapped'> & {readonly instances: number};

/** What is reported of an account. */
export type AccountReport = {
	/** Host, port and path of its deployment, as the record has them. */
	readonly place: string;
	/** The time that is reported; `undefined` where the span that was asked for has nothing that is recorded. */
	readonly window: Run | undefined;
	/** The first and the last look that the record has; `undefined` where it has none. */
	readonly recorded: Run | undefined;
	/** Whether only days of UTC are kept of a part of the window, so that no outages are counted. */
	readonly isByDays: boolean;
	/** The times in the window in which nobody watched, in order. */
	readonly unwatched: readonly Run[];
	/** For how long somebody watched in the window, in milliseconds. */
	readonly watched: number;
	readonly falls: readonly FleetFall[];
	/** Whether the times of the falls were left out. */
	readonly isWithoutFalls: boolean;
	/** The worst first. */
	readonly rows: readonly ReportRow[];
	readonly total: ReportTotal;
};

/** Puts rows into the order of a report: those that were connected least come first, those of which too little was seen last. */
export function sortReport(rows: readonly ReportRow[]): readonly ReportRow[] {
	const placeOf = ({share}: ReportRow) => ratioOf(share) ?? 2;
	return rows.toSorted((one, other) => {
		const order = placeOf(one) - placeOf(other);
		return order === 0 ? compareNames(one.name, other.name) : order;
	});
}

/** Adds all rows up. The share is that of all time in which they were connected in all time in which they were watched. */
export function totalOf(rows: readonly ReportRow[]): ReportTotal {
	let share: Share = {up: 0, seen: 0, window: 0};
	let outages: OutageSums | undefined = noOutages;
	let flapped: number | undefined = 0;
	for (const row of rows) {
		share = {up: share.up + row.share.up, seen: share.seen + row.share.seen, window: share.window + row.share.window};
		outages &&= row.outages && addSums(outages, row.outages);
		flapped = flapped === undefined || row.flapped === undefined ? undefined : flapped + row.flapped;
	}

	return {
		share, outages, flapped, instances: rows.length,
	};
}

/** The times between runs, which are in order, in a window. */
export function gapsBetween(runs: readonly Run[], window: Run): readonly Run[] {
	const gaps: Run[] = [];
	let {from} = window;
	for (const run of runs) {
		if (run.from > from && from < window.to) {
			gaps.push({from, to: Math.min(run.from, window.to)});
		}

		from = Math.max(from, run.to);
	}

	return from < window.to ? [...gaps, {from, to: window.to}] : gaps;
}
