import type {Random} from '../instances/random.js';

/** Span of time, in whole seconds since the epoch. */
export type Span = {readonly from: number; readonly to: number};

export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The simulated people live in São Paulo, three hours behind UTC the whole year. */
const zone = -3 * hour;

/** The local midnight that is so many days before the day of a time. */
export function midnight(at: number, daysBefore: number): number {
	return ((Math.floor((at + zone) / day) - daysBefore) * day) - zone;
}

/** Kind of local day: Saturday and Sunday, the other five, or all seven. */
type DayKind = 'weekend' | 'weekday' | 'any';

/** Wish for a span: the kind of its day, how long after midnight it begins, and how long it lasts, both in seconds from least to most. */
export type Wish = {
	readonly days: DayKind;
	readonly begins: readonly [number, number];
	readonly lasts: readonly [number, number];
};

/** Two spans are so far apart that one is not taken for a part of the other. */
const distance = 2 * hour;

/**
Finds a span for a wish, two to twenty-eight days before `end`, away from the spans that are taken.
`undefined` where no day is left.
*/
export function findSpan({days, begins, lasts}: Wish, {end, taken, random}: {
	readonly end: number;
	readonly taken: readonly Span[];
	readonly random: Random;
}): Span | undefined {
	const candidates = random.shuffle(Array.from({length: 27}, (_, index) => midnight(end, index + 2)));
	return candidates
		.filter(start => days === 'any' || isWeekend(start) === (days === 'weekend'))
		.map(start => {
			const from = start + random.between(...begins);
			return {from, to: from + random.between(...lasts)};
		})
		.find(({from, to}) => taken.every(other => to + distance < other.from || other.to + distance < from));
}

function isWeekend(localMidnight: number): boolean {
	// The first day of the epoch was a Thursday.
	const dayOfWeek = (Math.round((localMidnight + zone) / day) + 4) % 7;
	return dayOfWeek === 0 || dayOfWeek === 6;
}
