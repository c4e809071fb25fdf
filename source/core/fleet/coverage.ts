/** A time in which an account was looked at without a hole: from its first good poll to its last. In milliseconds since the epoch. */
export type Run = {
	readonly from: number;
	readonly to: number;
};

/**
When an account was watched.

Times of different eras cannot be compared: the clock was set back between them. `elapsed` is the monotonic time of the last look.
*/
export type Coverage = {
	readonly era: number;
	/** The runs of this era, oldest first; the last one goes on. There is always one. */
	readonly runs: readonly Run[];
	readonly elapsed: number;
};

/** One good poll: when it was answered by both clocks, and the interval between polls. In milliseconds. */
export type Look = {
	readonly at: number;
	readonly elapsed: number;
	readonly interval: number;
};

/** When something began, at the first look that showed it. */
export type Since = {
	readonly at: number;
	/** Since the last look without it, in milliseconds; `undefined` for what was there at the first look. */
	readonly slack: number | undefined;
	/** Whether the slack is no longer than a few polls. */
	readonly isExact: boolean;
	readonly era: number;
};

/** How far a time can be believed: seen to begin, begun before it was first seen (`≥`), or not watched throughout (`~`). */
export type Bound = 'exact' | 'at-least' | 'approximate';

/** Runs that are kept; older ones are dropped. */
const mostRuns = 200;

/** A clock that goes back by less is not worth an era: drift, and what NTP takes back. */
const smallestJump = 30_000;

/** Two good polls further apart than this leave a hole between them, in milliseconds. */
export function holeLimit(interval: number): number {
	return Math.max(120_000, 3 * interval);
}

/** Adds a look to the coverage of its account: the last run goes on to it, or a new one begins after a hole. */
export function addLook(coverage: Coverage | undefined, look: Look): Coverage {
	const {at, elapsed, interval} = look;
	const last = coverage?.runs.at(-1);
	if (coverage === undefined || last === undefined) {
		return {era: 0, runs: [{from: at, to: at}], elapsed};
	}

	if (isSetBack(coverage, look)) {
		return {era: coverage.era + 1, runs: [{from: at, to: at}], elapsed};
	}

	const gap = Math.max(at - last.to, elapsed - coverage.elapsed);
	const runs = gap > holeLimit(interval)
		? [...coverage.runs.slice(1 - mostRuns), {from: at, to: at}]
		: [...coverage.runs.slice(0, -1), {from: last.from, to: Math.max(last.to, at)}];
	return {era: coverage.era, runs, elapsed};
}

/** Whether the clock was set back between the last look and this one. */
export function isSetBack(coverage: Coverage, {at, elapsed}: Look): boolean {
	return (at - lastLook(coverage)) - (elapsed - coverage.elapsed) < -smallestJump;
}

/** The time of the last look. */
export function lastLook({runs}: Coverage): number {
	return runs.at(-1)?.to ?? -Infinity;
}

/** The beginning of something that this look shows and the one before it did not. `before` is the coverage without this look; without any, it was there at the first look. */
export function beganAt({at, interval}: Look, before: Coverage | undefined, after: Coverage): Since {
	const slack = before === undefined || before.era !== after.era ? undefined : Math.max(0, at - lastLook(before));
	return {
		at, slack, isExact: slack !== undefined && slack <= 3 * interval, era: after.era,
	};
}

/** The beginning of something that was there when its account was looked at first. */
export function wasThereAt({at}: Pick<Look, 'at'>, {era}: Pick<Coverage, 'era'>): Since {
	return {
		at, slack: undefined, isExact: false, era,
	};
}

/** The beginning as it can be told now, and how far that can be believed: a hole since then makes it approximate. */
export function sinceAsSeen(since: Since, {era, runs}: Coverage): {readonly at: number; readonly bound: Bound} {
	const [first] = runs;
	const last = runs.at(-1);
	if (since.era !== era) {
		return {at: first?.from ?? since.at, bound: 'at-least'};
	}

	if (last !== undefined && since.at < last.from) {
		return {at: since.at, bound: 'approximate'};
	}

	return {at: since.at, bound: since.isExact ? 'exact' : 'at-least'};
}

/** For how long an account was watched between two times of its present era, in milliseconds. */
export function watchedBetween({runs}: Pick<Coverage, 'runs'>, from: number, to: number): number {
	return runs.reduce((total, run) => total + Math.max(0, Math.min(run.to, to) - Math.max(run.from, from)), 0);
}
