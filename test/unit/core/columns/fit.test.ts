import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseColumns, defaultColumns} from '../../../../source/core/columns/choose.js';
import {columns} from '../../../../source/core/columns/columns.js';
import {
	columnGap,
	fitColumns,
	markerWidth,
	measureColumns,
	withoutBlanks,
	type FittedColumn,
} from '../../../../source/core/columns/fit.js';
import {lineWidth} from '../../../../source/core/screen/line.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import type {WireItem} from '../../../helpers/fleet.js';
import {rowsOf, watch} from '../../../helpers/watch-polls.js';

const everyColumn = Object.values(columns);

const measure = (...items: readonly WireItem[]) => measureColumns(everyColumn, rowsOf(watch([0, items]).inventory), unicodeSymbols);

const fleet = [
	{name: 'sales-04', state: 'loggedout', connection: {state: 'loggedout', numberJid: null}},
	{name: 'a-name-that-is-much-longer-than-any-column-would-like', state: 'disconnected'},
	{name: '客服'.repeat(20), state: 'connected', profile: {name: 'Atendimento ao cliente, filial de São Paulo'}},
	{name: 'stuck', state: 'connecting', callRejectMessage: 'x'.repeat(100)},
];

const natural = measure(...fleet);

const usual = (width: number) => fitColumns(defaultColumns, natural, width);

const idsOf = (fitted: readonly FittedColumn[]) => fitted.map(({column}) => column.id);

const totalOf = (fitted: readonly FittedColumn[]) => markerWidth + fitted.reduce((sum, {width}) => sum + width, 0) + (columnGap * Math.max(0, fitted.length - 1));

test('columns leave by their priority as the screen gets narrower', () => {
	for (const [width, ids] of [
		[40, ['state', 'name', 'since', 'do']],
		[60, ['state', 'name', 'since', 'do']],
		[80, ['state', 'name', 'number', 'since', 'do', 'integrations']],
		[112, ['state', 'name', 'number', 'since', 'do', 'integrations', 'why']],
		[124, ['state', 'name', 'number', 'since', 'do', 'integrations', 'why', 'up24h']],
		[140, ['state', 'name', 'number', 'since', 'do', 'integrations', 'why', 'up24h', 'last24h']],
		[200, ['state', 'name', 'number', 'since', 'do', 'integrations', 'why', 'up24h', 'last24h', 'profile']],
	] as const) {
		assert.deepEqual(idsOf(usual(width)), ids, `${width} columns`);
	}
});

test('no name is cut for a column that is there unasked', () => {
	const widths = measure({name: 'exactly-twenty-chars'});
	for (let width = 40; width <= 200; width++) {
		const fitted = fitColumns(defaultColumns, widths, width);
		assert.ok(!idsOf(fitted).includes('why') || fitted.find(({column}) => column.id === 'name')?.width === 20, `${width} columns`);
	}
});

test('at no width do the columns take more than the screen has, and each has a cell at least', () => {
	for (const chosen of [defaultColumns, everyColumn]) {
		for (let width = markerWidth; width <= 500; width++) {
			const fitted = fitColumns(chosen, natural, width);
			assert.ok(totalOf(fitted) <= width, `${totalOf(fitted)} of ${width}`);
			assert.ok(fitted.every(column => column.width >= 1 && column.width <= column.column.most), `${width}`);
		}
	}
});

test('a wider screen takes no column away, and state and name are the last to go', () => {
	let former: readonly string[] = [];
	for (let width = 1; width <= 500; width++) {
		const ids = idsOf(usual(width));
		assert.deepEqual(former.filter(id => ids.every(other => other !== id)), [], `${width}`);
		if (ids.length > 1) {
			assert.deepEqual(ids.slice(0, 2), ['state', 'name'], `${width}`);
		}

		former = ids;
	}

	assert.deepEqual(former, defaultColumns.map(({id}) => id));
});

test('columns keep the order they were asked for', () => {
	const chosen = [columns.since, columns.name, columns.state];
	assert.deepEqual(idsOf(fitColumns(chosen, natural, 80)), ['since', 'name', 'state']);
});

test('on a very narrow screen the state is its glyph alone, without a title', () => {
	const [narrow] = usual(50);
	const [wide] = usual(51);
	assert.deepEqual([narrow?.width, narrow?.hasTitle], [1, false]);
	assert.ok(wide !== undefined && wide.width >= 14 && wide.hasTitle);
	for (const row of rowsOf(watch([0, fleet]).inventory)) {
		assert.equal(lineWidth(narrow?.cell(row, unicodeSymbols) ?? []), 1);
	}
});

test('a column is as wide as its widest content and no wider, up to its most', () => {
	const widths = measure({name: 'short'}, {name: 'exactly-twenty-chars'});
	assert.equal(widths.get('name'), 20);
	assert.equal(measure({name: '漢'.repeat(8)}).get('name'), 16);
	assert.equal(natural.get('name'), columns.name.most);
	assert.equal(fitColumns(defaultColumns, widths, 500).find(({column}) => column.id === 'name')?.width, 20);
});

