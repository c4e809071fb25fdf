import {fallSeconds, type Outage} from './outages.js';
import type {Span} from './calendar.js';
import type {StateFrom} from './lapses.js';

/**
Many instances that were seen to fall together: `fallen` of the `listed` instances. The first had fallen at `began` and the last at `until`,
and the fault that they fell by was over at `ended`. Times are seconds since the epoch.
*/
type SeenMass = {
	readonly began: number;
	readonly until: number;
	readonly fallen: number;
	readonly listed: number;
	readonly ended: number;
};

/** Fewer are no mass event to a watcher: five, and a third of the list. */
const fewest = 5;
const leastShare = 1 / 3;

/** Tells what a watcher saw of the outages, oldest first; `seen` has the states of each instance. What began in a hole was not seen to. */
export function seeMasses(
	outages: readonly Outage[],
	watched: readonly Span[],
	seen: ReadonlyArray<readonly StateFrom[]>,
): readonly SeenMass[] {
	return outages.toSorted((one, other) => one.from - other.from).flatMap(({from, to}): readonly SeenMass[] => {
		const latest = from + fallSeconds;
		const isWatched = watched.some(span => span.from < from && span.to >= latest);
		const falls = seen.flatMap(states => states
			.filter(({at, state}, index) => at >= from && at <= latest && state !== 'connected' && states[index - 1]?.state === 'connected')
			.slice(0, 1));
		const listed = seen.filter(([first]) => first !== undefined && first.at <= from).length;
		const times = falls.map(({at}) => at);
		return isWatched && falls.length >= fewest && falls.length >= listed * leastShare
			? [{
				began: Math.min(...times), until: Math.max(...times), fallen: falls.length, listed, ended: to,
			}]
			: [];
	});
}
