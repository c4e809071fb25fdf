import {partsOf} from '../../core/fleet/memory/uid.js';
import {partsWithin, watchedOf} from '../../core/fleet/past/watched.js';
import type {Run} from '../../core/fleet/seen/coverage.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import {
	gapsBetween,
	sortReport,
	totalOf,
	type AccountReport,
	type ReportRow,
} from '../../core/report/account-report.js';
import {fallsWithin} from '../../core/report/fleet-fall.js';
import {openFleetReport} from '../../core/report/fleet-report.js';
import {frameOf, type ReportFrame} from '../../core/report/report-frame.js';
import type {InstanceLine} from '../tables/line.js';
import type {Tables} from '../tables.js';
import {kindOfNumber} from '../words.js';
import {dayLength} from './days.js';
import {keptFor} from './prune.js';
import {readChanges, readInstances} from './read-lines.js';
import {readDayRows} from './report-days.js';

/** Whether an instance is wanted. */
type IsWanted = (instance: InstanceLine) => boolean;

export type ReportOptions = {
	/** The span of time that is asked for; its end is not in it. */
	readonly asked: Run;
	/** The same days as days of UTC: what is kept of the time before the changes that are. */
	readonly asDays: Run;
	/** Whether the times of the falls of the whole fleet are left out. */
	readonly isWithoutFalls: boolean;
	/** Cells of the strips; 0 where none are wanted. */
	readonly cells: number;
	readonly isWanted: IsWanted;
};

/** An account of the memory: its row, and the place that it is at. */
export type AccountPlace = {readonly account: number; readonly place: string};

/** Instances in a slice. */
const perSlice = 200;

/** Most falls of the fleet that are read. */
const mostFalls = 10_000;

/**
Reads the report of an account. It throws what SQLite throws.

@yields Nothing.
*/
export function * readReport(tables: Tables, {account, place}: AccountPlace, options: ReportOptions): Slices<AccountReport> {
	const {asked, isWithoutFalls, cells, isWanted} = options;
	const lastLook = tables.lastSeen(account);
	const firstLook = firstLookOf(tables, account);
	const falls = tables.massesOf(account, mostFalls);
	const about = {place, recorded: firstLook === undefined ? undefined : {from: firstLook, to: lastLook}};
	const isByDays = asked.from < lastLook - keptFor && firstLook !== undefined && firstLook < lastLook - keptFor;
	if (isByDays) {
		const {rows, window, watched} = yield * readDayRows(tables, account, {...options, lastLook});
		return {
			...about,
			window,
			isByDays,
			unwatched: [],
			watched,
			falls: window === undefined ? [] : fallsWithin(falls, window),
			isWithoutFalls: false,
			...arrange(rows),
		};
	}

	const watches = tables.watchesSince(account, asked.from);
	const frame = frameOf({
		asked, lastLook, watches, falls, isWithoutFalls, cells,
	});
	if (frame === undefined) {
		return {
			...about, window: undefined, isByDays, unwatched: [], watched: 0, falls: [], isWithoutFalls, ...arrange([]),
		};
	}

	const {window} = frame;
	// An account of which only some instances were watched is watched as far as any of them was.
	const looked = watchedOf(watches.map(watch => ({...watch, instance: undefined}))).runsOf(undefined);
	const rows = yield * readRows(tables, account, frame, isWanted);
	return {
		...about,
		window,
		isByDays,
		unwatched: gapsBetween(looked, window),
		watched: partsWithin(looked, window).reduce((sum, {from, to}) => sum + (to - from), 0),
		falls: fallsWithin(falls, window),
		isWithoutFalls,
		...arrange(rows),
	};
}

function arrange(rows: readonly ReportRow[]): Pick<AccountReport, 'rows' | 'total'> {
	return {rows: sortReport(rows), total: totalOf(rows)};
}

/** The first look of which something is kept, be it only the day. */
function firstLookOf(tables: Tables, account: number): number | undefined {
	const day = tables.daysOf(account, 0).find(({seen}) => seen > 0);
	const watched = tables.firstWatched(account);
	return watched === undefined ? undefined : Math.min(watched, day === undefined ? Infinity : day.day * dayLength);
}

/**
Reads the changes since the beginning of the window, to the present: the first after its end tells what held there.

@yields Nothing.
*/
function * readRows(tables: Tables, account: number, frame: ReportFrame, isWanted: IsWanted): Slices<readonly ReportRow[]> {
	const instances = yield * readInstances(tables, account);
	const unwanted = new Set<number>();
	yield * takeInSlices(instances, perSlice, instance => {
		if (!isWanted(instance)) {
			unwanted.add(instance.id);
		}
	});
	const reports = openFleetReport(frame, instance => !unwanted.has(instance));
	yield * readChanges(tables, account, {from: frame.window.from, to: Infinity}, line => {
		reports.take({...line, was: kindOfNumber(line.was), became: kindOfNumber(line.became)});
	});
	const rows: ReportRow[] = [];
	yield * takeInSlices(instances, perSlice, ({id, uid, name, state, since}) => {
		const found = unwanted.has(id) ? undefined : reports.finish(id, {kind: kindOfNumber(state), since});
		if (found !== undefined) {
			rows.push({
				id: partsOf(uid).id, name, ...found, isGone: found.last === undefined,
			});
		}
	});
	return rows;
}
