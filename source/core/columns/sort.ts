import {compareNames} from '../text/compare-names.js';
import {mapInSlices, type Slices} from '../polling/slices.js';
import {sortInSlices} from '../polling/sort-in-slices.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import {columns} from './columns.js';
import type {ColumnId} from './column.js';
import type {SortKey} from './column-row.js';

/** Key by which the rows are sorted, and the direction. `health` puts the worst first. */
export type Sort = {
	readonly by: 'health' | ColumnId;
	readonly isReversed: boolean;
};

export const healthFirst: Sort = {by: 'health', isReversed: false};

/**
Sorts the rows for the screen. Rows with the same key, or without one, are sorted by health.
Rows without a key come last, in either direction.
*/
export function sortRows(rows: readonly Row[], {by, isReversed}: Sort): readonly Row[] {
	if (by === 'health') {
		return rows.toSorted(compareBy({by, isReversed}));
	}

	return rows.map(row => ({row, key: keyOf(row, by)})).toSorted(compareKeyed(isReversed)).map(({row}) => row);
}

/** Number of rows whose keys are made in a slice. */
const keysPerSlice = 1000;

/**
Sorts the rows as `sortRows` does, in slices.

@yields Nothing.
*/
export function * sortRowsInSlices(rows: readonly Row[], {by, isReversed}: Sort): Slices<readonly Row[]> {
	if (by === 'health') {
		return yield * sortInSlices(rows, compareBy({by, isReversed}));
	}

	const keyed = yield * mapInSlices(rows, keysPerSlice, row => ({row, key: keyOf(row, by)}));
	return (yield * sortInSlices(keyed, compareKeyed(isReversed))).map(({row}) => row);
}

/** A row with its sort key. */
type Keyed = {readonly row: Row; readonly key: SortKey};

function compareKeyed(isReversed: boolean): (one: Keyed, other: Keyed) => number {
	const direction = isReversed ? -1 : 1;
	return (one, other) => firstDifference(compareKeys(one.key, other.key, direction), () => compareHealth(one.row, other.row));
}

/** Makes the comparison of two rows that `toSorted` takes. */
export function compareBy({by, isReversed}: Sort): (one: Row, other: Row) => number {
	const direction = isReversed ? -1 : 1;
	return by === 'health'
		? (one, other) => compareHealth(one, other, direction)
		: (one, other) => firstDifference(compareKeys(keyOf(one, by), keyOf(other, by), direction), () => compareHealth(one, other));
}

function firstDifference(first: number, second: () => number): number {
	return first === 0 ? second() : first;
}

/** Sort key of a row in a column; an empty text is no key. */
function keyOf(row: Row, by: ColumnId): SortKey {
	const key = columns[by].sortKey(row);
	return key === '' ? undefined : key;
}

/**
Sort by the column to the right (`step` 1) or to the left (-1) of the present one among those in sight. Left of the first stands the sort by
health, which follows the last; from a sort by a column that is out of sight it goes to the first or to the last.
*/
export function stepSort({by}: Sort, inSight: readonly ColumnId[], step: 1 | -1): Sort {
	const order: ReadonlyArray<Sort['by']> = ['health', ...inSight];
	const from = Math.max(0, order.indexOf(by));
	return {by: order.at((from + step) % order.length) ?? 'health', isReversed: false};
}

/** Reverses the direction of a sort. */
export function turnSort({by, isReversed}: Sort): Sort {
	return {by, isReversed: !isReversed};
}

/** Arrow of a sort: down where the largest or the worst come first. */
export function sortArrow({by, isReversed}: Sort, symbols: Symbols): string {
	const isDownAtFirst = by === 'health' || columns[by].first !== undefined;
	return isReversed === isDownAtFirst ? symbols.moreAbove : symbols.moreBelow;
}

/** Text of a sort, such as `sort health ↓`. */
export function describeSort(sort: Sort, symbols: Symbols): string {
	return `sort ${sort.by} ${sortArrow(sort, symbols)}`;
}

/**
Compares two rows by health: by rank, the worst first, then by the latest change, then by name.
A state whose beginning was not seen counts as older than all whose beginning was seen.
A `direction` of -1 puts the best rank and the oldest change first.
In either direction, within a rank, acknowledged rows follow the others, rows that are gone follow those,
and names are in natural order.
*/
function compareHealth(one: Row, other: Row, direction = 1): number {
	const byRank = one.rank - other.rank;
	if (byRank !== 0) {
		return direction * byRank;
	}

	const byAttention = attentionOrder(one) - attentionOrder(other);
	if (byAttention !== 0) {
		return byAttention;
	}

	const byChange = latestChange(other) - latestChange(one);
	return byChange === 0 ? compareNames(one.tracked.instance.name, other.tracked.instance.name) : direction * byChange;
}

/** Position of a row within its rank: 0 where a person has to look at it, 1 where it is acknowledged, 2 where it is gone. */
function attentionOrder({tracked, isAcknowledged}: Row): number {
	return tracked.gone === undefined ? Number(isAcknowledged) : 2;
}

/** Time of the change to the present state; 0 where that change was not seen. */
function latestChange({tracked, since}: Row): number {
	return tracked.since.slack === undefined ? 0 : since.at;
}

function compareKeys(one: SortKey, other: SortKey, direction: number): number {
	if (one === undefined || other === undefined) {
		return Number(one === undefined) - Number(other === undefined);
	}

	return direction * (typeof one === 'number' && typeof other === 'number' ? one - other : compareNames(String(one), String(other)));
}
