import type {Share} from '../../core/fleet/past/share.js';
import {watchedOf} from '../../core/fleet/past/watched.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import type {InstanceLine} from '../tables/line.js';
import type {Tables} from '../tables.js';
import {dayLength, dayOf} from './days.js';
import {openDaySums} from './day-sums.js';
import {readChanges, readInstances} from './read-lines.js';
import {openTally} from './tally.js';

/** The windows, as lengths of time until now, in milliseconds. */
export type SharesOptions = {readonly now: number; readonly windows: readonly number[]};

/** Instances in a slice. */
const perSlice = 500;

/**
The shares of all instances of an account by their ids, one for each window. Days that are over and were counted are added up; the rest of a
window comes from the changes.

@yields Nothing.
*/
export function * sharesOf(tables: Tables, account: number, {now, windows}: SharesOptions): Slices<ReadonlyMap<string, readonly Share[]>> {
	const starts = windows.map(window => now - window);
	const earliest = Math.min(...starts, now);
	const watched = watchedOf(tables.watchesSince(account, earliest));
	const instances = yield * readInstances(tables, account);
	const days = tables.daysOf(account, dayOf(earliest));
	const counted = days.at(-1);
	const recentFrom = counted === undefined ? -Infinity : (counted.day + 1) * dayLength;
	// A window that begins on the last day that was counted is counted from the changes: they are few.
	const spans = starts.map(from => ({from, window: now - from, isLong: from < recentFrom - dayLength}));
	const tallies = spans.map(({from, isLong}) => openTally({from: isLong ? recentFrom : from, to: now, watched}));
	yield;
	const recent = {from: Math.min(...spans.map(({from, isLong}) => isLong ? recentFrom : from), now), to: now};
	yield * readChanges(tables, account, recent, line => {
		for (const tally of tallies) {
			tally.take(line);
		}
	});
	const long = spans.filter(({isLong}) => isLong).map(({from}) => from);
	const sums = yield * openDaySums({
		tables, account, watched, instances, days, starts: long,
	});
	const shares = new Map<string, readonly Share[]>();
	yield * takeInSlices(instances.entries(), perSlice, ([index, instance]) => {
		shares.set(instance.uid, spans.map(({from, window, isLong}, place) => {
			const {up, seen} = tallies[place]?.count(instance.id, standingOf(instance)) ?? {up: 0, seen: 0};
			const before = isLong ? sums(from, index) : undefined;
			return {up: up + (before?.up ?? 0), seen: seen + (before?.seen ?? 0), window};
		}));
	});
	return shares;
}

function standingOf({state, since}: InstanceLine) {
	return {state, since};
}
