import type {Column} from '../core/columns/column.js';
import {columnsFor} from '../core/columns/choose.js';
import {columns as allColumns} from '../core/columns/columns.js';
import {mapInSlices, type Slices} from '../core/polling/slices.js';
import {sanitize} from '../core/text/sanitize.js';
import type {Listing} from './listing.js';

export type CsvOptions = {
	readonly columns: readonly Column[];
	/** Whether secrets are written as they came, not masked. */
	readonly isRevealed: boolean;
	/** Whether the output is a terminal. CSV cannot escape control characters, so that a terminal is given sanitised texts. */
	readonly isTerminal: boolean;
};

/**
Writes the listing as CSV (RFC 4180): one line with the ids of the columns, then one line for each instance,
with the unchanged text of the answer in the cells. The column `name` is added if it was not chosen, and before it `account` where there are
several accounts.

A cell that begins with `=`, `+`, `-` or `@` is left as it came, although a spreadsheet may take it for a formula:
`+55…` and `-` are data, and an apostrophe before them would be part of the value for every other reader.
The columns have to be imported as text into a spreadsheet.

@yields Nothing.
*/
export function * writeCsv({rows, sources}: Listing, {columns, isRevealed, isTerminal}: CsvOptions): Slices<string> {
	const added = [...sources.length > 1 ? [allColumns.account] : [], allColumns.name];
	const usual = columnsFor(columns, sources.length);
	const chosen = [...added.filter(({id}) => usual.every(column => column.id !== id)), ...usual];
	const writeLine = (cells: readonly string[]) => `${cells.map(cell => quoteCell(isTerminal ? sanitize(cell) : cell)).join(',')}\r\n`;
	const lines = yield * mapInSlices(rows, rowsPerSlice, row => writeLine(chosen.map(({raw}) => raw(row, isRevealed))));
	return [writeLine(chosen.map(({id}) => id)), ...lines].join('');
}

/** Number of rows that are written in a slice. */
const rowsPerSlice = 50;

/** Writes a cell, in quotes where that is needed. */
export function quoteCell(text: string): string {
	return /[\n\r",]|^\s|\s$/v.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
