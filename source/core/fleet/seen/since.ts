import {
	eraStart,
	isSetBack,
	lastLook,
	type Coverage,
	type Look,
} from './coverage.js';

/**
Time at which something began: `at` is the first look that showed it. `slack` is the time since the last look that did not show it,
`undefined` where the first look of all showed it. If `isExact`, no more than a few polls lie in the slack.
*/
export type Since = {
	readonly at: number;
	readonly slack: number | undefined;
	readonly isExact: boolean;
	readonly era: number;
};

/** Reliability of a length of time: it was seen to begin, it began earlier (`≥`), or a part of it was not watched (`~`). */
export type Bound = 'exact' | 'at-least' | 'approximate';

/** A beginning as it can be told now. */
export type SeenSince = {
	readonly at: number;
	readonly bound: Bound;
};

/** A length of time in milliseconds. */
export type Lasted = {
	readonly milliseconds: number;
	readonly bound: Bound;
};

/** Whether a change is dated closely enough, given the time between the looks before and after it, in milliseconds. */
export function isCloseSlack(slack: number, interval: number): boolean {
	return slack <= 3 * interval;
}

/** The beginning of something that `look` shows and the look before, at `lastSeen`, did not; without one it was there at the first look. */
export function beganAt({at, interval}: Look, era: number, lastSeen: number | undefined): Since {
	const slack = lastSeen === undefined ? undefined : Math.max(0, at - lastSeen);
	return {
		at, slack, isExact: slack !== undefined && isCloseSlack(slack, interval), era,
	};
}

/** Tells a beginning by the coverage of its account. A hole since then makes it approximate; of another era only the present one counts. */
export function seenSince({at, isExact, era}: Pick<Since, 'at' | 'isExact' | 'era'>, coverage: Coverage): SeenSince {
	if (era !== coverage.era) {
		return {at: eraStart(coverage), bound: coverage.past.length > 0 ? 'approximate' : 'at-least'};
	}

	if (at < coverage.run.from) {
		return {at, bound: 'approximate'};
	}

	return {at, bound: isExact ? 'exact' : 'at-least'};
}

/** Time from which on something was seen without a hole. */
export function steadySince(since: Since, coverage: Coverage): number {
	return Math.max(seenSince(since, coverage).at, coverage.run.from);
}

/**
The length of something that began at `since`, was last seen at `lastSeen` and no longer at `look`; `coverage` is that before the look.
Where it is not exact, it reaches to the last look that had it, and no further.
*/
export function lastedUntil(since: Since, {coverage, lastSeen, look}: {
	readonly coverage: Coverage;
	readonly lastSeen: number;
	readonly look: Look;
}): Lasted {
	const {at, bound} = seenSince(since, coverage);
	const isEndClose = isCloseSlack(look.at - lastSeen, look.interval) && look.at >= lastSeen && !isSetBack(coverage, look);
	return bound === 'exact' && isEndClose
		? {milliseconds: look.at - at, bound}
		: {milliseconds: Math.max(0, Math.min(lastSeen, lastLook(coverage)) - at), bound: bound === 'exact' ? 'at-least' : bound};
}
