import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {cellWidth} from '../../../../source/core/text/measure.js';
import {makeHarmless, sanitize} from '../../../../source/core/text/sanitize.js';
import {showName} from '../../../../source/core/text/portable/show-name.js';
import {anyText} from '../../../helpers/any-text.js';
import {tries} from '../../../helpers/properties/tries.js';
import {
	day,
	hostileNames,
	hour,
	reportOf,
	start,
	writeAs,
} from './reported.js';

const few = reportOf([
	{name: 'loja-42', id: 'aaaa-1', states: [[48, 'disconnected'], [72, 'connected'], [200, 'connecting'], [200.5, 'connected']]},
	{name: 'suporte', id: 'aaaa-2', states: [[90, 'loggedout'], [130, 'connected']]},
	{name: 'vendas', id: 'aaaa-3'},
	{
		name: 'vendas', id: 'bbbb-4-and-more', states: [[700, 'disconnected']], isGone: true,
	},
], {
	falls: [{
		began: start + hour, until: start + hour + 5000, fallen: 3, listed: 4, ended: start + (2 * hour),
	}],
});

test('a table has a line for each instance, the worst first, one for the fleet, and what was not watched', async () => {
	assert.equal(await writeAs('table', few), `ryzeapi.cloud  2026-10-01 00:00 -03:00 to 2026-10-31 00:00 -03:00
Nobody watched from 2026-10-05 00:00 -03:00 to 2026-10-06 00:00 -03:00 (1d 0h).

NAME                     CONNECTED  WATCHED  OUTAGES   LONGEST      DOWN  TO RETURN  FLAPPED
loja-42                      96.4%    96.6%        2     1d 0h     1d 0h    12h 15m        0
vendas (bbbb-4-a, left)      97.1%    96.6%       1→  ≥20h 00m  ≥20h 00m          —        0
suporte                      97.7%    96.6%        1   ~1d 16h   ~1d 16h    ~1d 16h        0
vendas (aaaa-3)               100%    96.6%        0         —         —          —        0
fleet of 4                   97.8%    96.6%       4→   ~1d 16h   ~3d 12h   ~21h 30m        0

~ a part was not watched; ≥ its beginning or its end was not seen, or lies outside; — too little was seen to tell, or there is none
← one had begun before; → one goes on at the end

Outages of the whole fleet, whose time is counted:
  2026-10-01 01:00 -03:00 to 2026-10-01 02:00 -03:00: 3 of 4 fell, over after 1h 00m
`);
});

test('a table keeps to the width of the terminal, and cuts names before figures', async () => {
	const report = reportOf([{name: 'a name that is longer than there is room for in so narrow a terminal'}, {name: 'فرع'}]);
	const lines = (await writeAs('table', report, {width: 86})).split('\n').filter(line => /\d%/v.test(line));
	assert.deepEqual(lines.map(line => cellWidth(line) <= 86), [true, true, true]);
	assert.ok(lines.every(line => line.endsWith(' 0')), lines.join('\n'));
});

const byText = (one: string, other: string) => one < other ? -1 : Number(one > other);

/** Reads the tables of Markdown as GitHub does: cells end at a pipe without a backslash before it. */
function readMarkdown(text: string): ReadonlyArray<readonly string[]> {
	return text.split('\n').filter(line => line.startsWith('|')).map(line => line
		.split(/(?<!\\)\|/v).slice(1, -1).map(cell => cell.trim().replaceAll(String.raw`\|`, '|')));
}

