import type {InstanceKey} from '../core/instance.js';
import type {Row} from '../core/row.js';
import {sortRows, type Sort} from '../core/sort.js';

/**
Sorts rows poll after poll. What is handed to the sort stands in the order of the last time, and so is nearly sorted: that takes a comparison a row instead of a dozen. The order of rows is total, so it comes out the same wherever it begins.
*/
export function createSorter(): (rows: readonly Row[], sort: Sort) => readonly Row[] {
	let positions: ReadonlyMap<InstanceKey, number> = new Map();
	return (rows, sort) => {
		const known: Row[] = [];
		const fresh: Row[] = [];
		for (const row of rows) {
			const position = positions.get(row.tracked.instance.key);
			if (position === undefined) {
				fresh.push(row);
			} else {
				known[position] = row;
			}
		}

		// Rows that are not among them any more have left holes.
		const sorted = sortRows([...known.filter(row => row !== undefined), ...fresh], sort);
		positions = new Map(sorted.map((row, index) => [row.tracked.instance.key, index]));
		return sorted;
	};
}
