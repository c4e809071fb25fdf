import type {Symbols} from '../screen/symbols.js';
import {cellWidth, fit} from '../text/measure.js';
import type {FittedColumn} from './fit.js';
import {sortArrow, type Sort} from './sort.js';

/** The title of a column in exactly its width. The sorted one has an arrow, which stays where the title has to be cut; `health` has it on the state. */
export function columnTitle({column, width, hasTitle}: FittedColumn, sort: Sort, symbols: Symbols): string {
	const {align, id} = column;
	const title = hasTitle ? column.title : '';
	const isSorted = id === (sort.by === 'health' ? 'state' : sort.by);
	if (!isSorted) {
		return fit(title, width, {align, ellipsis: symbols.ellipsis});
	}

	const arrow = sortArrow(sort, symbols);
	const room = width - cellWidth(title);
	return room > 0
		? fit(title === '' || room === 1 ? `${title}${arrow}` : `${title} ${arrow}`, width, {align})
		: fit(title, width - 1, {ellipsis: symbols.ellipsis}) + arrow;
}