/** Reads code, in a fence of backticks or as HTML. */
function readCode(cell: string): string {
	const html = /^<code>(?<text>.*)<\/code>$/v.exec(cell)?.groups?.text;
	if (html !== undefined) {
		return html.replaceAll(/&#(?<code>\d+);/gv, (_, code: string) => String.fromCodePoint(Number(code)));
	}

	const [fence = ''] = /^`+/v.exec(cell) ?? [];
	const text = cell.slice(fence.length, cell.lastIndexOf(fence));
	return /^ +(?:[^\n\r \u{2028}\u{2029}]|(?:[^\n\r \u{2028}\u{2029}].*)?[\n\r\u{2028}\u{2029}]).* $/v.test(text) ? text.slice(1, -1) : text;
}

test('Markdown has an aligned table in which every name is code, whatever it holds', async () => {
	const rows = readMarkdown(await writeAs('markdown', few));
	assert.deepEqual(rows.slice(0, 3), [
		['Name', 'Connected', 'Watched', 'Outages', 'Longest', 'Down', 'To return', 'Flapped'],
		['---------------------------', '--------:', '------:', '------:', '-------:', '-------:', '--------:', '------:'],
		['`loja-42`', '96.4%', '96.6%', '2', '1d 0h', '1d 0h', '12h 15m', '0'],
	]);
	const named = hostileNames.filter(name => name !== '').map(name => ({name}));
	const hostile = readMarkdown(await writeAs('markdown', reportOf(named)));
	assert.deepEqual(hostile.map(cells => cells.length), Array.from({length: named.length + 3}, () => 8));
	assert.deepEqual(hostile.slice(2, -1).map(([name = '']) => readCode(name)).toSorted(byText), named.map(({name}): string => showName(name)).toSorted(byText));
});

test('CSV is read back as it was: decimals, whole seconds, and nothing where nothing is known', async () => {
	const text = await writeAs('csv', few);
	const records: ReadonlyArray<Readonly<Record<string, string>>> = parse(text, {columns: true});
	assert.deepEqual(records.map(({kind, id, name, uptime, outages, state}) => [kind, id, name, uptime, outages, state]), [
		['instance', 'aaaa-1', 'loja-42', '0.9647', '2', 'connected'],
		['instance', 'bbbb-4-and-more', 'vendas', '0.9712', '1', 'absent'],
		['instance', 'aaaa-2', 'suporte', '0.977', '1', 'connected'],
		['instance', 'aaaa-3', 'vendas', '1', '0', 'connected'],
		['fleet', '', '', '0.9782', '4', ''],
	]);
	const [first = {}] = records;
	assert.deepEqual(first, {
		kind: 'instance', account: 'ryzeapi.cloud', id: 'aaaa-1', name: 'loja-42', from: '2026-10-01T03:00:00.000Z', to: '2026-10-31T03:00:00.000Z',
		uptime: '0.9647', watched: '0.9666', connectedSeconds: String((29 * 86_400) - (24.5 * 3600)), watchedSeconds: String(29 * 86_400), windowSeconds: String(30 * 86_400),
		outages: '2', begunBefore: '0', ongoing: '0', longestSeconds: '86400', longestBound: 'exact', downSeconds: String(24.5 * 3600), downBound: 'exact',
		returned: '2', meanReturnSeconds: String(12.25 * 3600), meanReturnBound: 'exact', flapped: '0', state: 'connected',
	});
	const unknown = reportOf([{name: 'a'}], {
		rows: few.accounts[0]?.rows.slice(0, 1).map(row => ({
			...row, share: {up: 0, seen: 60_000, window: 30 * day}, outages: undefined, flapped: undefined, last: undefined,
		})) ?? [],
	});
	const [blank = {}]: ReadonlyArray<Readonly<Record<string, string>>> = parse(await writeAs('csv', unknown), {columns: true});
	assert.deepEqual(Object.entries(blank).filter(([, value]) => value === '').map(([name]) => name), [
		'uptime', 'outages', 'begunBefore', 'ongoing', 'longestSeconds', 'longestBound', 'downSeconds', 'downBound', 'returned', 'meanReturnSeconds', 'meanReturnBound', 'flapped', 'state',
	]);
});

test('CSV and JSON have every name as it came, and a terminal gets it safe', async () => {
	const report = reportOf(hostileNames.map(name => ({name})));
	const namesIn = (text: string) => {
		const records: ReadonlyArray<Readonly<Record<string, string>>> = parse(text, {columns: true});
		return records.filter(({kind}) => kind === 'instance').map(({name = ''}) => name).toSorted(byText);
	};

	assert.deepEqual(namesIn(await writeAs('csv', report)), hostileNames.toSorted(byText));
	assert.deepEqual(namesIn(await writeAs('csv', report, {isTerminal: true})), hostileNames.map((name): string => sanitize(name)).toSorted(byText));
	const json = await writeAs('json', report);
	const document = JSON.parse(json) as {readonly accounts: ReadonlyArray<{readonly instances: ReadonlyArray<{readonly name: string}>}>};
	assert.deepEqual(document.accounts.flatMap(({instances}) => instances.map(({name}) => name)).toSorted(byText), hostileNames.toSorted(byText));
	assert.doesNotMatch(json.replaceAll('\n', ''), /\p{Control}|\p{Format}/v);
});

test('JSON has the times in ISO 8601, what nobody watched, and the falls of the fleet', async () => {
	const document = JSON.parse(await writeAs('json', few)) as {readonly accounts: ReadonlyArray<Readonly<Record<string, unknown>>>};
	const {instances: _, fleet: __, ...account} = document.accounts[0] ?? {};
	assert.deepEqual({...document, accounts: [account]}, {
		version: 1,
		at: '2026-10-31T03:00:00.000Z',
		from: '2026-10-01T03:00:00.000Z',
		to: '2026-10-31T03:00:00.000Z',
		filter: '',
		accounts: [{
			account: 'ryzeapi.cloud',
			from: '2026-10-01T03:00:00.000Z',
			to: '2026-10-31T03:00:00.000Z',
			remembered: {from: '2026-09-30T03:00:00.000Z', to: '2026-11-01T03:00:00.000Z'},
			daysOnly: false,
			withoutMass: false,
			watchedSeconds: 29 * 86_400,
			unwatched: [{from: '2026-10-05T03:00:00.000Z', to: '2026-10-06T03:00:00.000Z'}],
			fleetOutages: [{
				from: '2026-10-01T04:00:00.000Z', until: '2026-10-01T04:00:05.000Z', to: '2026-10-01T05:00:00.000Z', fallen: 3, listed: 4,
			}],
		}],
	});
});

test('a report of days alone says so in words, in UTC, and counts no outages', async () => {
	const byDays = reportOf([], {
		isByDays: true, unwatched: [], watched: 20 * day, rows: few.accounts[0]?.rows.map(row => ({
			...row, outages: undefined, flapped: undefined, strip: [],
		})) ?? [],
	});
	for (const format of ['table', 'markdown', 'html'] as const) {
		// eslint-disable-next-line no-await-in-loop -- one format after the other
		const text = await writeAs(format, byDays);
		assert.match(text, /only days are, by UTC, not by local time/v, format);
		assert.match(text, /2026-10-01 03:00 UTC/v, format);
		assert.match(text, /Nobody watched for 10d 0h of it\./v, format);
		assert.doesNotMatch(text, /<svg class="cells"/v, format);
	}
});

test('an account without a look, and a report without an account, are written in every format', async () => {
	const nothing = reportOf([], {
		window: undefined, recorded: undefined, unwatched: [], watched: 0,
	});
	for (const format of ['table', 'markdown', 'csv', 'json', 'html'] as const) {
		// eslint-disable-next-line no-await-in-loop -- one format after the other
		const [empty, bare] = [await writeAs(format, nothing), await writeAs(format, {...nothing, accounts: []})];
		assert.match(empty, {
			table: /Nobody has watched it yet/v, markdown: /Nobody has watched it yet/v, csv: /^kind,[^\n]*\r\n$/v, json: /"instances":\[\]/v, html: /Nobody has watched it yet/v,
		}[format]);
		assert.match(bare, {
			table: /^$/v, markdown: /^$/v, csv: /^kind,/v, json: /"accounts":\[\]/v, html: /<main>/v,
		}[format]);
	}
});

/** Takes a page apart: tags that are closed in order, attributes in quotes, and texts without an open bracket. Gives its texts and attributes. */
function readHtml(page: string): {readonly tags: readonly string[]; readonly texts: readonly string[]; readonly attributes: readonly string[]} {
	const open: string[] = [];
	const tags: string[] = [];
	const texts: string[] = [];
	const attributes: string[] = [];
	const token = /<!DOCTYPE html>|<style>[^<]*<\/style>|<(?<end>\/?)(?<name>[a-z][\da-z]*)(?<attributes>(?: [a-z][\-:A-Za-z]*(?:="[^"<>]*")?)*)(?<empty>\/?)>|(?<text>[^<>]+)/gvy;
	let at = 0;
	for (const found of page.matchAll(token)) {
		const {end, name, attributes: given = '', empty, text} = found.groups ?? {};
		at += found[0].length;
		if (text !== undefined) {
			texts.push(decode(text));
		} else if (name !== undefined) {
			tags.push(name);
			attributes.push(...Array.from(given.matchAll(/ (?<attribute>[\-:A-Za-z]+)(?:="(?<value>[^"]*)")?/gv), ({groups}) => `${groups?.attribute ?? ''}=${decode(groups?.value ?? '')}`));
			if (end === '/') {
				assert.equal(open.pop(), name);
			} else if (empty !== '/' && name !== 'meta') {
				open.push(name);
			}
		}
	}

	assert.equal(at, page.length, `a page is no HTML from here: ${page.slice(at, at + 80)}`);
	assert.deepEqual(open, []);
	return {tags, texts, attributes};
}

function decode(text: string): string {
	assert.doesNotMatch(text, /&(?!amp;|lt;|gt;|quot;|#39;)/v);
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&amp;', '&');
}

test('a page is well formed, runs nothing, fetches nothing, and has every name as a text', async () => {
	const page = await writeAs('html', reportOf(hostileNames.map(name => ({name, states: [[100, 'disconnected'], [130, 'connected']]}))));
	const {tags, texts, attributes} = readHtml(page);
	assert.deepEqual(new Set(tags).intersection(new Set(['script', 'img', 'link', 'iframe', 'object', 'a', 'form'])), new Set());
	assert.deepEqual(attributes.filter(attribute => /^(?:on|src|href|style)/v.test(attribute)), []);
	assert.doesNotMatch(page, /url\(|@import|[\u{202E}\u{2066}]/v);
	assert.doesNotMatch(page.replaceAll('\n', ''), /\p{Control}/v);
	const told = new Set(texts);
	assert.deepEqual(hostileNames.filter(name => name !== '' && !told.has(makeHarmless(name))), []);
});

test('a page of any name is well formed', async () => {
	await fc.assert(fc.asyncProperty(anyText({maxLength: 30}), async name => {
		const {texts} = readHtml(await writeAs('html', reportOf([{name}])));
		assert.ok(name === '' || texts.includes(makeHarmless(name)));
	}), {numRuns: tries(10)});
});

test('a page has a language, a title, captions, and headers that say what they are of', async () => {
	const page = await writeAs('html', few);
	const {attributes} = readHtml(page);
	assert.match(page, /<html lang="en">/v);
	assert.match(page, /<title>Availability of ryzeapi\.cloud, 2026-10-01 00:00 -03:00 to 2026-10-31 00:00 -03:00<\/title>/v);
	const count = (pattern: RegExp) => page.match(pattern)?.length;
	assert.equal(count(/<caption>/gv), count(/<table/gv));
	assert.equal(count(/<th /gv), attributes.filter(attribute => /^scope=(?:row|col)$/v.test(attribute)).length);
	assert.equal(count(/<svg class="cells"[^>]*role="img"><title>/gv), 4);
	assert.match(page, /<title>loja-42, in 60 parts of 12h 00m: connected throughout 55, disconnected 2, not watched 2, not connected for under a tenth 1<\/title>/v);
});
