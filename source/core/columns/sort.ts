import {compareNames} from '../text/compare-names.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import {columns} from './columns.js';
import type {ColumnId, SortKey} from './column.js';

/** By what the rows are sorted: by health, which is worst first, or by a column. */
export type Sort = {
	readonly by: 'health' | ColumnId;
	readonly isReversed: boolean;
};

export const healthFirst: Sort = {by: 'health', isReversed: false};

/**
The rows in the order of the screen. Rows that are equal in the sorted column, or have nothing in it, follow each other by health; those with nothing come last, whichever way it is turned.
*/
export function sortRows(rows: readonly Row[], {by, isReversed}: Sort): readonly Row[] {
	if (by === 'health') {
		return rows.toSorted(compareBy({by, isReversed}));
	}

	const direction = isReversed ? -1 : 1;
	return rows
		.map(row => ({row, key: keyOf(row, by)}))
		.toSorted((one, other) => firstDifference(compareKeys(one.key, other.key, direction), () => compareHealth(one.row, other.row)))
		.map(({row}) => row);
}

/** Which of two rows stands before the other. */
export function compareBy({by, isReversed}: Sort): (one: Row, other: Row) => number {
	const direction = isReversed ? -1 : 1;
	return by === 'health'
		? (one, other) => compareHealth(one, other, direction)
		: (one, other) => firstDifference(compareKeys(keyOf(one, by), keyOf(other, by), direction), () => compareHealth(one, other));
}

function firstDifference(first: number, second: () => number): number {
	return first === 0 ? second() : first;
}

/** What a row is sorted by; nothing where there is nothing. */
function keyOf(row: Row, by: ColumnId): SortKey {
	const key = columns[by].sortKey(row);
	return key === '' ? undefined : key;
}

/** The sort after this one, through health and the columns in sight. */
export function nextSort({by}: Sort, inSight: readonly ColumnId[]): Sort {
	const order: ReadonlyArray<Sort['by']> = ['health', ...inSight];
	return {by: order[(order.indexOf(by) + 1) % order.length] ?? 'health', isReversed: false};
}

export function turnSort({by, isReversed}: Sort): Sort {
	return {by, isReversed: !isReversed};
}

/** Which way the arrow of a sort points: down where the largest, or the worst, come first. */
export function sortArrow({by, isReversed}: Sort, symbols: Symbols): string {
	const isDownAtFirst = by === 'health' || columns[by].first !== undefined;
	return isReversed === isDownAtFirst ? symbols.moreAbove : symbols.moreBelow;
}

/** `sort health ↓` */
export function describeSort(sort: Sort, symbols: Symbols): string {
	return `sort ${sort.by} ${sortArrow(sort, symbols)}`;
}

/**
Worst first: by rank, then the latest change, then the name. A state that began before the program could see it is older than any it saw begin. With a `direction` of -1 the best come first, and the oldest change. Either way the acknowledged follow the others of their kind, those that are gone follow them, and names keep their natural order.
*/
function compareHealth(one: Row, other: Row, direction = 1): number {
	const byRank = one.rank - other.rank;
	if (byRank !== 0) {
		return direction * byRank;
	}

	const byConcern = concernOf(one) - concernOf(other);
	if (byConcern !== 0) {
		return byConcern;
	}

	const byChange = latestChange(other) - latestChange(one);
	return byChange === 0 ? compareNames(one.tracked.instance.name, other.tracked.instance.name) : direction * byChange;
}

/** Whether anybody still has to look at it: the gone least of all. */
function concernOf({tracked, isAcknowledged: isKnown}: Row): number {
	return tracked.gone === undefined ? Number(isKnown) : 2;
}

function latestChange({tracked: {since}}: Row): number {
	return since.isExact ? since.at : 0;
}

function compareKeys(one: SortKey, other: SortKey, direction: number): number {
	if (one === undefined || other === undefined) {
		return Number(one === undefined) - Number(other === undefined);
	}

	return direction * (typeof one === 'number' && typeof other === 'number' ? one - other : compareNames(String(one), String(other)));
}
