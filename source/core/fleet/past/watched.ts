import {holeLimit, type Run} from '../seen/coverage.js';

/** A time without a hole in which the whole list of an account was looked at, or one instance; `every` is the interval of the polls. */
export type Watch = {
	readonly instance: number | undefined;
	readonly began: number;
	readonly seen: number;
	readonly every: number;
};

/** When the whole list of an account was watched, or an instance of it: with the list, or by itself. */
export type Watched = {
	/** The times in which an instance was watched, in order; `undefined` stands for the whole list, here and below. */
	readonly runsOf: (instance: number | undefined) => readonly Run[];
	/** For how long an instance was watched between two times, in milliseconds. */
	readonly between: (instance: number | undefined, from: number, to: number) => number;
	/** The interval of the polls at a time; `undefined` where nobody watched. */
	readonly everyAt: (instance: number, at: number) => number | undefined;
	/** How far apart two looks without a hole between them can be. */
	readonly widest: number;
};

/** A time without a hole, and for how long was watched in those before it. */
type LongRun = Run & {readonly every: number; readonly before: number};

/** Makes it of what is recorded of an account. The times `without` do not count as watched; they are in order and do not overlap. */
export function watchedOf(rows: readonly Watch[], without: readonly Run[] = []): Watched {
	const byInstance = Map.groupBy(rows, ({instance}) => instance);
	const merge = (some: readonly Watch[]) => mergeRuns(without.length === 0 ? some : some.flatMap(row => cutWatch(row, without)));
	const whole = merge(byInstance.get(undefined) ?? []);
	const merged = new Map<number, readonly LongRun[]>();
	for (const [instance, own] of byInstance) {
		if (instance !== undefined) {
			merged.set(instance, merge([...byInstance.get(undefined) ?? [], ...own]));
		}
	}

	const runsOf = (instance: number | undefined) => instance === undefined ? whole : merged.get(instance) ?? whole;
	return {
		runsOf,
		between(instance, from, to) {
			const runs = runsOf(instance);
			return from < to ? lengthUntil(runs, to) - lengthUntil(runs, from) : 0;
		},
		everyAt(instance, at) {
			const runs = runsOf(instance);
			const run = runs[countBegun(runs, at) - 1];
			return run !== undefined && run.to >= at ? run.every : undefined;
		},
		widest: Math.max(...rows.map(({every}) => holeLimit(every)), holeLimit(0)),
	};
}

/** The parts of runs, which are in order, that lie in a span of time; both ends are in it. A single look is a part as well. */
export function partsWithin(runs: readonly Run[], {from, to}: Run): readonly Run[] {
	const parts: Run[] = [];
	const begun = countBegun(runs, from);
	for (let index = (runs[begun - 1]?.to ?? -Infinity) >= from ? begun - 1 : begun; index < runs.length; index++) {
		const run = runs[index];
		if (run === undefined || run.from > to) {
			break;
		}

		parts.push({from: Math.max(run.from, from), to: Math.min(run.to, to)});
	}

	return parts;
}

/** Puts times together that overlap, as those of the list and of one instance do. */
function mergeRuns(rows: ReadonlyArray<Omit<Watch, 'instance'>>): readonly LongRun[] {
	const runs: LongRun[] = [];
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

/** The parts of a time of watching that lie outside others. */
function cutWatch({began, seen, every}: Watch, without: readonly Run[]): ReadonlyArray<Omit<Watch, 'instance'>> {
	const parts: Array<Omit<Watch, 'instance'>> = [];
	let from = began;
	for (const cut of without) {
		if (cut.to <= from || cut.from >= seen) {
			continue;
		}

		if (cut.from > from) {
			parts.push({began: from, seen: cut.from, every});
		}

		from = cut.to;
	}

	return from <= seen ? [...parts, {began: from, seen, every}] : parts;
}

/** How many runs had begun at a time. */
function countBegun(runs: readonly Run[], at: number): number {
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

	return low;
}

function lengthUntil(runs: readonly LongRun[], at: number): number {
	const run = runs[countBegun(runs, at) - 1];
	return run === undefined ? 0 : run.before + (Math.min(at, run.to) - run.from);
}