test('from 40 to 200 columns no more than a quarter of the screen is empty, or what NUMBER would need, and state and name are there', () => {
	const numberCells = columnGap + columns.number.least;
	for (const length of [10, 14, 20, 40]) {
		const names = Array.from({length: 9}, (_, index) => ({name: `n${index}`.padEnd(length, '-x'), state: index % 2 === 0 ? 'connected' : 'loggedout'}));
		const measured = new Map([...measure(...names), ['why', 40], ['up24h', 7], ['last24h', 24], ['profile', 20]] as const);
		for (let width = 40; width <= 200; width++) {
			const fitted = fitColumns(defaultColumns, measured, width);
			assert.ok(width - totalOf(fitted) <= Math.max(Math.ceil(width / 4), numberCells - 1), `${width - totalOf(fitted)} of ${width} with names of ${length}`);
			assert.deepEqual(idsOf(fitted).slice(0, 2), ['state', 'name']);
		}
	}
});

test('a column that is there unasked is left out while it tells the same nothing of every instance, but not one that was asked for', () => {
	const never = rowsOf(watch([0, ['a', 'b'].map(name => ({
		name, state: 'connecting', connection: {state: 'connecting', numberJid: null}, profile: {name: ''},
	}))]).inventory);
	const inSight = (chosen: typeof defaultColumns) => idsOf(fitColumns(chosen, measureColumns(chosen, never, unicodeSymbols), 500));
	assert.deepEqual(inSight(defaultColumns), ['state', 'name', 'since', 'do', 'integrations', 'why']);
	assert.deepEqual(inSight([columns.name, columns.number, columns.profile]), ['name', 'number', 'profile']);
	const changed = chooseColumns('+number,+presence');
	assert.deepEqual(inSight(changed.kind === 'ok' ? changed.columns : []), ['state', 'name', 'number', 'since', 'do', 'integrations', 'why', 'presence']);
});

test('between two polls widths only grow', () => {
	const long = rowsOf(watch([0, [{name: 'a-rather-long-name-indeed'}]]).inventory);
	const short = rowsOf(watch([0, [{name: 'a'}]]).inventory);
	const first = measureColumns(defaultColumns, long, unicodeSymbols);
	assert.deepEqual(measureColumns(defaultColumns, short, unicodeSymbols, first), first);
	assert.equal(measureColumns(defaultColumns, long, unicodeSymbols, measureColumns(defaultColumns, short, unicodeSymbols)).get('name'), 25);
	assert.ok((measureColumns(defaultColumns, short, unicodeSymbols).get('name') ?? 0) < 25);
});

test('a column that nobody asked for is there as soon as it has something to tell of a row, and stays', () => {
	const rows = (state: string) => rowsOf(watch([0, [{name: 'sales', state, profile: {name: ''}}]]).inventory);
	const fine = measureColumns(defaultColumns, rows('connected'), unicodeSymbols);
	const inSight = (widths: ReturnType<typeof measureColumns>) => idsOf(fitColumns(defaultColumns, widths, 500));
	assert.deepEqual(inSight(fine), ['state', 'name', 'number', 'since', 'do', 'integrations']);
	const down = measureColumns(defaultColumns, rows('disconnected'), unicodeSymbols, fine);
	assert.deepEqual(inSight(down), ['state', 'name', 'number', 'since', 'do', 'integrations', 'why']);
	assert.deepEqual(measureColumns(defaultColumns, rows('connected'), unicodeSymbols, down), down);
	assert.deepEqual(inSight(withoutBlanks(defaultColumns, fine)), defaultColumns.map(({id}) => id));
	const asked = [columns.name, columns.why, columns.up24h];
	assert.deepEqual(idsOf(fitColumns(asked, measureColumns(asked, rows('connected'), unicodeSymbols), 80)), ['name', 'why', 'up24h']);
});

test('a number is not written to measure its column where it cannot be wider than another one', () => {
	const [first, second] = rowsOf(watch([0, [
		{name: 'one', connection: {state: 'connected', numberJid: '5511999999999@s.whatsapp.net'}},
		{name: 'two', connection: {state: 'connected', numberJid: '5521988888888@s.whatsapp.net'}},
	]]).inventory);
	assert.ok(first !== undefined && second !== undefined);
	const unwritten = {
		...second, facts: {
			...second.facts, numberCells: second.facts.numberCells, get number(): string {
				throw new Error('was written');
			},
		},
	};
	const all = [columns.number];
	assert.deepEqual(measureColumns(all, [first, unwritten], unicodeSymbols), new Map([['number', '+55 11 99999-9999'.length]]));
	assert.throws(() => measureColumns(all, [unwritten], unicodeSymbols), /was written/v);
});
