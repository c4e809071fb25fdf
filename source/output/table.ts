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
import {mapInSlices, type Slices} from '../core/polling/slices.js';
import {cutMiddle} from '../core/text/cut-middle.js';
import {cellWidth, cellWidthUpTo, fit} from '../core/text/measure.js';
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
const placedPerSlice = 500;
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

/** A column with the text and the width in cells of each of its cells. */
type FilledColumn = FittedColumn & {readonly texts: readonly string[]; readonly widths: readonly number[]};

/**
Chooses the columns that fit, and pads or cuts every text to the width of its column.

@yields Nothing.
*/
export function * arrangeTable(rows: readonly Row[], options: TableOptions): Slices<Table> {
	const {symbols, width} = options;
	const filled = width === undefined ? yield * fillWholeColumns(rows, options) : yield * fillFitting(rows, options, width);
	const placed: Array<readonly string[]> = [];
	for (const column of filled) {
		const {texts, widths} = column;
		let index = 0;
		placed.push(yield * mapInSlices(texts, placedPerSlice, text => placeText(text, widths[index++] ?? 0, column, symbols)));
	}

	let line = 0;
	return {
		titles: filled.map(column => {
			const title = column.hasTitle ? column.column.title : '';
			return placeText(title, cellWidth(title), column, symbols);
		}),
		rows: yield * mapInSlices(rows, placedPerSlice, () => {
			const cells = placed.map(texts => texts[line] ?? '');
			line += 1;
			return cells;
		}),
	};
}

/** Pads or cuts a text, which takes so many cells, to the width of its column. */
function placeText(text: string, cells: number, {column: {align, isCutInMiddle}, width}: FittedColumn, {ellipsis}: Symbols): string {
	if (cells > width) {
		return fit(isCutInMiddle === true ? cutMiddle(text, width, ellipsis) : text, width, {align, ellipsis});
	}

	const blanks = ' '.repeat(width - cells);
	return align === 'left' ? text + blanks : blanks + text;
}

/**
Makes the texts of a column, each of which is measured once: for other texts than Latin ones that takes most of the time of a long table.

@yields Nothing.
*/
function * fillColumn(rows: readonly Row[], column: FittedColumn, symbols: Symbols): Slices<FilledColumn> {
	const {cell} = column;
	const texts = yield * mapInSlices(rows, measuredPerSlice, row => textOf(cell(row, symbols)));
	return {...column, texts, widths: yield * mapInSlices(texts, measuredPerSlice, text => cellWidthUpTo(text, widestCell))};
}

/**
Fits the columns as the grid does, without the marker of the selection, whose cells the columns get.

@yields Nothing.
*/
function * fillFitting(rows: readonly Row[], {columns, symbols}: TableOptions, width: number): Slices<readonly FilledColumn[]> {
	const natural = yield * measureInSlices(columns, rows, symbols);
	const filled: FilledColumn[] = [];
	// A table without rows has its titles.
	for (const column of fitColumns(columns, rows.length === 0 ? withoutBlanks(columns, natural) : natural, width + markerWidth)) {
		filled.push(yield * fillColumn(rows, column, symbols));
	}

	return filled;
}

/**
Makes every column as wide as its widest text, but for texts that are longer than any that is meant to be read. A column that nobody asked
for is left out where it has nothing to tell.

@yields Nothing.
*/
function * fillWholeColumns(rows: readonly Row[], {columns, symbols}: TableOptions): Slices<readonly FilledColumn[]> {
	const filled: FilledColumn[] = [];
	for (const column of columns) {
		const {title, cell, isLeftOutBlank} = column;
		const found = yield * fillColumn(rows, {
			column, width: 0, hasTitle: true, cell,
		}, symbols);
		if (isLeftOutBlank !== true || rows.length === 0 || found.texts.some(text => !isBlankCell(text, symbols))) {
			filled.push({...found, width: Math.min(widestCell, found.widths.reduce((most, width) => Math.max(most, width), cellWidth(title)))});
		}
	}

	return filled;
}

function textOf(line: Line): string {
	let whole = '';
	for (const {text} of line) {
		whole += text;
	}

	return whole;
}
