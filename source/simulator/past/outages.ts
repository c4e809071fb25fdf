import type {Random} from '../instances/random.js';
import {
	findSpan,
	hour,
	midnight,
	minute,
	type Span,
	type Wish,
} from './calendar.js';
import type {Lapse} from './lapses.js';

/** Fault of the server or the network. `fallen` are the positions of the instances that it brings down. */
export type Outage = Span & {readonly fallen: ReadonlySet<number>};

/** Seconds within which all of them fall. */
export const fallSeconds = 24;

/** Outages are over in minutes or within the hour, and most are in the working hours, when there is the most to do. */
const wish: Wish = {days: 'weekday', begins: [8 * hour, 19 * hour], lasts: [5 * minute, 45 * minute]};

/** Chooses the outages of a fleet of so many instances: one for each share, the first of them last night. */
export function chooseOutages(end: number, shares: readonly number[], count: number, random: Random): readonly Outage[] {
	const outages: Outage[] = [];
	for (const [index, share] of shares.entries()) {
		const span = index === 0 ? chooseLastNight(end, random) : findSpan(wish, {end, taken: outages, random});
		if (span === undefined) {
			continue;
		}

		const order = random.shuffle(Array.from({length: count}, (_, position) => position));
		outages.push({...span, fallen: new Set(order.slice(0, Math.round(count * share)))});
	}

	return outages;
}

/** The lapse of one instance in an outage; `undefined` where it did not fall. They come back one by one in the last minutes. */
export function fallIn({from, to, fallen}: Outage, position: number, random: Random): Lapse | undefined {
	if (!fallen.has(position)) {
		return undefined;
	}

	const fell = from + random.between(0, fallSeconds);
	const recovering = Math.min(4 * minute, Math.floor((to - from) / 3));
	const connecting = random.between(2, 9);
	const back = to - random.between(0, recovering) - connecting;
	return {from: fell, steps: [{state: 'disconnected', seconds: back - fell}, {state: 'connecting', seconds: connecting}]};
}

/** Between 02:00 and 05:00 local time of the latest night of which that is over. */
function chooseLastNight(end: number, random: Random): Span {
	const begins = random.between(2 * hour, 4 * hour);
	const lasts = random.between(14 * minute, 50 * minute);
	const isOver = midnight(end, 0) + (5 * hour) < end;
	const from = midnight(end, isOver ? 0 : 1) + begins;
	return {from, to: from + lasts};
}
