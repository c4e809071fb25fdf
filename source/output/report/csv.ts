import {mapInSlices, type Slices} from '../../core/polling/slices.js';
import {sanitize} from '../../core/text/sanitize.js';
import {quoteCell} from '../csv.js';
import {recordOfFigures, recordFields, type FigureRecord} from './record.js';
import type {Report, ReportWriteOptions} from './report.js';

/** Rows in a slice. */
const perSlice = 200;

/** Columns before those of the figures. */
const identityFields = ['kind', 'account', 'id', 'name', 'from', 'to'] as const;

/**
Writes a report as CSV (RFC 4180): a line with the names of the columns, a line for each instance, and one of the kind `fleet` for each
account. Ratios are decimals, lengths of time whole seconds, and what is not known is empty. The falls of the whole fleet are not in it.
*/
export function * writeCsv({accounts}: Report, {isTerminal}: Pick<ReportWriteOptions, 'isTerminal'>): Slices<string> {
	const writeLine = (cells: readonly string[]) => `${cells.map(cell => quoteCell(isTerminal ? sanitize(cell) : cell)).join(',')}\r\n`;
	const lines = [writeLine([...identityFields, ...recordFields])];
	for (const {place, window, rows, total} of accounts) {
		const times = [window?.from, window?.to].map(at => at === undefined ? '' : new Date(at).toISOString());
		for (const line of yield * mapInSlices(rows, perSlice, row => writeLine(['instance', place, row.id, row.name, ...times, ...cellsOf(recordOfFigures(row))]))) {
			lines.push(line);
		}

		if (window !== undefined) {
			lines.push(writeLine(['fleet', place, '', '', ...times, ...cellsOf(recordOfFigures(total))]));
		}
	}

	return lines.join('');
}

function cellsOf(record: FigureRecord): readonly string[] {
	return recordFields.map(field => String(record[field] ?? ''));
}
