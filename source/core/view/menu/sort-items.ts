import type {Column, ColumnId} from '../../columns/column.js';
import {columnMeanings} from '../../columns/meanings.js';
import {columns} from '../../columns/columns.js';
import {sortArrow, type Sort} from '../../columns/sort.js';
import type {Symbols} from '../../screen/symbols.js';
import type {MenuItem} from './menu-item.js';

/** The id of the item of a sort, in the menu of sorts and in the palette. */
export function sortId(by: Sort['by']): string {
	return `sort:${by}`;
}

/**
The sorts there are: by health, by the columns that are shown in their order, then by the others. The present one has its arrow; taking it
turns it round.
*/
export function sortItems(present: Sort, shown: readonly ColumnId[], symbols: Symbols): readonly MenuItem[] {
	const all: ReadonlyArray<Sort['by']> = ['health', ...new Set([...shown, ...Object.values(columns).map(({id}) => id)])];
	return all.map(by => {
		const isPresent = by === present.by;
		return {
			id: sortId(by),
			mark: isPresent ? sortArrow(present, symbols) : ' ',
			label: by,
			words: describeOrder(by),
			right: by === 'health' || shown.includes(by) ? '' : 'not shown',
			names: titlesOf(by),
			take: {kind: 'sort', sort: {by, isReversed: isPresent && !present.isReversed}},
		};
	});
}

/** What comes first, and by what. */
function describeOrder(by: Sort['by']): string {
	return by === 'health' ? 'the worst first' : columnMeanings[by];
}

function titlesOf(by: Sort['by']): readonly string[] {
	const column: Column | undefined = by === 'health' ? undefined : columns[by];
	return column === undefined ? [] : [column.title];
}
