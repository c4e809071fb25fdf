import type {Column} from '../../../core/columns/column.js';
import {measureInSlices, type NaturalWidths} from '../../../core/columns/fit.js';
import {sortRowsInSlices, type Sort} from '../../../core/columns/sort.js';
import {findDoubts, type Doubt} from '../../../core/filter/find-doubts.js';
import type {Matcher} from '../../../core/filter/match.js';
import type {Filter} from '../../../core/filter/parse.js';
import {lookedAt, type Inventory} from '../../../core/fleet/inventory.js';
import {isInTrouble, isWorthKnowing, type Row} from '../../../core/fleet/row.js';
import type {InstanceKey} from '../../../core/instance/instance.js';
import {
	countInSlices,
	filterInSlices,
	mapInSlices,
	takeInSlices,
	type Slices,
} from '../../../core/polling/slices.js';
import type {Symbols} from '../../../core/screen/symbols.js';
import type {GridFilter, ViewState} from '../../../core/view/view-state.js';
import {sortAgain} from './incremental-sort.js';
import type {RowCache} from './row-cache.js';

/** What the order of the rows is made of. */
export type OrderWanted = {
	readonly inventory: Inventory;
	readonly acknowledged: ViewState['acknowledged'];
	readonly sort: Sort;
	readonly columns: readonly Column[];
	/** How often the width of the grid has changed. */
	readonly resizes: number;
};

/** The rows of all instances in the order of the sort, and what it takes to make the next ones of them. */
export type Order = OrderWanted & {
	/** The rows as they come. */
	readonly all: readonly Row[];
	/** The same rows in the order of the sort. */
	readonly sorted: readonly Row[];
	readonly widths: NaturalWidths;
	/** The rows that `widths` is measured of. */
	readonly measured: WeakSet<Row>;
};

/** What the rows of the grid are chosen by. */
export type Choice = {
	/** The text of `chosen`, parsed. */
	readonly filter: Filter;
	readonly chosen: GridFilter;
};

/** The rows of the grid, in the order that they are chosen from. */
export type Arrangement = Choice & {
	readonly order: Order;
	/** The rows that match the filter. */
	readonly rows: readonly Row[];
	/** The keys of `rows`. */
	readonly keys: readonly InstanceKey[];
	/** For each index of `rows`, the number of rows before it that a person should know of. */
	readonly worthKnowing: readonly number[];
	/** What the filter names and no instance has. */
	readonly doubts: readonly Doubt[];
};

export type OrderParts = {
	readonly rowsIn: RowCache['rowsIn'];
	readonly symbols: Symbols;
};

/** Numbers of rows in a slice: computing a row takes far longer than looking whether it was measured. */
const computedPerSlice = 200;
const lookedAtPerSlice = 1000;

/** The regular expressions of a filter may take a millisecond for a row, and so may the folding of long texts. */
const matchedPerSlice = 4;

/**
Computes the rows of an inventory and sorts them, in slices. What `last` has already is used again.

All rows are sorted, also those that no filter lets through: to choose from what is in order takes a tenth of the time that it takes to sort
the many rows which a filter has hidden, with each letter that is taken back.

@yields Nothing.
*/
export function * putInOrder(wanted: OrderWanted, last: Order | undefined, {rowsIn, symbols}: OrderParts): Slices<Order> {
	const {inventory, acknowledged, sort, columns, resizes} = wanted;
	const all = last?.inventory === inventory && last.acknowledged === acknowledged
		? last.all
		: yield * filterInSlices(rowsIn(inventory, acknowledged), computedPerSlice, () => true);
	const isSameSort = last?.sort.by === sort.by && last.sort.isReversed === sort.isReversed;
	const sorted = last !== undefined && isSameSort ? yield * sortAgain(last.sorted, all, sort) : yield * sortRowsInSlices(all, sort);

	// Widths only grow until the sort, the columns or the size change. Then all moves anyway, and the columns may become narrower again.
	const measuredBefore = last?.sort === sort && last.columns === columns && last.resizes === resizes ? last : undefined;
	const measured = measuredBefore?.measured ?? new WeakSet<Row>();
	const unmeasured = yield * filterInSlices(all, lookedAtPerSlice, row => !measured.has(row));
	const widths = yield * measureInSlices(columns, unmeasured, symbols, measuredBefore?.widths);
	yield * takeInSlices(unmeasured, lookedAtPerSlice, row => {
		measured.add(row);
	});
	return {
		...wanted, all, sorted, widths, measured,
	};
}

/**
Chooses the rows that match, in slices. They are the very list of `last` where they are the same ones.

@yields Nothing.
*/
export function * choose(order: Order, {filter, chosen}: Choice, last: Arrangement | undefined, isMatch: Matcher): Slices<Arrangement> {
	const matching = yield * findMatching(order, {filter, chosen}, isMatch);
	const former = last !== undefined && isSameList(last.rows, matching) ? last : undefined;
	const rows = former?.rows ?? matching;
	const keys = former?.keys ?? (yield * mapInSlices(rows, lookedAtPerSlice, row => row.tracked.instance.key));
	let count = 0;
	const worthKnowing = former?.worthKnowing ?? (yield * mapInSlices(rows, lookedAtPerSlice, row => isWorthKnowing(row) ? count++ : count));
	// What is in doubt does not depend on the time.
	const doubts = last?.order.all === order.all && last.filter === filter ? last.doubts : yield * findDoubts(filter, order.all, 0);
	return {
		order, filter, chosen, rows, keys, worthKnowing, doubts,
	};
}

/**
Counts the rows that match each filter, in slices.

@yields Nothing.
*/
export function * countMatches(
	filters: readonly Filter[],
	{all, inventory}: Order,
	isMatch: Matcher,
): Slices<readonly number[]> {
	const counts: number[] = [];
	for (const filter of filters) {
		const count = filter.terms.length === 0
			? all.length
			: yield * countInSlices(all, matchedPerSlice, row => isMatch(filter, row, lookedAt(inventory, row.tracked.instance.account) ?? 0));
		counts.push(count);
	}

	return counts;
}

function * findMatching({inventory, sorted}: Order, {filter, chosen}: Choice, isMatch: Matcher): Slices<readonly Row[]> {
	const {terms} = filter;
	if (terms.length === 0 && chosen.state === undefined && chosen.account === undefined && !chosen.isTroubleOnly) {
		return sorted;
	}

	return terms.length === 0
		? yield * filterInSlices(sorted, lookedAtPerSlice, row => isChosen(row, chosen))
		: yield * filterInSlices(sorted, matchedPerSlice, row => {
			const now = lookedAt(inventory, row.tracked.instance.account) ?? 0;
			return isChosen(row, chosen) && isMatch(filter, row, now);
		});
}

function isChosen(row: Row, {state, account, isTroubleOnly}: Choice['chosen']): boolean {
	const {state: {kind}, account: own} = row.tracked.instance;
	return (account === undefined || account === own) && (state === undefined || state === kind) && (!isTroubleOnly || isInTrouble(row));
}

function isSameList(one: readonly Row[], other: readonly Row[]): boolean {
	return one.length === other.length && one.every((row, index) => row === other[index]);
}
