import type {Random} from '../instances/random.js';
import {
	findSpan,
	hour,
	minute,
	type Span,
	type Wish,
} from './calendar.js';

/** Times in which nobody watched: the notebook was closed on a weekend evening and for a night, the machine was updated for an hour. */
const holes: readonly Wish[] = [
	{days: 'weekend', begins: [17 * hour, 19 * hour], lasts: [3 * hour, 5 * hour]},
	{days: 'any', begins: [22 * hour, 25 * hour], lasts: [6 * hour, 8 * hour]},
	{days: 'weekday', begins: [8 * hour, 16 * hour], lasts: [45 * minute, 75 * minute]},
];

/** Chooses the times in which the list was watched, oldest first: the whole span but for a few holes, none close to what is `busy`. */
export function chooseWatched({from, to}: Span, busy: readonly Span[], random: Random): readonly Span[] {
	const unwatched: Span[] = [];
	for (const hole of holes) {
		const found = findSpan(hole, {end: to, taken: [...busy, ...unwatched], random});
		if (found !== undefined) {
			unwatched.push(found);
		}
	}

	const ordered = unwatched.toSorted((one, other) => one.from - other.from);
	const begins = [from, ...ordered.map(hole => hole.to)];
	return begins.map((begin, index) => ({from: begin, to: ordered[index]?.from ?? to}));
}
