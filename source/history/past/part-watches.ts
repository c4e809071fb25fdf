import type {Watch} from '../../core/fleet/memory/remembered.js';
import type {WatchRow} from '../tables/watch.js';

/**
When all of some instances were watched, oldest first: each of them with the whole list, or by itself. What is known of a part of the list
is known of these times alone.
*/
export function watchesOfPart(rows: readonly WatchRow[], instances: readonly number[]): readonly Watch[] {
	const byInstance = Map.groupBy(rows, ({instance}) => instance);
	const whole = byInstance.get(undefined) ?? [];
	const [first = [], ...others] = instances.map(id => mergeWatches([...whole, ...byInstance.get(id) ?? []]));
	let common = first;
	for (const other of others) {
		common = intersect(common, other);
	}

	return common;
}

/** Puts times together that overlap, oldest first. */
function mergeWatches(rows: readonly Watch[]): readonly Watch[] {
	const merged: Watch[] = [];
	for (const {began, seen, every} of rows.toSorted((one, other) => one.began - other.began)) {
		const last = merged.at(-1);
		if (last === undefined || began > last.seen) {
			merged.push({began, seen, every});
		} else {
			merged[merged.length - 1] = {began: last.began, seen: Math.max(last.seen, seen), every: Math.max(last.every, every)};
		}
	}

	return merged;
}

/** The times that are in both lists, each of which is in order. */
function intersect(one: readonly Watch[], other: readonly Watch[]): readonly Watch[] {
	const common: Watch[] = [];
	let [index, place] = [0, 0];
	for (;;) {
		const [own, its] = [one[index], other[place]];
		if (own === undefined || its === undefined) {
			return common;
		}

		const [began, seen] = [Math.max(own.began, its.began), Math.min(own.seen, its.seen)];
		if (began <= seen) {
			common.push({began, seen, every: Math.max(own.every, its.every)});
		}

		if (own.seen < its.seen) {
			index++;
		} else {
			place++;
		}
	}
}
