import {lineWidthUpTo} from '../screen/line.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import type {Slices} from '../polling/slices.js';
import {cellWidth} from '../text/measure.js';
import type {Line} from '../screen/span.js';
import type {Column, ColumnId} from './column.js';
import {arrowCells} from './column-row.js';

/**
Width in cells of the widest content of each column, at least that of its title with the arrow of the sort, at most its `most`; 0 for a
column that is left out since it had nothing to tell of any row so far.
*/
export type NaturalWidths = ReadonlyMap<ColumnId, number>;

/** Column with the width and the cells that it has on a screen. */
export type FittedColumn = {
	readonly column: Column;
	readonly width: number;
	readonly cell: (row: Row, symbols: Symbols) => Line;
	readonly hasTitle: boolean;
};

/** Cells before the first column, for the marker of the selection. */
export const markerWidth = 2;

/** Cells between two columns. */
export const columnGap = 2;

/** A screen of fewer cells than this shows the narrow form of a column: the word of the state would leave no cells for SINCE. */
const narrowBelow = 53;

/** So many columns are cut, rather than left out, where they do not fit. */
const fewestColumns = 2;

/**
Measures the widths of columns over rows. `previous` holds the widths of rows that were measured before.
Widths only grow from one call to the next, so that no column moves sideways between two polls.
Returns `previous` itself where no width changed.
*/
export function measureColumns(
	chosen: readonly Column[],
	rows: readonly Row[],
	symbols: Symbols,
	previous?: NaturalWidths,
): NaturalWidths {
	const widths = new Map(chosen.map(column => {
		const titleWidth = titleWidthOf(column);
		const former = previous?.get(column.id) ?? 0;
		let width = former === 0 && column.isLeftOutBlank === true ? 0 : Math.max(titleWidth, former);
		// Many rows have the same text in a column, and measuring a text is expensive.
		const measured = new Set<string>();
		for (const row of rows) {
			if (width >= column.most) {
				break;
			}

			if (column.cellsAtMost !== undefined && column.cellsAtMost(row) <= width) {
				continue;
			}

			const cell = column.cell(row, symbols);
			const text = cell.map(span => span.text).join('');
			if (mostCells(text) <= width || measured.has(text) || (width === 0 && isBlankCell(text, symbols))) {
				continue;
			}

			measured.add(text);
			width = Math.max(width, titleWidth, lineWidthUpTo(cell, column.most));
		}

		return [column.id, Math.min(width, column.most)];
	}));
	return previous !== undefined && widths.entries().every(([id, width]) => previous.get(id) === width) ? previous : widths;
}

/** The widths as they were if every column had something to tell. */
export function withoutBlanks(chosen: readonly Column[], natural: NaturalWidths): NaturalWidths {
	return new Map(chosen.map(column => [column.id, Math.max(titleWidthOf(column), natural.get(column.id) ?? 0)]));
}

/** Whether the text of a cell tells nothing: it is empty, or all of it is not in the answer. */
export function isBlankCell(text: string, {nothing}: Pick<Symbols, 'nothing'>): boolean {
	return text === nothing || /^-*$/v.test(text);
}

function titleWidthOf({title, floor = 0}: Column): number {
	return Math.max(cellWidth(title) + arrowCells, floor);
}

/** Number of rows that are measured in a slice. */
const measuredPerSlice = 50;

/** Measures the widths of columns over rows as `measureColumns` does, in slices. */
export function * measureInSlices(
	chosen: readonly Column[],
	rows: readonly Row[],
	symbols: Symbols,
	previous?: NaturalWidths,
): Slices<NaturalWidths> {
	let widths = previous ?? measureColumns(chosen, [], symbols);
	for (let start = 0; start < rows.length; start += measuredPerSlice) {
		widths = measureColumns(chosen, rows.slice(start, start + measuredPerSlice), symbols, widths);
		yield;
	}

	return widths;
}

/**
Chooses the columns that fit into `width` cells, and their widths.
Columns are taken from the highest priority on, each with its least width, until one does not fit. One that is there unasked, as there is
room, leaves the others their `comfort`: a name is not cut for it.
The cells that are left go to the taken columns in the same order: first up to `comfort` for each, then up to `most`.
The two columns with the highest priority are cut before they are left out. On a very narrow screen columns have their narrow form,
unless as many fit without it.
*/
export function fitColumns(chosen: readonly Column[], natural: NaturalWidths, width: number): readonly FittedColumn[] {
	const wide = fitForms(chosen, natural, width, false);
	if (width >= narrowBelow) {
		return wide;
	}

	const narrow = fitForms(chosen, natural, width, true);
	const isCut = wide.some(({column, width: given}) => given < Math.min(column.least, natural.get(column.id) ?? 0));
	return isCut || wide.length < narrow.length ? narrow : wide;
}

function fitForms(chosen: readonly Column[], natural: NaturalWidths, width: number, isNarrow: boolean): readonly FittedColumn[] {
	const naturalOf = (column: Column) => isNarrow && column.narrow !== undefined ? column.narrow.width : (natural.get(column.id) ?? 0);
	const leastOf = (column: Column) => Math.min(column.least, naturalOf(column));
	const taken: Column[] = [];
	const widths = new Map<ColumnId, number>();
	const shortOf = (column: Column) => Math.max(0, Math.min(naturalOf(column), column.comfort) - (widths.get(column.id) ?? 0));
	let left = width - markerWidth + columnGap;
	const telling = chosen.filter(({id}) => natural.get(id) !== 0);
	for (const column of telling.toSorted((one, other) => other.priority - one.priority)) {
		const least = leastOf(column);
		const free = left - columnGap;
		if (isExtra(column) && least > free - taken.reduce((cells, other) => cells + shortOf(other), 0)) {
			break;
		}

		const assigned = taken.length < fewestColumns ? Math.min(least, free) : least;
		if (assigned < 1 || assigned > free) {
			break;
		}

		taken.push(column);
		widths.set(column.id, assigned);
		left = free - assigned;
	}

	for (const limit of ['comfort', 'most'] as const) {
		for (const column of taken) {
			const assigned = widths.get(column.id) ?? 0;
			const extra = Math.max(0, Math.min(left, Math.min(naturalOf(column), column[limit]) - assigned));
			widths.set(column.id, assigned + extra);
			left -= extra;
		}
	}

	return chosen.flatMap(column => {
		const assigned = widths.get(column.id);
		if (assigned === undefined) {
			return [];
		}

		const narrow = isNarrow ? column.narrow : undefined;
		return [{
			column, width: assigned, cell: narrow?.cell ?? column.cell, hasTitle: narrow === undefined,
		}];
	});
}

/** Whether the column is shown only since there is room: nobody asked for it by its name. */
function isExtra({isUsual, isLeftOutBlank}: Column): boolean {
	return isUsual === 'where-told' && isLeftOutBlank === true;
}

/** Upper limit of the cells that a text takes, without measuring it: no character below U+1100 is wide. */
function mostCells(text: string): number {
	return /[\u{1100}-\u{10FFFF}]/v.test(text) ? 2 * text.length : text.length;
}
