import {watchedOf, type Watched} from '../../core/fleet/past/watched.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import type {DayRow} from '../tables/day.js';
import type {Tables} from '../tables.js';
import {readChanges, readInstances} from './read-lines.js';
import {openTally, type Standing} from './tally.js';

/** Length of a day of UTC, in milliseconds. */
export const dayLength = 24 * 60 * 60_000;

/** Days are kept for so long. */
export const longestDays = 400;

/** The day of a time, by its number since the epoch. */
export function dayOf(at: number): number {
	return Math.floor(at / dayLength);
}

/** Where days are counted. `isWritten` runs a transaction, if the account is still recorded by this process. */
export type CloseOptions = {
	readonly tables: Tables;
	readonly account: number;
	readonly isWritten: (write: () => void) => boolean;
};

/** Instances that are counted in a slice, and rows that are written in one transaction: both take a few milliseconds. */
const perSlice = 500;
const perTransaction = 100;

/**
Counts the days that are over and were not counted yet, in order. A day is over when a look after it was recorded: all changes of it were by
then. The last row of a day is that of its account, so that a day that was begun is counted again.

@yields Nothing.
*/
export function * closeDays(options: CloseOptions): Slices<void> {
	const {tables, account} = options;
	const firstWatched = tables.firstWatched(account);
	if (firstWatched === undefined) {
		return;
	}

	const until = dayOf(tables.lastSeen(account));
	const counted = tables.daysOf(account, 0).at(-1);
	const first = Math.max(counted === undefined ? dayOf(firstWatched) : counted.day + 1, until - longestDays);
	if (first >= until) {
		return;
	}

	const watched = watchedOf(tables.watchesSince(account, first * dayLength));
	const standings = yield * standingsAt(options, first * dayLength);
	for (let day = first; day < until; day++) {
		const isDone = yield * closeDay(options, {day, watched, standings});
		if (!isDone) {
			return;
		}
	}
}

/**
The state of each instance at a time: that before its first change since, else the present one.

@yields Nothing.
*/
function * standingsAt({tables, account}: CloseOptions, at: number): Slices<Map<number, Standing>> {
	const instances = yield * readInstances(tables, account);
	const standings = new Map(instances.map(({id, state, since}) => [id, {state, since}] as const));
	const changed = new Set<number>();
	yield * readChanges(tables, account, {from: at, to: Infinity}, line => {
		if (!(line.at >= at) || changed.has(line.instance)) {
			return;
		}

		changed.add(line.instance);
		standings.set(line.instance, {state: line.was, since: line.at - line.lasted});
	});
	return standings;
}

type Closing = {readonly day: number; readonly watched: Watched; readonly standings: Map<number, Standing>};

/**
Counts one day, and moves the states on to its end.

@yields Nothing.
*/
function * closeDay({tables, account, isWritten}: CloseOptions, {day, watched, standings}: Closing): Slices<boolean> {
	const span = {from: day * dayLength, to: (day + 1) * dayLength};
	const tally = openTally({...span, watched});
	yield * readChanges(tables, account, {...span, to: span.to + watched.widest}, tally.take);
	yield;
	const whole = watched.between(undefined, span.from, span.to);
	const rows: DayRow[] = [];
	yield * takeInSlices(standings, perSlice, ([instance, standing]) => {
		const counted = tally.count(instance, standing);
		if (counted.changes > 0 || counted.up !== counted.seen || counted.seen !== whole) {
			rows.push({...counted, instance});
		}
	});
	for (const instance of tally.touched()) {
		standings.set(instance, tally.standingOf(instance) ?? {state: 0, since: span.to});
	}

	yield;
	for (let index = 0; ; index += perTransaction) {
		const batch = rows.slice(index, index + perTransaction);
		const isLast = index + perTransaction >= rows.length;
		const isKept = isWritten(() => {
			for (const row of batch) {
				tables.addDay(day, row);
			}

			if (isLast) {
				tables.addDayOf(account, day, whole);
			}
		});
		if (!isKept || isLast) {
			return isKept;
		}

		yield;
	}
}
