import {holeLimit} from '../../core/fleet/seen/coverage.js';
import type {WatchRow} from '../tables/watch.js';

/** When the whole list of an account was watched, or an instance of it: with the list, or by itself. */
export type Watched = {
	/** For how long an instance was watched between two times, in milliseconds; `undefined` stands for the whole list. */
	readonly between: (instance: number | undefined, from: number, to: number) => number;
	/** The interval of the polls at a time; `undefined` where nobody watched. */
	readonly everyAt: (instance: number, at: number) => number | undefined;
	/** How far apart two looks without a hole between them can be. */
	readonly widest: number;
};

/** A time without a hole, and for how long was watched in those before it. */
type Run = {readonly from: number; readonly to: number; readonly every: number; readonly before: number};

/** Makes it of the rows of an account. */
export function watchedOf(rows: readonly WatchRow[]): Watched {
	const byInstance = Map.groupBy(rows, ({instance}) => instance);
	const whole = mergeRuns(byInstance.get(undefined) ?? []);
	const merged = new Map<number, readonly Run[]>();
	for (const [instance, own] of byInstance) {
		if (instance !== undefined) {
			merged.set(instance, mergeRuns([...byInstance.get(undefined) ?? [], ...own]));
		}
	}

	const runsOf = (instance: number | undefined) => instance === undefined ? whole : merged.get(instance) ?? whole;
	return {
		between(instance, from, to) {
			const runs = runsOf(instance);
			return from < to ? lengthUntil(runs, to) - lengthUntil(runs, from) : 0;
		},
		everyAt(instance, at) {
			const run = runAt(runsOf(instance), at);
			return run !== undefined && run.to >= at ? run.every : undefined;
		},
		widest: Math.max(...rows.map(({every}) => holeLimit(every)), holeLimit(0)),
	};
}

/** Puts times together that overlap, as those of the list and of one instance do. */
function mergeRuns(rows: readonly WatchRow[]): readonly Run[] {
	const runs: Run[] = [];
	for (const {began: from, seen: to, every} of rows.toSorted((one, other) => one.began - other.began)) {
		const last = runs.at(-1);
		if (last === undefined || from > last.to) {
			runs.push({
				from, to, every, before: last === undefined ? 0 : last.before + (last.to - last.from),
			});
		} else {
			runs[runs.length - 1] = {...last, to: Math.max(last.to, to), every: Math.max(last.every, every)};
		}
	}

	return runs;
}

/** The last run that had begun at a time. */
function runAt(runs: readonly Run[], at: number): Run | undefined {
	let low = 0;
	let high = runs.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((runs[middle]?.from ?? 0) <= at) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return runs[low - 1];
}

function lengthUntil(runs: readonly Run[], at: number): number {
	const run = runAt(runs, at);
	return run === undefined ? 0 : run.before + (Math.min(at, run.to) - run.from);
}
