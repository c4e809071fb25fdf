import type {Watched} from '../../core/fleet/past/watched.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import {absent, connected, type InstanceLine} from '../tables/line.js';
import type {DayRow} from '../tables/day.js';
import type {Tables} from '../tables.js';
import {dayLength, dayOf} from './days.js';
import {knownFrom} from './known-from.js';
import {readChanges} from './read-lines.js';
import {openTally, type Counted} from './tally.js';

/** What is added up: the days of an account that were counted, in order, for windows that begin at `starts`. */
type SumOptions = {
	readonly tables: Tables;
	readonly account: number;
	readonly watched: Watched;
	readonly instances: readonly InstanceLine[];
	readonly days: ReadonlyArray<{readonly day: number; readonly seen: number}>;
	readonly starts: readonly number[];
};

/** The sums of a window by the places of the instances: how they differ from having been connected on each day, and what that would be. */
type Sums = {
	readonly from: number;
	readonly up: Float64Array;
	readonly seen: Float64Array;
	/** For how long the list was watched from a day on, to the last one that was counted. */
	readonly wholeFrom: (day: number) => number;
};

/** Instances and days in a slice. */
const perSlice = 500;

/**
Adds up the days of each window, of the first only the part in it. It gives a function that tells the sum of an instance, by its place.

@yields Nothing.
*/
export function * openDaySums(options: SumOptions): Slices<(from: number, place: number) => Pick<Counted, 'up' | 'seen'>> {
	const {tables, account, watched, instances, days, starts} = options;
	if (starts.length === 0) {
		return () => ({up: 0, seen: 0});
	}

	const places = new Map(instances.map(({id}, place) => [id, place] as const));
	const firstDays = new Int32Array(instances.length);
	const earliest = Math.min(...starts);
	yield;
	yield * takeInSlices(instances.entries(), perSlice, ([place, instance]) => {
		const known = knownFrom(tables, instance, earliest);
		firstDays[place] = known === undefined ? 0 : dayOf(known);
	});
	const windows = starts.map(from => openSums(from, options));
	for (const {day, seen: whole} of days) {
		const inside = windows.filter(({from}) => day > dayOf(from) || day * dayLength === from);
		tables.takeDay(day, (instance, up, seen) => {
			const place = places.get(instance);
			if (place === undefined || (firstDays[place] ?? 0) > day) {
				return;
			}

			for (const sums of inside) {
				sums.up[place] = (sums.up[place] ?? 0) + (up - whole);
				sums.seen[place] = (sums.seen[place] ?? 0) + (seen - whole);
			}
		});

		yield;
		for (const sums of windows) {
			if (dayOf(sums.from) === day && !inside.includes(sums)) {
				yield * addEdge(sums, {
					rows: tables.dayRows(day), tables, account, watched, isKnown: place => (firstDays[place] ?? 0) <= day, places,
				});
			}
		}
	}

	return (from, place) => {
		const sums = windows.find(window => window.from === from);
		const whole = sums?.wholeFrom(firstDays[place] ?? 0) ?? 0;
		return {up: whole + (sums?.up[place] ?? 0), seen: whole + (sums?.seen[place] ?? 0)};
	};
}

function openSums(from: number, {instances, days, watched}: SumOptions): Sums {
	const first = dayOf(from);
	const wholes = new Map<number, number>();
	let sum = 0;
	for (const {day, seen} of days.toReversed()) {
		if (!(day >= first)) {
			continue;
		}

		sum += day === first && from > day * dayLength ? watched.between(undefined, from, (day + 1) * dayLength) : seen;
		wholes.set(day, sum);
	}

	const [oldest = first] = days.filter(({day}) => day >= first).map(({day}) => day);
	return {
		from,
		up: new Float64Array(instances.length),
		seen: new Float64Array(instances.length),
		wholeFrom: day => wholes.get(Math.max(day, oldest)) ?? 0,
	};
}

type EdgeOptions = Pick<SumOptions, 'tables' | 'account' | 'watched'> & {
	readonly rows: readonly DayRow[];
	readonly isKnown: (place: number) => boolean;
	readonly places: ReadonlyMap<number, number>;
};

/**
Adds the part of its first day that is in a window, from the changes of the whole day: they tell the states in it.

@yields Nothing.
*/
function * addEdge({from, up, seen}: Sums, {rows, tables, account, watched, isKnown, places}: EdgeOptions): Slices<void> {
	const span = {from: dayOf(from) * dayLength, to: (dayOf(from) + 1) * dayLength};
	const tally = openTally({from, to: span.to, watched});
	const before = new Map<number, number>();
	yield * readChanges(tables, account, {...span, to: span.to + watched.widest}, line => {
		if (line.at >= span.from && line.at < from) {
			before.set(line.instance, line.became);
		}

		tally.take(line);
	});
	yield;
	const whole = watched.between(undefined, from, span.to);
	const byInstance = new Map(rows.map(row => [row.instance, row] as const));
	const touched = new Set([...tally.touched(), ...byInstance.keys()]);
	yield * takeInSlices(touched, perSlice, instance => {
		const place = places.get(instance);
		if (place === undefined || !isKnown(place)) {
			return;
		}

		const state = before.get(instance) ?? constantState(byInstance.get(instance));
		const counted = tally.count(instance, {state, since: -Infinity});
		up[place] = (up[place] ?? 0) + (counted.up - whole);
		seen[place] = (seen[place] ?? 0) + (counted.seen - whole);
	});
}

/** The state of an instance on a day without a change; where its changes are not kept any more nothing is claimed. */
function constantState(row: DayRow | undefined): number {
	if (row === undefined) {
		return connected;
	}

	return row.seen === 0 || row.changes > 0 ? absent : (row.up > 0 ? connected : connected + 1);
}
