import assert from 'node:assert/strict';
import {test} from 'node:test';
import {columns} from '../../../../source/core/columns/columns.js';
import {sortRows} from '../../../../source/core/columns/sort.js';
import {shareNames} from '../../../../source/core/fleet/past/shares.js';
import {asciiSymbols, unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {tellShares, type ToldShares} from '../../../helpers/history/told-shares.js';
import {rowsOf, textOf, watch} from '../../../helpers/watch-polls.js';

const rowsTold = (told: ToldShares, ...others: readonly string[]) => rowsOf(tellShares(
	watch([0, [...Object.keys(told), ...others].map(name => ({name}))]).inventory,
	told,
));

test('a share is told in percent, marked where a part of its window was not seen, and not told where hardly any of it was', () => {
	const second = 1 / 3600;
	for (const [up, seen, text, raw] of [
		[24, 24, '100%', '1'],
		[24 - second, 24, '99.9%', '0.9999'],
		[23.81, 24, '99.2%', '0.992'],
		[0, 24, '0.0%', '0'],
		[22.8, 22.8, '100%', '1'],
		[22.7, 22.7, '~100%', '1'],
		[2, 3, '~66.6%', '0.6666'],
		[1.1, 1.1, '—', ''],
		[0, 0, '—', ''],
	] as const) {
		const [row] = rowsTold({x: {up24h: [up, seen]}});
		assert.ok(row);
		assert.deepEqual([textOf(columns.up24h.cell(row, unicodeSymbols)), columns.up24h.raw(row, false)], [text, raw], `${up} of ${seen}`);
		assert.equal(textOf(columns.up24h.cell(row, asciiSymbols)), text === '—' ? asciiSymbols.nothing : text);
		assert.equal(columns.up24h.align, 'right');
	}
});

test('each window has a column of its own', () => {
	const [row] = rowsTold({x: {up24h: [12, 24], up7d: [126, 168], up30d: [720, 720]}});
	assert.ok(row);
	assert.deepEqual(shareNames.map(name => textOf(columns[name].cell(row, unicodeSymbols))), ['50.0%', '75.0%', '100%']);
});

test('the smallest share comes first, by what the column does not show too, and what is not known last, whichever way it is turned', () => {
	const rows = rowsTold({
		most: {up24h: [24, 24]}, little: {up24h: [0.001, 24]}, less: {up24h: [0, 24]}, hardly: {up24h: [1, 1]},
	}, 'unknown');
	const sorted = (isReversed: boolean) => sortRows(rows, {by: 'up24h', isReversed}).map(({tracked}) => tracked.instance.name);
	assert.deepEqual(sorted(false), ['less', 'little', 'most', 'hardly', 'unknown']);
	assert.deepEqual(sorted(true), ['most', 'little', 'less', 'hardly', 'unknown']);
});
