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
	readonly isRevealed: boolean;
	/** CSV has no way to escape a character, so that a terminal gets the safe form. */
	readonly isTerminal: boolean;
};

type WriteCell = (row: Row, isRevealed: boolean) => string;

/**
The listing as CSV (RFC 4180): a line of the columns' names, then one for each instance, the wire's own text in the cells. There is always a column `name`.

A cell that begins with `=`, `+`, `-` or `@` is left as it came, although a spreadsheet may take it for a formula: `+55…` and `-` are data, an apostrophe before them would be part of the value to every other reader, and the wire's text is what is promised. Who opens the file in a spreadsheet imports its columns as text.
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

/** A field of the answer. */
function field(...path: readonly string[]): WriteCell {
	return ({tracked}, isRevealed) => wireTextAt(tracked.instance.wire, path, isRevealed);
}

/** TABLE of what the columns hold for another program. What the program itself makes is in the words of the filter language, and times are in ISO 8601. */
const cells: Readonly<Record<ColumnId, WriteCell>> = {
	state: ({tracked}) => rawState(tracked.instance),
	name: ({tracked}) => rawName(tracked.instance),
	number: ({tracked}) => rawNumber(tracked.instance),
	profile: field('profile', 'name'),
	// What began before the program could see it has no time that could be told.
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
