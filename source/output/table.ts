import type {Column} from '../core/columns/column.js';
import {fitColumns, markerWidth, measureColumns} from '../core/columns/fit.js';
import type {Row} from '../core/fleet/row.js';
import type {Symbols} from '../core/screen/symbols.js';
import {cellWidth, fit} from '../core/text/measure.js';
import type {Line} from '../core/screen/span.js';

export type TableOptions = {
	readonly columns: readonly Column[];
	readonly symbols: Symbols;
	/** The cells of the terminal's line. Nothing if it is none: no text is cut then, and no column left out. */
	readonly width: number | undefined;
};

/** A table whose cells are all as wide as their column. */
export type Table = {
	readonly titles: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
};

/** Cells between two columns. */
const gap = '  ';

/** The rows as lines of text, aligned by the cells that a terminal gives them, without rules. */
export function writeTable(rows: readonly Row[], options: TableOptions): string {
	const table = arrangeTable(rows, options);
	return [table.titles, ...table.rows].map(cells => `${cells.join(gap).trimEnd()}\n`).join('');
}

/** How wide a table may be for its rules, in the measure of `TableOptions`: beside each column one cell more than without them, and three at the two edges. */
export function widthWithinRules(width: number | undefined, columns: number): number | undefined {
	return width === undefined ? undefined : width - columns - 3;
}

/** Brings every cell to its column's width. */
export function arrangeTable(rows: readonly Row[], {columns, symbols, width}: TableOptions): Table {
	const measure = createMeasure();
	const arranged = width === undefined ? arrangeWhole(rows, columns, {symbols, measure}) : arrangeFitted(rows, columns, {symbols, width});
	const place = (text: string, room: number, align: 'left' | 'right') => {
		const blanks = room - measure(text);
		if (blanks < 0) {
			return fit(text, room, {align, ellipsis: symbols.ellipsis});
		}

		return align === 'left' ? text + ' '.repeat(blanks) : ' '.repeat(blanks) + text;
	};

	return {
		titles: arranged.map(({column: {title, align}, width: room, hasTitle}) => place(hasTitle ? title : '', room, align)),
		rows: rows.map(row => arranged.map(({column: {align}, width: room, cell}) => place(textOf(cell(row, symbols)), room, align))),
	};
}

/** Measures each text once: that is what a long table costs most. */
function createMeasure(): (text: string) => number {
	const known = new Map<string, number>();
	return text => {
		const width = known.get(text) ?? cellWidth(text);
		known.set(text, width);
		return width;
	};
}

type Arranged = {
	readonly column: Column;
	readonly width: number;
	readonly hasTitle: boolean;
	readonly cell: Column['cell'];
};

/** The columns as the grid has them; there is no marker of a selection before them. */
function arrangeFitted(rows: readonly Row[], columns: readonly Column[], {symbols, width}: {readonly symbols: Symbols; readonly width: number}): readonly Arranged[] {
	return fitColumns(columns, measureColumns(columns, rows, symbols), width + markerWidth);
}

function arrangeWhole(rows: readonly Row[], columns: readonly Column[], {symbols, measure}: {readonly symbols: Symbols; readonly measure: (text: string) => number}): readonly Arranged[] {
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
