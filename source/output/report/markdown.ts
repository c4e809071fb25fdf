import type {AccountReport} from '../../core/report/account-report.js';
import {mapInSlices, type Slices} from '../../core/polling/slices.js';
import {cellWidthUpTo} from '../../core/text/measure.js';
import {showName} from '../../core/text/portable/show-name.js';
import {figures, marks} from './figures.js';
import {longestOf, nameRows} from './name-rows.js';
import {
	describeFalls,
	describeGaps,
	describeWindow,
	fallsTitle,
} from './notes.js';
import {createPartWriter, type Report, type ReportWriteOptions} from './report.js';

/** Rows in a slice. */
const perSlice = 200;

/** Longer cells do not widen the others. */
const widestCell = 60;

/** Writes a report as Markdown for a ticket, a table for each account. */
export const writeMarkdown = createPartWriter(writeAccount);

function * writeAccount(account: AccountReport, report: Report, options: ReportWriteOptions): Slices<string> {
	const {rows, total, place, falls} = account;
	const named = nameRows(rows, showName);
	const lines = yield * mapInSlices(rows, perSlice, row => {
		const {name = '', note = ''} = named.get(row) ?? {};
		return [`${quoteCode(name)}${note === '' ? '' : ` (${note.includes(',') || note !== 'left' ? quoteCode(note) : note})`}`, ...figures.map(({text}) => escapeSign(text(row)))];
	});
	const table = [
		['Name', ...figures.map(({title}) => title)],
		...lines,
		[`**Fleet of ${total.instances}**`, ...figures.map(({text}) => escapeSign(text(total)))],
	];
	return [
		`**${quoteCode(showName(place))}** ${describeWindow(account, report, options)}`,
		...describeGaps(account, report, options).flatMap(sentence => ['', sentence]),
		...rows.length === 0 ? [] : ['', ...alignTable(table), '', `${marks.map(([sign, meaning]) => `${escapeSign(sign)} ${meaning}`).join('; ')}; ← one had begun before; → one goes on at the end`],
		...falls.length === 0 ? [] : ['', `${fallsTitle(account)}:`, '', ...describeFalls(account, options).map(line => `- ${line}`)],
		'',
	].join('\n');
}

/** Pads the cells of a table, whose first row are its titles; all columns but the first are aligned at their right. */
function alignTable(table: ReadonlyArray<readonly string[]>): readonly string[] {
	const [titles = []] = table;
	const widths = titles.map((_, column) => Math.max(3, longestOf(table.map(row => cellWidthUpTo(row[column] ?? '', widestCell)))));
	const writeLine = (cells: readonly string[]) => `| ${cells.map((cell, column) => {
		const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - cellWidthUpTo(cell, widestCell)));
		return column === 0 ? cell + blanks : blanks + cell;
	}).join(' | ')} |`;
	const rule = widths.map((width, column) => column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`);
	const [head, ...body] = table.map(cells => writeLine(cells));
	return [head ?? '', `| ${rule.join(' | ')} |`, ...body];
}

/** A tilde at the beginning of a figure would strike it through where another one follows. */
function escapeSign(text: string): string {
	return text.replace(/^~/v, String.raw`\~`);
}

/**
Writes a text from outside as code: no markup counts in it, no address becomes a link, and nobody whose name follows an `@` gets a message.
The fence is longer than any in the text. A pipe would end the cell of a table; a backslash before it is read in two ways, so that HTML
stands for both there.
*/
function quoteCode(text: string): string {
	if (text.includes(String.raw`\|`)) {
		return `<code>${text.replaceAll(/[^\p{Letter}\p{Number} ]/gv, character => `&#${character.codePointAt(0) ?? 0};`)}</code>`;
	}

	const fence = '`'.repeat(1 + Math.max(0, ...Array.from(text.matchAll(/`+/gv), ([run]) => run.length)));
	const edge = /^[ `]|[ `]$/v.test(text) ? ' ' : '';
	return `${fence}${edge}${text.replaceAll('|', String.raw`\|`)}${edge}${fence}`;
}
