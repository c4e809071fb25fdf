/** A time in which an account was watched without a hole, from its first good poll to its last, in milliseconds since the epoch. */
export type Run = {
	readonly from: number;
	readonly to: number;
};

/**
The time for which an account was watched. The clock was set back between two eras, so that their times cannot be compared;
`runs` are those of the present era, oldest first, and the last of them goes on. `elapsed` is the monotonic time of the last look.
*/
export type Coverage = {
	readonly era: number;
	readonly runs: readonly [Run, ...Run[]];
	readonly elapsed: number;
};

/** One good poll: the time of its answer by the wall clock (`at`) and by the monotonic clock, and the interval between polls, in milliseconds. */
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

/** Adds a look to the coverage of its account. It continues the last run, or begins one after a hole, or begins an era. */
export function addLook(coverage: Coverage | undefined, {at, elapsed, interval}: Look): Coverage {
	const run: Run = {from: at, to: at};
	if (coverage === undefined) {
		return firstLook(at, elapsed);
	}

	const {era, runs} = coverage;
	const last = lastRun(coverage);
	const [passed, ticked] = [at - last.to, elapsed - coverage.elapsed];
	if (passed - ticked < -smallestJump) {
		return {era: era + 1, runs: [run], elapsed};
	}

	const isHole = Math.max(passed, ticked) > holeLimit(interval);
	const continued: Run = {from: last.from, to: Math.max(last.to, at)};
	const [first = run, ...others] = isHole ? [...runs.slice(1 - mostRuns), run] : [...runs.slice(0, -1), continued];
	return {era, runs: [first, ...others], elapsed};
}

/** The coverage of an account that was looked at once. */
export function firstLook(at: number, elapsed = 0): Coverage {
	return {era: 0, runs: [{from: at, to: at}], elapsed};
}

/** The run that goes on. */
export function lastRun({runs}: Coverage): Run {
	return runs.at(-1) ?? runs[0];
}

/** Time of the last look at an account. */
export function lastLook(coverage: Coverage): number {
	return lastRun(coverage).to;
}

/** The hole before the present run, if it is the first look of that run. */
export function newHole(coverage: Coverage | undefined, next: Coverage): Run | undefined {
	if (coverage === undefined || coverage.era !== next.era) {
		return undefined;
	}

	const {from} = lastRun(next);
	const {to} = lastRun(coverage);
	return from > to ? {from: to, to: from} : undefined;
}
