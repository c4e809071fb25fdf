import {columnsFor} from '../core/columns/choose.js';
import type {Column} from '../core/columns/column.js';
import {
	fitColumns,
	isBlankCell,
	markerWidth,
	measureInSlices,
	withoutBlanks,
	type FittedColumn,
} from '../core/columns/fit.js';
import type {Row} from '../core/fleet/row.js';
import type {Symbols} from '../core/screen/symbols.js';
import {mapInSlices, takeInSlices, type Slices} from '../core/polling/slices.js';
import {cutMiddle} from '../core/text/cut-middle.js';
import {cellWidthUpTo, fit} from '../core/text/measure.js';
import type {Line} from '../core/screen/span.js';
import type {Table, WriteOptions} from './format.js';
import type {Listing} from './listing.js';

export type TableOptions = {
	readonly columns: readonly Column[];
	readonly symbols: Symbols;
	/**
	Width of the terminal in cells. `undefined` for any other output: no column is left out then, and no text cut but one that is longer than
	`widestCell`.
	*/
	readonly width: number | undefined;
};

type ListingOptions = TableOptions & Pick<WriteOptions, 'hasRules' | 'drawRules'>;

/** In cells. One text of a megabyte would otherwise make every line of the table a megabyte long. */
const widestCell = 1000;

/** The blanks between two columns. */
const gap = '  ';

/** Numbers of rows in a slice. */
const measuredPerSlice = 50;
const joinedPerSlice = 1000;

/**
Writes the listing as a table, with or without rules. Rules are drawn by a library that is loaded only for them, and not in slices.

@yields Nothing.
*/
export function * writeListing(
	{rows, sources}: Listing,
	{columns: chosen, symbols, width, hasRules, drawRules}: ListingOptions,
): Slices<string | Promise<string>> {
	const columns = columnsFor(chosen, sources.length);
	return hasRules
		? drawRules(yield * arrangeTable(rows, {columns, symbols, width: widthWithinRules(width, columns.length)}))
		: yield * writeTable(rows, {columns, symbols, width});
}

/**
Writes the rows as lines of text without rules, aligned by cell width.

@yields Nothing.
*/
export function * writeTable(rows: readonly Row[], options: TableOptions): Slices<string> {
	const table = yield * arrangeTable(rows, options);
	return (yield * mapInSlices([table.titles, ...table.rows], joinedPerSlice, cells => `${cells.join(gap).trimEnd()}\n`)).join('');
}

/**
The `width` of `TableOptions` for a table that is printed with rules in `width` cells.
The rules take one cell for each column more than the gaps do, and three for the two edges.
*/
export function widthWithinRules(width: number | undefined, columns: number): number | undefined {
	return width === undefined ? undefined : width - columns - 3;
}

/**
Chooses the columns that fit, and pads or cuts every text to the width of its column.

@yields Nothing.
*/
export function * arrangeTable(rows: readonly Row[], options: TableOptions): Slices<Table> {
	const {symbols, width} = options;
	const measure = createMeasure();
	const fitted = width === undefined ? yield * measureWholeColumns(rows, options, measure) : yield * fitToWidth(rows, options, width);
	const place = (text: string, {column: {align, isCutInMiddle}, width: columnWidth}: FittedColumn) => {
		const blanks = columnWidth - measure(text);
		if (blanks < 0) {
			const {ellipsis} = symbols;
			return fit(isCutInMiddle === true ? cutMiddle(text, columnWidth, ellipsis) : text, columnWidth, {align, ellipsis});
		}

		return align === 'left' ? text + ' '.repeat(blanks) : ' '.repeat(blanks) + text;
	};

	return {
		titles: fitted.map(column => place(column.hasTitle ? column.column.title : '', column)),
		rows: yield * mapInSlices(rows, measuredPerSlice, row => fitted.map(column => place(textOf(column.cell(row, symbols)), column))),
	};
}

/** Measures each different text once, since measuring takes most of the time of a long table. */
function createMeasure(): (text: string) => number {
	const widths = new Map<string, number>();
	return text => {
		const width = widths.get(text) ?? cellWidthUpTo(text, widestCell);
		widths.set(text, width);
		return width;
	};
}

/**
Fits the columns as the grid does, without the marker of the selection, whose cells the columns get.

@yields Nothing.
*/
function * fitToWidth(rows: readonly Row[], {columns, symbols}: TableOptions, width: number): Slices<readonly FittedColumn[]> {
	const natural = yield * measureInSlices(columns, rows, symbols);
	// A table without rows has its titles.
	return fitColumns(columns, rows.length === 0 ? withoutBlanks(columns, natural) : natural, width + markerWidth);
}

/**
Makes every column as wide as its widest text, but for texts that are longer than any that is meant to be read. A column that nobody asked
for is left out where it has nothing to tell.

@yields Nothing.
*/
function * measureWholeColumns(
	rows: readonly Row[],
	{columns, symbols}: TableOptions,
	measure: (text: string) => number,
): Slices<readonly FittedColumn[]> {
	const fitted: FittedColumn[] = [];
	for (const column of columns) {
		let width = measure(column.title);
		let isTelling = column.isLeftOutBlank !== true || rows.length === 0;
		yield * takeInSlices(rows, measuredPerSlice, row => {
			const text = textOf(column.cell(row, symbols));
			width = Math.min(widestCell, Math.max(width, measure(text)));
			isTelling ||= !isBlankCell(text, symbols);
		});
		if (isTelling) {
			fitted.push({
				column, width, hasTitle: true, cell: column.cell,
			});
		}
	}

	return fitted;
}

function textOf(line: Line): string {
	return line.map(({text}) => text).join('');
}
