import type {Column, ColumnId} from '../core/columns/column.js';
import {columns as allColumns} from '../core/columns/columns.js';
import {integrations} from '../core/instance/integration.js';
import type {Row} from '../core/fleet/row.js';
import {sanitize} from '../core/text/sanitize.js';
import {wireTextAt} from '../core/json/wire.js';
import type {Listing} from './listing.js';
import {rawName, rawNumber, rawState} from './raw-text.js';

export type CsvOptions = {
	readonly columns: readonly Column[];
	/** Whether secrets are written as they came, not masked. */
	readonly isRevealed: boolean;
	/** Whether the output is a terminal. CSV cannot escape control characters, so that a terminal is given sanitised texts. */
	readonly isTerminal: boolean;
};

type WriteCell = (row: Row, isRevealed: boolean) => string;

/**
Writes the listing as CSV (RFC 4180): one line with the ids of the columns, then one line for each instance,
with the unchanged text of the answer in the cells. The column `name` is added if it was not chosen.

A cell that begins with `=`, `+`, `-` or `@` is left as it came, although a spreadsheet may take it for a formula:
`+55…` and `-` are data, and an apostrophe before them would be part of the value for every other reader.
The columns have to be imported as text into a spreadsheet.
*/
export function writeCsv({rows}: Listing, {columns, isRevealed, isTerminal}: CsvOptions): string {
	const chosen = columns.some(({id}) => id === 'name') ? columns : [allColumns.name, ...columns];
	const lines = [
		chosen.map(({id}) => id),
		...rows.map(row => chosen.map(({id}) => cells[id](row, isRevealed))),
	];
	return lines.map(line => `${line.map(cell => quoteCell(isTerminal ? sanitize(cell) : cell)).join(',')}\r\n`).join('');
}

function quoteCell(text: string): string {
	return /[\n\r",]|^\s|\s$/v.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a field of the answer, found by the names on the way to it. */
function field(...path: readonly string[]): WriteCell {
	return ({tracked}, isRevealed) => wireTextAt(tracked.instance.wire, path, isRevealed);
}

/**
TABLE of the columns' cells for other programs. Values that this program computes are words of the filter language;
times are in ISO 8601.
*/
const cells: Readonly<Record<ColumnId, WriteCell>> = {
	state: ({tracked}) => rawState(tracked.instance),
	name: ({tracked}) => rawName(tracked.instance),
	number: ({tracked}) => rawNumber(tracked.instance),
	profile: field('profile', 'name'),
	// Empty where the beginning was not seen, since its time is not known.
	since: ({tracked: {since}}) => since.isExact ? new Date(since.at).toISOString() : '',
	do: ({action}) => action,
	integrations: ({facts}) => integrations.map((integration, index) => `${integration}:${facts.integrations[index] ?? 'missing'}`).join(' '),
	presence: field('connection', 'presenceStatus'),
	business: field('profile', 'businessName'),
	webhook: field('webhook', 'url'),
	chatwoot: field('chatwoot', 'inboxName'),
	proxy: field('proxy', 'host'),
	s3: field('s3', 'bucket'),
	updated: field('updatedAt'),
	created: field('createdAt'),
	id: field('id'),
	autoRejectCalls: field('settings', 'autoRejectCalls'),
	callRejectMessage: field('settings', 'callRejectMessage'),
	ignoreGroupMessages: field('settings', 'ignoreGroupMessages'),
	keepOnlineStatus: field('settings', 'keepOnlineStatus'),
	autoReadMessages: field('settings', 'autoReadMessages'),
	disableHistorySync: field('settings', 'disableHistorySync'),
	ignoreStatus: field('settings', 'ignoreStatus'),
};
