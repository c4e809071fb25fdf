import type {Column} from '../columns/column.js';
import {columns as allColumns} from '../columns/columns.js';
import type {Sort} from '../columns/sort.js';
import type {Filter} from '../filter/parse.js';

/** Whether something that is shown, sorted or filtered by needs the shares of the instances, which take time to look up. */
export function requiresShares({columns, sort, filters}: {
	readonly columns: readonly Column[];
	readonly sort: Sort;
	readonly filters: readonly Filter[];
}): boolean {
	return columns.some(({needsShares}) => needsShares === true)
		|| (sort.by !== 'health' && allColumns[sort.by].needsShares === true)
		|| filters.some(({terms}) => terms.some(({needsShares}) => needsShares));
}

/** Whether a column that is shown draws the strip of the last 24 hours. */
export function requiresStrips(columns: readonly Column[]): boolean {
	return columns.some(({needsStrips}) => needsStrips === true);
}
