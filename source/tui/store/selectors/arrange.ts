import type {Column} from '../../../core/columns/column.js';
import {measureInSlices, type NaturalWidths} from '../../../core/columns/fit.js';
import {sortRowsInSlices, type Sort} from '../../../core/columns/sort.js';
import {findDoubts, type Doubt} from '../../../core/filter/find-doubts.js';
import type {Matcher} from '../../../core/filter/match.js';
import type {Filter} from '../../../core/filter/parse.js';
import {lookedAt, type Inventory} from '../../../core/fleet/inventory.js';
import {isInTrouble, type Row} from '../../../core/fleet/row.js';
import {
	countInSlices,
	filterInSlices,
	takeInSlices,
	type Slices,
} from '../../../core/polling/slices.js';
import type {Symbols} from '../../../core/screen/symbols.js';
import type {GridFilter, ViewState} from '../../../core/view/view-state.js';
import {sortAgain} from './incremental-sort.js';
import type {RowCache} from './row-cache.js';

/** What the rows of the grid are made of. */
export type Wanted = {
	readonly inventory: Inventory;
	readonly acknowledged: ViewState['acknowledged'];
	readonly filter: Filter;
	readonly chosen: Omit<GridFilter, 'text'>;
	readonly sort: Sort;
	readonly columns: readonly Column[];
	/** How often the width of the grid has changed. */
	readonly resizes: number;
};

/** The rows of the grid, and what it takes to make the next ones of them. */
export type Arrangement = Wanted & {
	/** The rows of all instances. */
	readonly all: readonly Row[];
	/** The rows that match the filter, in the order of the sort. */
	readonly rows: readonly Row[];
	/** What the filter names and no instance has. */
	readonly doubts: readonly Doubt[];
	readonly widths: NaturalWidths;
	/** The rows that `widths` is measured of. */
	readonly measured: WeakSet<Row>;
};

export type ArrangeParts = {
	readonly rowsIn: RowCache['rowsIn'];
	readonly isMatch: Matcher;
	readonly symbols: Symbols;
};

/** Numbers of rows in a slice: computing a row takes far longer than looking whether it was measured. */
const computedPerSlice = 200;
const lookedAtPerSlice = 2000;

/** The regular expressions of a filter may take a millisecond for a row, and so may the folding of long texts. */
const matchedPerSlice = 4;

/**
Arranges the rows of an inventory, in slices: computes them, finds those that match, and sorts them. What `last` has already is used again.

@yields Nothing.
*/
export function * arrange(
	wanted: Wanted,
	last: Arrangement | undefined,
	{rowsIn, isMatch, symbols}: ArrangeParts,
): Slices<Arrangement> {
	const {inventory, acknowledged, filter, sort, columns, resizes} = wanted;
	const all = last?.inventory === inventory && last.acknowledged === acknowledged
		? last.all
		: yield * filterInSlices(rowsIn(inventory, acknowledged), computedPerSlice, () => true);
	const matching = yield * findMatching(wanted, all, isMatch);
	const isSameSort = last?.sort.by === sort.by && last.sort.isReversed === sort.isReversed;
	const rows = last !== undefined && isSameSort ? yield * sortAgain(last.rows, matching, sort) : yield * sortRowsInSlices(matching, sort);
	// What is in doubt does not depend on the time.
	const doubts = last?.all === all && last.filter === filter ? last.doubts : yield * findDoubts(filter, all, 0);

	// Widths only grow until the sort, the columns or the size change. Then all moves anyway, and the columns may become narrower again.
	const measuredBefore = last?.sort === sort && last.columns === columns && last.resizes === resizes ? last : undefined;
	const measured = measuredBefore?.measured ?? new WeakSet<Row>();
	const unmeasured = yield * filterInSlices(all, lookedAtPerSlice, row => !measured.has(row));
	const widths = yield * measureInSlices(columns, unmeasured, symbols, measuredBefore?.widths);
	yield * takeInSlices(unmeasured, lookedAtPerSlice, row => {
		measured.add(row);
	});
	return {
		...wanted, all, rows, doubts, widths, measured,
	};
}

/**
Counts the rows that match each filter, in slices.

@yields Nothing.
*/
export function * countMatches(
	filters: readonly Filter[],
	all: readonly Row[],
	inventory: Inventory,
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

function * findMatching({inventory, filter, chosen}: Wanted, all: readonly Row[], isMatch: Matcher): Slices<readonly Row[]> {
	const {terms} = filter;
	if (terms.length === 0 && chosen.state === undefined && chosen.account === undefined && !chosen.isTroubleOnly) {
		return all;
	}

	return yield * filterInSlices(all, terms.length === 0 ? lookedAtPerSlice : matchedPerSlice, row => {
		const now = lookedAt(inventory, row.tracked.instance.account) ?? 0;
		return isChosen(row, chosen) && isMatch(filter, row, now);
	});
}

function isChosen(row: Row, {state, account, isTroubleOnly}: Wanted['chosen']): boolean {
	const {state: {kind}, account: own} = row.tracked.instance;
	return (account === undefined || account === own) && (state === undefined || state === kind) && (!isTroubleOnly || isInTrouble(row));
}
