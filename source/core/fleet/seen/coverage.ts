/** A time in which an account was watched without a hole, from its first good poll to its last, in milliseconds since the epoch. */
export type Run = {
	readonly from: number;
	readonly to: number;
};

/**
The time for which an account was watched. The clock was set back between two eras, so that their times cannot be compared.
`run` goes on, `past` are the runs before it in the present era, oldest first. `at` and `elapsed` are the times of the last look by the
wall clock and the monotonic clock; `at` is before the end of `run` where the clock went back a little.
*/
export type Coverage = {
	readonly era: number;
	readonly past: readonly Run[];
	readonly run: Run;
	readonly elapsed: number;
	readonly at: number;
};

/**
One good poll: the time that its data are from by the wall clock (`at`) and by the monotonic clock, and the interval between polls,
in milliseconds. An answer's data are from the time at which it came, or earlier where a cache had kept it.
*/
export type Look = {
	readonly at: number;
	readonly elapsed: number;
	readonly interval: number;
};

/** Most runs that are kept; older ones are dropped. */
const mostRuns = 200;

/** A clock that goes back by less begins no era: this is its usual drift, and the steps of NTP. */
const smallestJump = 30_000;

/** Two good polls that are further apart than this leave a hole between them, in milliseconds. */
export function holeLimit(interval: number): number {
	return Math.max(120_000, 3 * interval);
}

/** Adds a look to the coverage of its account. It continues the run, or begins one after a hole, or begins an era. */
export function addLook(coverage: Coverage | undefined, {at, elapsed, interval}: Look): Coverage {
	if (coverage === undefined) {
		return firstLook(at, elapsed);
	}

	const {era, past, run} = coverage;
	if (isSetBack(coverage, {at, elapsed})) {
		return {...firstLook(at, elapsed), era: era + 1};
	}

	return Math.max(at - coverage.at, elapsed - coverage.elapsed) > holeLimit(interval)
		? {
			era, past: [...past, run].slice(1 - mostRuns), run: {from: at, to: at}, elapsed, at,
		}
		: {
			era, past, run: {from: Math.min(run.from, at), to: Math.max(run.to, at)}, elapsed, at,
		};
}

/** Whether the clock was set back between the last look and a next one. */
export function isSetBack(last: Pick<Coverage, 'at' | 'elapsed'>, {at, elapsed}: Pick<Look, 'at' | 'elapsed'>): boolean {
	return (at - last.at) - (elapsed - last.elapsed) < -smallestJump;
}

/** Whether data are from before the last look, by both clocks: the one may have been set, the other stops while the machine sleeps. */
export function isBefore({at, elapsed}: Pick<Look, 'at' | 'elapsed'>, last: Pick<Coverage, 'at' | 'elapsed'> | undefined): boolean {
	return last !== undefined && at < last.at && elapsed < last.elapsed;
}

/** Dates a look no earlier than the last one of its era: a clock that goes back a little must not let an event be before its cause. */
export function notBefore(look: Look, last: Coverage | undefined): Look {
	return last === undefined || look.at >= last.at || isSetBack(last, look) ? look : {...look, at: last.at};
}

/** The coverage of an account that was looked at once. */
export function firstLook(at: number, elapsed = 0): Coverage {
	return {
		era: 0, past: [], run: {from: at, to: at}, elapsed, at,
	};
}

/** All runs of the present era, oldest first. */
export function runsOf({past, run}: Pick<Coverage, 'past' | 'run'>): readonly Run[] {
	return [...past, run];
}

/** Beginning of the present era: its first look, as far as it is known. */
export function eraStart({past, run}: Pick<Coverage, 'past' | 'run'>): number {
	return (past[0] ?? run).from;
}

/** Time of the last look at an account. */
export function lastLook({at}: Pick<Coverage, 'at'>): number {
	return at;
}

/** The hole before the present run, if `next` is the first look of that run. */
export function newHole(coverage: Coverage | undefined, next: Coverage): Run | undefined {
	return coverage?.era === next.era && next.run.from > coverage.run.to ? {from: coverage.run.to, to: next.run.from} : undefined;
}
