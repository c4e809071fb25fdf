import type {InstanceKey} from '../../core/instance/instance.js';
import type {Row} from '../../core/fleet/row.js';
import {compareBy, sortRows, type Sort} from '../../core/columns/sort.js';

/**
Sorts rows poll after poll. Rows that are the same as the last time stand in their order already; the others are sorted by themselves and merged into them. The order of rows is total, so that it comes out the same as if all were sorted anew.
*/
export function createIncrementalSort(): (rows: readonly Row[], sort: Sort) => readonly Row[] {
	let last: {readonly sort: Sort; readonly sorted: readonly Row[]} | undefined;
	return (rows, sort) => {
		const sorted = last?.sort.by === sort.by && last.sort.isReversed === sort.isReversed ? resort(last.sorted, rows, sort) : sortRows(rows, sort);
		last = {sort, sorted};
		return sorted;
	};
}

function resort(former: readonly Row[], rows: readonly Row[], sort: Sort): readonly Row[] {
	const present = new Set(rows);
	const kept = former.filter(row => present.has(row));
	if (kept.length === rows.length) {
		return kept.length === former.length ? former : kept;
	}

	const standing = new Set(kept);
	const fresh = sortRows(inFormerOrder(former, rows.filter(row => !standing.has(row))), sort);
	return kept.length === 0 ? fresh : merge(kept, fresh, compareBy(sort));
}

/** A row of the same instance mostly stays where it was: what is nearly sorted is sorted with a comparison a row instead of a dozen. */
function inFormerOrder(former: readonly Row[], rows: readonly Row[]): readonly Row[] {
	const byKey = new Map<InstanceKey, Row>(rows.map(row => [row.tracked.instance.key, row]));
	const inOrder: Row[] = [];
	for (const {tracked} of former) {
		const {key} = tracked.instance;
		const row = byKey.get(key);
		if (row === undefined) {
			continue;
		}

		inOrder.push(row);
		byKey.delete(key);
	}

	return [...inOrder, ...byKey.values()];
}

/** Puts each of the fresh rows where it belongs among the kept ones; both are sorted. */
function merge(kept: readonly Row[], fresh: readonly Row[], compare: (one: Row, other: Row) => number): readonly Row[] {
	const merged: Row[] = [];
	let from = 0;
	for (const row of fresh) {
		let [low, high] = [from, kept.length];
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			const other = kept[middle];
			if (other !== undefined && compare(other, row) < 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}

		for (; from < low; from++) {
			const other = kept[from];
			if (other !== undefined) {
				merged.push(other);
			}
		}

		merged.push(row);
	}

	return [...merged, ...kept.slice(from)];
}
