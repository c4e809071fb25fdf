import {columnsFor} from '../../../core/columns/choose.js';
import type {Column} from '../../../core/columns/column.js';
import {
	fitColumns,
	withoutBlanks,
	type FittedColumn,
	type NaturalWidths,
} from '../../../core/columns/fit.js';
import type {State} from '../store.js';
import type {Order} from './arrange.js';
import {memoize} from './memoize.js';

export type ColumnSelectors = {
	/** The columns of a grid of `width` cells; the same array until the width, or the width of a column, changes. */
	readonly fitted: (state: State, width: number) => readonly FittedColumn[];
	/** The columns that a grid of `width` cells had if each of them had something to tell. */
	readonly fittedAtMost: (state: State, width: number) => readonly Column[];
	/** The columns that were chosen, or are there by themselves, whether there is room for them or not. */
	readonly columns: (state: State) => readonly Column[];
};

/** `resizes` tells how often the columns were asked for in another width than before: then they may become narrower again. */
export type ColumnParts = {readonly selectors: ColumnSelectors; readonly resizes: () => number};

/** Makes the selectors of the columns, which have the widths of the rows in order. */
export function createColumnSelectors(usualColumns: readonly Column[], orderOf: (state: State) => Order): ColumnParts {
	let resizes = 0;
	let lastFit: {readonly natural: NaturalWidths; readonly width: number; readonly columns: readonly FittedColumn[]} | undefined;
	return {
		resizes: () => resizes,
		selectors: {
			// Where one account is shown alone, its name is in the header, and would be the same on every row.
			columns: memoize(
				({view}: State) => [view.columns ?? usualColumns, view.filter.account === undefined],
				([columns, areAllShown]) => areAllShown ? columns : columnsFor(columns, 1),
			),
			fitted(state, width) {
				resizes += Number(lastFit !== undefined && lastFit.width !== width);
				const {widths: natural, columns} = orderOf(state);
				if (lastFit?.natural !== natural || lastFit.width !== width) {
					const fitted = fitColumns(columns, natural, width);
					// Where a width has changed of a column that is out of sight, no row is drawn again.
					lastFit = {natural, width, columns: lastFit !== undefined && isSameFit(lastFit.columns, fitted) ? lastFit.columns : fitted};
				}

				return lastFit.columns;
			},
			fittedAtMost(state, width) {
				const {widths, columns} = orderOf(state);
				return fitColumns(columns, withoutBlanks(columns, widths), width).map(({column}) => column);
			},
		},
	};
}

function isSameFit(one: readonly FittedColumn[], other: readonly FittedColumn[]): boolean {
	return one.length === other.length && one.every(({column, width, hasTitle}, index) => {
		const others = other[index];
		return column === others?.column && width === others.width && hasTitle === others.hasTitle;
	});
}
