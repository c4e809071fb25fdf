import {sanitize} from '../../core/text/sanitize.js';
import {quoteCell} from '../csv.js';
import type {EventWriteOptions, EventWriter} from './format.js';
import {eventFields, recordOf} from './record.js';

/** Writes the events as CSV (RFC 4180), with the names of the fields in the first line. What an event does not have is empty. */
export function openCsv({isTerminal}: Pick<EventWriteOptions, 'isTerminal'>): EventWriter {
	const writeLine = (cells: readonly string[]) => `${cells.map(cell => quoteCell(isTerminal ? sanitize(cell) : cell)).join(',')}\r\n`;
	return {
		begin: () => writeLine(eventFields),
		write(told) {
			const record = recordOf(told);
			return writeLine(eventFields.map(name => String(record[name] ?? '')));
		},
		end: () => '',
	};
}
