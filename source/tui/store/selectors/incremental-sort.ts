import type {InstanceKey} from '../../../core/instance/instance.js';
import type {Row} from '../../../core/fleet/row.js';
import {filterInSlices, takeInSlices, type Slices} from '../../../core/polling/slices.js';
import {compareBy, sortRowsInSlices, type Sort} from '../../../core/columns/sort.js';

/** Number of rows in a slice that takes no more of each than a look into a table. */
const rowsPerSlice = 2000;

/** Number of rows in a slice that each compare with some others. */
const mergedPerSlice = 50;

/**
Sorts rows in slices, where most of them are in `previous`, which is in this order already: the other rows are sorted alone and merged into
them. Since the order of rows is total, the result is the same as that of sorting all rows. It is `previous` itself if all of its rows are
still there and no others.

@yields Nothing.
*/
export function * sortAgain(previous: readonly Row[], rows: readonly Row[], sort: Sort): Slices<readonly Row[]> {
	const present = yield * setOf(rows);
	const kept = yield * filterInSlices(previous, rowsPerSlice, row => present.has(row));
	if (kept.length === rows.length) {
		return kept.length === previous.length ? previous : kept;
	}

	const keptSet = yield * setOf(kept);
	const others = yield * filterInSlices(rows, rowsPerSlice, row => !keptSet.has(row));
	const added = yield * sortRowsInSlices(yield * inPreviousOrder(previous, others), sort);
	return kept.length === 0 ? added : yield * merge(kept, added, compareBy(sort));
}

function * setOf(rows: readonly Row[]): Slices<ReadonlySet<Row>> {
	const set = new Set<Row>();
	yield * takeInSlices(rows, rowsPerSlice, row => {
		set.add(row);
	});
	return set;
}

/**
Puts new rows in the order that their instances had before. Most instances keep their place,
and sorting a nearly sorted list takes few comparisons.

@yields Nothing.
*/
function * inPreviousOrder(previous: readonly Row[], rows: readonly Row[]): Slices<readonly Row[]> {
	const byKey = new Map<InstanceKey, Row>();
	yield * takeInSlices(rows, rowsPerSlice, row => {
		byKey.set(row.tracked.instance.key, row);
	});
	const inOrder: Row[] = [];
	yield * takeInSlices(previous, rowsPerSlice, ({tracked}) => {
		const {key} = tracked.instance;
		const row = byKey.get(key);
		if (row === undefined) {
			return;
		}

		inOrder.push(row);
		byKey.delete(key);
	});
	return [...inOrder, ...byKey.values()];
}

/**
Merges two sorted lists. It finds each place by binary search, since far fewer rows are added than kept.

@yields Nothing.
*/
function * merge(kept: readonly Row[], added: readonly Row[], compare: (one: Row, other: Row) => number): Slices<readonly Row[]> {
	const merged: Row[] = [];
	let from = 0;
	yield * takeInSlices(added, mergedPerSlice, row => {
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
	});
	return [...merged, ...kept.slice(from)];
}
