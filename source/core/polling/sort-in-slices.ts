import type {Slices} from './slices.js';

/** So many items are sorted, or merged, in one step: at most a thousand comparisons, which take some milliseconds for hostile names. */
const runLength = 128;

/**
Sorts items in slices, with the result of `toSorted`, also where the order leaves items equal: it sorts short runs, and merges them.

@yields Nothing.
*/
export function * sortInSlices<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number): Slices<readonly Item[]> {
	let runs: Array<readonly Item[]> = [];
	for (let start = 0; start < items.length; start += runLength) {
		runs.push(items.slice(start, start + runLength).toSorted(compare));
		yield;
	}

	while (runs.length > 1) {
		const merged: Array<readonly Item[]> = [];
		for (let index = 0; index < runs.length; index += 2) {
			merged.push(yield * merge(runs[index] ?? [], runs[index + 1] ?? [], compare));
		}

		runs = merged;
	}

	return runs[0] ?? [];
}

/** Merges two sorted lists. Of items that are equal, those of the first list come first. */
function * merge<Item>(one: readonly Item[], other: readonly Item[], compare: (one: Item, other: Item) => number): Slices<readonly Item[]> {
	const [last, first] = [one.at(-1), other[0]];
	if (last === undefined || first === undefined || compare(last, first) <= 0) {
		return [...one, ...other];
	}

	const merged: Item[] = [];
	let [next, nextOther] = [0, 0];
	while (next < one.length && nextOther < other.length) {
		const [item, otherItem] = [one[next], other[nextOther]];
		if (item !== undefined && (otherItem === undefined || compare(item, otherItem) <= 0)) {
			merged.push(item);
			next += 1;
		} else if (otherItem !== undefined) {
			merged.push(otherItem);
			nextOther += 1;
		}

		if (merged.length % runLength === 0) {
			yield;
		}
	}

	return [...merged, ...one.slice(next), ...other.slice(nextOther)];
}
