import assert from 'node:assert/strict';
import {test} from 'node:test';
import {blockNames, integrations} from '../../../../source/core/blocks/blocks.js';
import {itemNames} from '../../../../source/core/blocks/item.js';
import {
	chooseColumns,
	columnNames,
	defaultColumns,
	findColumn,
} from '../../../../source/core/columns/choose.js';
import type {ColumnId} from '../../../../source/core/columns/column.js';
import {cutCell} from '../../../../source/core/columns/cells.js';
import {columnTitle} from '../../../../source/core/columns/column-title.js';
import {fitColumns, measureColumns} from '../../../../source/core/columns/fit.js';
import {span} from '../../../../source/core/screen/span.js';
import {asciiSymbols, unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {
	describeSort,
	healthFirst,
	sortRows,
	turnSort,
	type Sort,
} from '../../../../source/core/columns/sort.js';
import {describeSeen} from '../../../../source/core/fleet/seen/describe-lasted.js';
import type {Bound} from '../../../../source/core/fleet/seen/since.js';
import type {WireItem} from '../../../helpers/fleet.js';
import {
	rowOfItem,
	rowsOf,
	textOf,
	watch,
	type Poll,
} from '../../../helpers/watch-polls.js';

const idsOf = (spec: string) => {
	const chosen = chooseColumns(spec);
	return chosen.kind === 'ok' ? chosen.columns.map(({id}) => id) : assert.fail(`There is no ${chosen.names.join(', ')}.`);
};

const cellOf = (id: ColumnId, item: Omit<WireItem, 'name'>) => textOf((findColumn(id) ?? assert.fail(id)).cell(rowOfItem({name: 'x', ...item}), unicodeSymbols));

const sorted = (by: Sort['by'], polls: readonly Poll[], isReversed = false) => sortRows(rowsOf(watch(...polls).inventory), {by, isReversed}).map(({tracked}) => tracked.instance.name);

const usual = defaultColumns.map(({id}) => id);

test('long names of instances, and of accounts, that begin alike can be told apart', () => {
	for (const id of ['name', 'account'] as const) {
		const cut = (end: string) => textOf(cutCell([span(`customer-north-of-the-river-${end}`)], findColumn(id) ?? assert.fail(), 24, unicodeSymbols));
		assert.deepEqual([cut('production'), cut('staging')], ['customer-…ver-production', 'customer-…-river-staging']);
	}
});

test('a list of names is the columns themselves, in its order, each once', () => {
	assert.deepEqual(idsOf('name, State,s3,name,keeponlinestatus'), ['name', 'state', 's3', 'keepOnlineStatus']);
});

test('names with a sign change the usual columns: more at the end, fewer in their place', () => {
	assert.deepEqual(idsOf('+business,-presence'), [...usual.filter(id => id !== 'presence'), 'business']);
	assert.deepEqual(idsOf('-presence,-profile'), usual.filter(id => id !== 'presence' && id !== 'profile'));
	assert.deepEqual(idsOf('+name'), usual);
	assert.deepEqual(idsOf('+business,-business'), usual);
});

test('names that are no columns come back, all of them, without their sign', () => {
	assert.deepEqual(chooseColumns('name,nmae,+busines,-presence'), {kind: 'unknown', names: ['nmae', 'busines']});
});

test('a column tells what the API says in few words', () => {
	const cases: ReadonlyArray<readonly [id: ColumnId, item: Omit<WireItem, 'name'>, text: string]> = [
		['business', {profile: {isBusiness: true, businessName: 'Orion Ltd'}}, 'Orion Ltd'],
		['webhook', {webhook: {enabled: true, url: 'https://hooks.example.com:8443/in?token=abc'}}, 'hooks.example.com:8443'],
		['webhook', {webhook: {enabled: true, url: 'no url'}}, 'no url'],
		['chatwoot', {chatwoot: {enabled: true, inboxName: 'WhatsApp - Orion'}}, 'WhatsApp - Orion'],
		['proxy', {
			proxy: {
				enabled: true, host: 'proxy.example.com', username: 'me', password: 'hush',
			},
		}, 'proxy.example.com'],
		['s3', {s3: {enabled: true, bucket: 'media', secretKey: 'hush'}}, 'media'],
		['updated', {updatedAt: '2026-04-28T10:35:59.123Z'}, '2026-04-28 10:35'],
		['created', {createdAt: '2026-04-28T10:30:00+03:00'}, '2026-04-28T10:30:00+03:00'],
		['id', {id: '5e1d'}, '5e1d'],
		['keepOnlineStatus', {settings: {keepOnlineStatus: true}}, 'on'],
		['ignoreStatus', {settings: {ignoreStatus: false}}, 'off'],
		['callRejectMessage', {settings: {callRejectMessage: 'Please write'}}, 'Please write'],
	];
	for (const [id, item, text] of cases) {
		assert.equal(cellOf(id, item), text, id);
	}
});

test('where the answer has nothing, a column has the sign for it, but for those of what this program knows itself', () => {
	const blocks = Object.fromEntries(blockNames.map((name, index) => [name, [null, {}, 'none', undefined][index % 4]]));
	const items = Object.fromEntries(itemNames.map((name, index) => [name, index % 2 === 0 ? null : undefined]));
	const row = rowOfItem({
		...blocks, ...items, connection: {state: 'connected'}, name: 'x',
	});
	const others = columnNames.filter(name => textOf((findColumn(name) ?? assert.fail(name)).cell(row, unicodeSymbols)) !== unicodeSymbols.nothing);
	assert.deepEqual(others, ['state', 'name', 'account', 'since', 'do', 'integrations', 'why']);
});

test('since is sorted by how long it lasts, to the second, whatever the column shows of it', () => {
	const item = (name: string, state: string): WireItem => ({name, state});
	const polls: readonly Poll[] = [
		[0, [item('always', 'connected'), item('early', 'connected'), item('late', 'connected')]],
		[10, [item('always', 'connected'), item('early', 'connecting'), item('late', 'connected')]],
		[20, [item('always', 'connected'), item('early', 'connecting'), item('late', 'connecting')]],
	];
	assert.deepEqual(sorted('since', polls), ['late', 'early', 'always']);
	assert.deepEqual(sorted('since', polls, true), ['always', 'early', 'late']);
});

test('times are sorted as times, whatever zone they are written in', () => {
	const polls: readonly Poll[] = [[0, [
		{name: 'second', updatedAt: '2026-04-28T10:00:00Z'}, {name: 'first', updatedAt: '2026-04-28T11:00:00+03:00'}, {name: 'never', updatedAt: 'yesterday'},
	]]];
	assert.deepEqual(sorted('updated', polls), ['first', 'second', 'never']);
	assert.deepEqual(sorted('updated', polls, true), ['second', 'first', 'never']);
});

test('what is most urgent to do comes first; what is gone asks for nothing and comes last', () => {
	const paired = '5511999999999@s.whatsapp.net';
	const items: readonly WireItem[] = [
		{name: 'ok', state: 'connected', numberJid: paired},
		{name: 'wait', state: 'connecting', numberJid: paired},
		{name: 'reconnect', state: 'disconnected', numberJid: paired},
		{name: 'pair', state: 'loggedout', numberJid: paired},
		{name: 'look', state: 'qr', numberJid: paired},
	];
	const polls: readonly Poll[] = [[0, [{name: 'gone', state: 'loggedout'}, ...items]], [5, items]];
	assert.deepEqual(sorted('do', polls), ['look', 'pair', 'reconnect', 'wait', 'ok', 'gone']);
	assert.deepEqual(sorted('do', polls, true), ['ok', 'wait', 'reconnect', 'pair', 'look', 'gone']);
});

test('what needs a person stands out without colour too, also while the instance still connects', () => {
	const toneOf = (item: Omit<WireItem, 'name'>) => findColumn('do')?.cell(rowOfItem({name: 'x', ...item}), unicodeSymbols).map(({text, tone}) => [text, tone]);
	assert.deepEqual(toneOf({state: 'connecting', numberJid: ''}), [['pair', 'caution']]);
	assert.deepEqual(toneOf({state: 'connecting'}), [['wait', 'state-connecting']]);
	assert.deepEqual(toneOf({state: 'disconnected'}), [['reconnect', 'state-disconnected']]);
});

test('who has the most integrations comes first, those in trouble counted', () => {
	const off = Object.fromEntries(integrations.map(name => [name, {enabled: false}]));
	assert.deepEqual(sorted('integrations', [[0, [
		{name: 'none', ...off},
		{name: 'one', ...off, s3: {enabled: true}},
		{
			name: 'two', ...off, s3: {enabled: true}, proxy: {enabled: true, host: ''},
		},
	]]]), ['two', 'one', 'none']);
});

test('turned round, the best come first, but names keep their order and the gone stay behind their kind', () => {
	const item = (name: string): WireItem => ({name, state: 'disconnected'});
	const rest: readonly WireItem[] = [item('x-10'), item('x-2'), {name: 'fine', state: 'connected'}];
	assert.deepEqual(sorted('health', [[0, [item('a'), ...rest]], [5, rest]], true), ['fine', 'x-2', 'x-10', 'a']);
});

test('the arrow points down where the most or the worst comes first', () => {
	const down: ReadonlySet<string> = new Set(['state', 'do', 'integrations']);
	for (const name of columnNames) {
		const sort: Sort = {by: findColumn(name)?.id ?? assert.fail(name), isReversed: false};
		assert.equal(describeSort(sort, asciiSymbols), `sort ${name} ${down.has(name) ? 'v' : '^'}`);
		assert.equal(describeSort(turnSort(sort), asciiSymbols), `sort ${name} ${down.has(name) ? '^' : 'v'}`);
	}
});

test('the sorted column has an arrow beside its title, in the width it has anyway', () => {
	const byName: Sort = {by: 'name', isReversed: false};
	const cases: ReadonlyArray<readonly [id: ColumnId, width: number, sort: Sort, title: string]> = [
		['name', 8, byName, 'NAME ↑  '],
		['name', 8, turnSort(byName), 'NAME ↓  '],
		['name', 8, healthFirst, 'NAME    '],
		['state', 8, healthFirst, 'STATE ↓ '],
		['state', 8, byName, 'STATE   '],
		['since', 6, {by: 'since', isReversed: false}, 'SINCE↑'],
		['since', 6, byName, ' SINCE'],
		['keepOnlineStatus', 10, {by: 'keepOnlineStatus', isReversed: false}, 'KEEP ONL…↑'],
		['keepOnlineStatus', 10, byName, 'KEEP ONLI…'],
	];
	for (const [id, width, sort, title] of cases) {
		const column = findColumn(id) ?? assert.fail(id);
		assert.equal(columnTitle({
			column, width, cell: column.cell, hasTitle: true,
		}, sort, unicodeSymbols), title);
	}
});

test('a state that is its glyph alone has the arrow for a title', () => {
	const column = findColumn('state') ?? assert.fail('state');
	const narrow = {
		column, width: 1, cell: column.cell, hasTitle: false,
	};
	assert.equal(columnTitle(narrow, healthFirst, asciiSymbols), 'v');
	assert.equal(columnTitle(narrow, {by: 'name', isReversed: false}, asciiSymbols), ' ');
});

test('a column that was asked for stays longer than those that are there unasked', () => {
	const chosen = chooseColumns('+business');
	const columns = chosen.kind === 'ok' ? chosen.columns : assert.fail('There is no business.');
	const rows = rowsOf(watch([0, [{name: 'sales-and-support-04', state: 'disconnected', profile: {name: 'Orion Sales', businessName: 'Orion Sales Ltd'}}]]).inventory);
	const inSight = (width: number) => fitColumns(columns, measureColumns(columns, rows, unicodeSymbols), width).map(({column}) => column.id);
	assert.deepEqual(inSight(80), ['state', 'name', 'number', 'since', 'do', 'integrations']);
	assert.deepEqual(inSight(95), ['state', 'name', 'number', 'since', 'do', 'integrations', 'business']);
	assert.deepEqual(inSight(124), ['state', 'name', 'number', 'since', 'do', 'integrations', 'why', 'business']);
	// Nothing is known of the share and the strip of this fleet.
	assert.deepEqual(inSight(140), [...usual.filter(id => id !== 'up24h' && id !== 'last24h'), 'business']);
});

test('for how long is not told of what was seen for less than a minute and not seen to begin, and no other column takes its place', () => {
	assert.equal(cellOf('since', {}), '?');
	const told = (milliseconds: number, bound: Bound) => describeSeen(milliseconds, bound, unicodeSymbols);
	assert.deepEqual([told(59_999, 'at-least'), told(60_000, 'at-least'), told(0, 'exact'), told(180_000, 'approximate')], [undefined, '≥ 1m', '<1m', '~3m']);
});
