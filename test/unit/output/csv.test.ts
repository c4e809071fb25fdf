import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {integrations, type Integration} from '../../../source/core/blocks/blocks.js';
import type {Standing} from '../../../source/core/instance/integration.js';
import {mask} from '../../../source/core/text/secret.js';
import {writeCsv} from '../../../source/output/csv.js';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {columnsOf, listingOf} from './listing.js';

const plain = {isRevealed: false, isTerminal: false};

const read = (text: string) => parse(text, {relax_quotes: false, record_delimiter: '\r\n'}) as unknown as readonly string[][];

test('a line of names comes first, and lines end as RFC 4180 has it', () => {
	const text = runAtOnce(writeCsv(listingOf([{name: 'sales', state: 'loggedout', numberJid: undefined}]), {...plain, columns: columnsOf('state,name,do')}));
	assert.equal(text, 'state,name,do\r\nloggedout,sales,pair\r\n');
});

test('there is a column of names, also where nobody asked for it', () => {
	assert.equal(runAtOnce(writeCsv(listingOf([{name: 'sales'}]), {...plain, columns: columnsOf('do')})), 'name,do\r\nsales,ok\r\n');
});

test('what has commas, quotes, line ends or blanks at its edge is quoted', () => {
	const names = ['a,b', 'a"b', 'a\r\nb', 'a\nb', ' a', 'a ', '"', ',,'];
	const text = runAtOnce(writeCsv(listingOf(names.map(name => ({name}))), {...plain, columns: columnsOf('name')}));
	assert.deepEqual(read(text).flat().slice(1).toSorted(), names.toSorted());
	assert.ok(text.includes('"a""b"'));
});

test('every text comes out as it came, whatever it is, where UTF-8 has a form for it', () => {
	const listing = listingOf(hostileTexts.map(name => ({name, state: 'connected'})));
	const rows = read(runAtOnce(writeCsv(listing, {...plain, columns: columnsOf('name')})));
	assert.deepEqual(rows.flat().slice(1).toSorted(), hostileTexts.map(name => name.toWellFormed()).toSorted());
});

test('a cell that a spreadsheet would take for a formula is left as it came', () => {
	for (const name of ['=1+1', '+55', '-1', '@SUM(A1)']) {
		assert.equal(runAtOnce(writeCsv(listingOf([{name}]), {...plain, columns: columnsOf('name')})), `name\r\n${name}\r\n`);
	}
});

test('on a terminal the cells take their safe form', () => {
	const text = runAtOnce(writeCsv(listingOf([{name: '\u{1B}[2J\u{9B}31m'}]), {isRevealed: false, isTerminal: true, columns: columnsOf('name')}));
	assert.match(text, /^name\r\n␛\[2J[\u{2800}-\u{28FF}]31m\r\n$/v);
});

test('the state, the number and the times are the words of the wire', () => {
	const item = {
		name: 'sales', state: 'LOGGED_OUT', numberJid: '5511999990001:12@s.whatsapp.net', createdAt: '2026-04-28T10:30:00Z',
	};
	const [, row] = read(runAtOnce(writeCsv(listingOf([item]), {...plain, columns: columnsOf('state,number,created,name')})));
	assert.deepEqual(row, ['LOGGED_OUT', '5511999990001:12@s.whatsapp.net', '2026-04-28T10:30:00Z', 'sales']);
});

test('what the program makes of an instance is in the words of the filter language', () => {
	const item = {
		name: 'sales', state: 'disconnected', webhook: {enabled: true, url: null}, websocket: {enabled: false}, chatwoot: undefined, proxy: {enabled: false}, s3: {enabled: true},
	};
	const [, row] = read(runAtOnce(writeCsv(listingOf([item]), {...plain, columns: columnsOf('do,integrations,name,since')})));
	const standings: Readonly<Partial<Record<Integration, Standing>>> = {
		webhook: 'trouble', websocket: 'off', chatwoot: 'missing', proxy: 'off', s3: 'on',
	};
	assert.deepEqual(row, ['reconnect', integrations.map(name => `${name}:${standings[name] ?? 'missing'}`).join(' '), 'sales', '']);
});

test('what a URL gives away is masked unless it is revealed', () => {
	const listing = listingOf([{name: 'sales', webhook: {enabled: true, url: 'https://user:pass@hook.example/?token=abc'}}]);
	const columns = columnsOf('name,webhook');
	assert.ok(runAtOnce(writeCsv(listing, {...plain, columns})).endsWith(`sales,https://user:${mask}@hook.example/?token=${mask}\r\n`));
	assert.ok(runAtOnce(writeCsv(listing, {isRevealed: true, isTerminal: false, columns})).endsWith('sales,https://user:pass@hook.example/?token=abc\r\n'));
});
