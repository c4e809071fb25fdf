import type {Column} from '../core/columns/column.js';
import {
	fitColumns,
	markerWidth,
	measureColumns,
	type FittedColumn,
} from '../core/columns/fit.js';
import type {Row} from '../core/fleet/row.js';
import type {Symbols} from '../core/screen/symbols.js';
import {cellWidth, fit} from '../core/text/measure.js';
import type {Line} from '../core/screen/span.js';
import type {Table, WriteOptions} from './format.js';
import type {Listing} from './listing.js';

export type TableOptions = {
	readonly columns: readonly Column[];
	readonly symbols: Symbols;
	/** Width of the terminal in cells. `undefined` for any other output: no text is cut then, and no column left out. */
	readonly width: number | undefined;
};

type ListingOptions = TableOptions & Pick<WriteOptions, 'hasRules' | 'drawRules'>;

/** The blanks between two columns. */
const gap = '  ';

/** Writes the listing as a table, with or without rules. Rules are drawn by a library that is loaded only for them. */
export async function writeListing({rows}: Listing, {columns, symbols, width, hasRules, drawRules}: ListingOptions): Promise<string> {
	return hasRules
		? drawRules(arrangeTable(rows, {columns, symbols, width: widthWithinRules(width, columns.length)}))
		: writeTable(rows, {columns, symbols, width});
}

/** Writes the rows as lines of text without rules, aligned by cell width. */
export function writeTable(rows: readonly Row[], options: TableOptions): string {
	const table = arrangeTable(rows, options);
	return [table.titles, ...table.rows].map(cells => `${cells.join(gap).trimEnd()}\n`).join('');
}

/**
The `width` of `TableOptions` for a table that is printed with rules in `width` cells.
The rules take one cell for each column more than the gaps do, and three for the two edges.
*/
export function widthWithinRules(width: number | undefined, columns: number): number | undefined {
	return width === undefined ? undefined : width - columns - 3;
}

/** Chooses the columns that fit, and pads or cuts every text to the width of its column. */
export function arrangeTable(rows: readonly Row[], options: TableOptions): Table {
	const {symbols, width} = options;
	const measure = createMeasure();
	const fitted = width === undefined ? measureWholeColumns(rows, options, measure) : fitToWidth(rows, options, width);
	const place = (text: string, {column: {align}, width: columnWidth}: FittedColumn) => {
		const blanks = columnWidth - measure(text);
		if (blanks < 0) {
			return fit(text, columnWidth, {align, ellipsis: symbols.ellipsis});
		}

		return align === 'left' ? text + ' '.repeat(blanks) : ' '.repeat(blanks) + text;
	};

	return {
		titles: fitted.map(column => place(column.hasTitle ? column.column.title : '', column)),
		rows: rows.map(row => fitted.map(column => place(textOf(column.cell(row, symbols)), column))),
	};
}

/** Measures each different text once, since measuring takes most of the time of a long table. */
function createMeasure(): (text: string) => number {
	const widths = new Map<string, number>();
	return text => {
		const width = widths.get(text) ?? cellWidth(text);
		widths.set(text, width);
		return width;
	};
}

/** Fits the columns as the grid does, without the marker of the selection, whose cells the columns get. */
function fitToWidth(rows: readonly Row[], {columns, symbols}: TableOptions, width: number): readonly FittedColumn[] {
	return fitColumns(columns, measureColumns(columns, rows, symbols), width + markerWidth);
}

/** Makes every column as wide as its widest text. */
function measureWholeColumns(
	rows: readonly Row[],
	{columns, symbols}: TableOptions,
	measure: (text: string) => number,
): readonly FittedColumn[] {
	return columns.map(column => {
		let width = measure(column.title);
		for (const row of rows) {
			width = Math.max(width, measure(textOf(column.cell(row, symbols))));
		}

		return {
			column, width, hasTitle: true, cell: column.cell,
		};
	});
}

function textOf(line: Line): string {
	return line.map(({text}) => text).join('');
}
