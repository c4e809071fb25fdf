import type {AccountReport, ReportRow} from '../../core/report/account-report.js';
import {fallEnd} from '../../core/report/fleet-fall.js';
import {mapInSlices, type Slices} from '../../core/polling/slices.js';
import {describePrecisely, minute} from '../../core/text/duration.js';
import {figures, marks, type Figures} from './figures.js';
import {escapeHtml} from './html/escape.js';
import {
	drawCells,
	drawKey,
	legend,
	spellCells,
} from './html/strip.js';
import {style} from './html/style.js';
import {localStamp} from './local-stamp.js';
import {nameRows} from './name-rows.js';
import {
	describeFall,
	describeGaps,
	describeWindow,
	fallsTitle,
	stampFor,
} from './notes.js';
import type {Report, ReportWriteOptions} from './report.js';

/** Rows in a slice. */
const perSlice = 100;

/**
Writes a report as a page, in one file that needs no other and runs nothing: to be sent, and to be printed.

@yields Nothing.
*/
export function * writeHtml(report: Report, options: ReportWriteOptions): Slices<string> {
	const {asked, accounts, madeAt, filter} = report;
	const stamp = localStamp(options.localTime);
	const places = accounts.map(({place}) => place).join(', ');
	const title = escapeHtml(`Availability of ${places === '' ? 'no account' : places}, ${stamp(asked.from)} to ${stamp(asked.to)}`);
	const parts: string[] = [];
	for (const account of accounts) {
		parts.push(yield * writeAccount(account, report, options));
	}

	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Availability of WhatsApp instances</h1>
<p>${escapeHtml(`${stamp(asked.from)} to ${stamp(asked.to)}`)}</p>
${filter === '' ? '' : `<p class="quiet">Only the instances that match <bdi>${escapeHtml(filter)}</bdi>.</p>\n`}</header>
<main>
${parts.join('')}${writeLegend(accounts)}</main>
<footer>Made by ryzetop at ${escapeHtml(stamp(madeAt))} from what was seen: nothing is claimed of a time in which nobody watched.</footer>
</body>
</html>
`;
}

function * writeAccount(account: AccountReport, report: Report, options: ReportWriteOptions): Slices<string> {
	const {place, rows, total, window} = account;
	const named = nameRows(rows, text => text);
	const hasStrips = rows.some(({strip}) => strip.length > 0);
	const [{strip} = {strip: []}] = rows;
	const cellText = window === undefined || strip.length === 0 ? '' : describePrecisely(Math.round((window.to - window.from) / strip.length / minute) * minute);
	const lines = yield * mapInSlices(rows, perSlice, row => {
		const {name = '', note = ''} = named.get(row) ?? {};
		return writeRow(`<bdi>${escapeHtml(name)}</bdi>${note === '' ? '' : ` <span class="quiet">(${escapeHtml(note)})</span>`}`, row, {
			rowClass: '', strip: hasStrips ? drawStrip(row, name, cellText) : undefined,
		});
	});
	const fleet = writeRow(`Fleet of ${total.instances}`, total, {rowClass: ' class="fleet"', strip: hasStrips ? '' : undefined});
	const head = [
		'<th scope="col" role="columnheader">Name</th>',
		...hasStrips ? ['<th scope="col" role="columnheader" class="strip">In the course of time</th>'] : [],
		...figures.map(({title}) => `<th scope="col" role="columnheader">${title}</th>`),
	].join('');
	const table = rows.length === 0
		? ''
		: `<table class="figures" role="table">
<caption>Each instance${cellText === '' ? '' : `, and its states in ${strip.length} parts of ${cellText}`}; those that were connected least come first</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${lines.join('\n')}
${fleet}
</tbody>
</table>
`;
	return `<section>
<h2><bdi>${escapeHtml(place)}</bdi></h2>
<p>${escapeHtml(describeWindow(account, report, options))}</p>
${describeGaps(account, report, options).map(sentence => `<p class="quiet">${escapeHtml(sentence)}</p>\n`).join('')}${table}${writeFalls(account, options)}</section>
`;
}

function writeRow(name: string, of: Figures, {rowClass, strip}: {readonly rowClass: string; readonly strip: string | undefined}): string {
	return [
		`<tr role="row"${rowClass}><th scope="row" role="rowheader">${name}</th>`,
		...strip === undefined ? [] : [`<td role="cell" class="strip">${strip}</td>`],
		...figures.map(({title, text}) => `<td role="cell" data-title="${title}">${escapeHtml(text(of))}</td>`),
		'</tr>',
	].join('');
}

function drawStrip({strip}: ReportRow, name: string, cellText: string): string {
	return drawCells(strip, escapeHtml(`${name}, in ${strip.length} parts of ${cellText}: ${spellCells(strip)}`));
}

function writeFalls(account: AccountReport, options: ReportWriteOptions): string {
	const {falls} = account;
	const stamp = stampFor(account, options);
	return falls.length === 0
		? ''
		: `<table class="falls" role="table">
<caption>${fallsTitle(account)}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">From</th><th scope="col" role="columnheader">To</th><th scope="col" role="columnheader">What happened</th></tr></thead>
<tbody role="rowgroup">
${falls.map(fall => `<tr role="row"><th scope="row" role="rowheader">${escapeHtml(stamp(fall.began))}</th><td role="cell" data-title="To">${escapeHtml(stamp(fallEnd(fall)))}</td><td role="cell">${escapeHtml(describeFall(fall))}</td></tr>`).join('\n')}
</tbody>
</table>
`;
}

function writeLegend(accounts: readonly AccountReport[]): string {
	const rows = accounts.flatMap(account => account.rows);
	const keys = legend.map(([cell, meaning]) => `<li>${drawKey(cell)}${meaning}</li>`).join('\n');
	const terms = [...figures.map(({title, about}) => [title, about] as const), ...marks]
		.map(([term, meaning]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(meaning)}</dd>`).join('\n');
	return rows.length === 0
		? ''
		: `<section>
<h2>How to read this</h2>
${rows.some(({strip}) => strip.length > 0) ? `<ul class="legend">\n${keys}\n</ul>\n` : ''}<dl class="marks">
${terms}
</dl>
</section>
`;
}
