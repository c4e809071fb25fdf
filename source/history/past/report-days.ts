import {partsOf} from '../../core/fleet/memory/uid.js';
import {watchedOf} from '../../core/fleet/past/watched.js';
import type {Run} from '../../core/fleet/seen/coverage.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import type {ReportRow} from '../../core/report/account-report.js';
import type {InstanceLine} from '../tables/line.js';
import type {Tables} from '../tables.js';
import {openDaySums} from './day-sums.js';
import {dayLength, dayOf} from './days.js';
import {readChanges, readInstances} from './read-lines.js';
import {openTally} from './tally.js';

export type DayRowsOptions = {
	/** The span of time, whole days of UTC. */
	readonly asDays: Run;
	readonly lastLook: number;
	readonly isWanted: (instance: InstanceLine) => boolean;
};

/** The rows of a report from days of UTC, the window that they are of, and for how long somebody watched in it. */
export type DayRows = {readonly rows: readonly ReportRow[]; readonly window: Run | undefined; readonly watched: number};

/** Instances in a slice. */
const perSlice = 500;

/**
Reads the rows of a report of a time of which only the days are kept in part. What follows the last day that was counted comes from the
changes. Neither outages nor strips can be told.

@yields Nothing.
*/
export function * readDayRows(tables: Tables, account: number, {asDays, lastLook, isWanted}: DayRowsOptions): Slices<DayRows> {
	const window = {from: asDays.from, to: Math.min(asDays.to, lastLook)};
	if (!(window.from < window.to)) {
		return {rows: [], window: undefined, watched: 0};
	}

	const days = tables.daysOf(account, dayOf(window.from)).filter(({day}) => (day + 1) * dayLength <= asDays.to);
	const last = days.at(-1);
	const recentFrom = last === undefined ? window.from : (last.day + 1) * dayLength;
	const instances = yield * readInstances(tables, account);
	const watched = watchedOf(tables.watchesSince(account, recentFrom));
	const sums = yield * openDaySums({
		tables, account, watched, instances, days, starts: [window.from],
	});
	const recent = {from: recentFrom, to: window.to};
	const tally = openTally({...recent, watched});
	yield * readChanges(tables, account, recent, tally.take);
	const rows: ReportRow[] = [];
	yield * takeInSlices(instances.entries(), perSlice, ([place, instance]) => {
		const before = sums(window.from, place);
		const after = recentFrom < window.to ? tally.count(instance.id, {state: instance.state, since: instance.since}) : {up: 0, seen: 0};
		const seen = before.seen + after.seen;
		if (seen > 0 && isWanted(instance)) {
			rows.push({
				id: partsOf(instance.uid).id,
				name: instance.name,
				share: {up: before.up + after.up, seen, window: window.to - window.from},
				outages: undefined,
				flapped: undefined,
				strip: [],
				last: undefined,
				isGone: false,
			});
		}
	});
	const whole = days.reduce((sum, {seen}) => sum + seen, 0) + watched.between(undefined, recentFrom, window.to);
	return {rows, window, watched: whole};
}
