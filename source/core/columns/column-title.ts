import type {Symbols} from '../screen/symbols.js';
import {cellWidth, fit} from '../text/measure.js';
import type {FittedColumn} from './fit.js';
import {sortArrow, type Sort} from './sort.js';

/**
Title of a column, in exactly the width of the column. The sorted column has an arrow, which stays when the title is cut.
In a sort by health the column of the state has the arrow.
*/
export function columnTitle({column, width, hasTitle}: FittedColumn, sort: Sort, symbols: Symbols): string {
	const {align, id} = column;
	const title = hasTitle ? column.title : '';
	const isSorted = id === (sort.by === 'health' ? 'state' : sort.by);
	if (!isSorted) {
		return fit(title, width, {align, ellipsis: symbols.ellipsis});
	}

	const arrow = sortArrow(sort, symbols);
	const free = width - cellWidth(title);
	return free > 0
		? fit(title === '' || free === 1 ? `${title}${arrow}` : `${title} ${arrow}`, width, {align})
		: fit(title, width - 1, {ellipsis: symbols.ellipsis}) + arrow;
}
