import assert from 'node:assert/strict';
import test from 'node:test';
import {defaultColumns} from '../../../source/core/columns/choose.js';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {asciiSymbols, unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {cellWidth} from '../../../source/core/text/measure.js';
import {writeTable, arrangeTable, widthWithinRules} from '../../../source/output/table.js';
import {writeRuled} from '../../../source/tui/print/write-ruled.js';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {columnsOf, listingOf} from './listing.js';

const wide = ['漢字', 'sales', 'é', '👍', 'ハングル한글'];
const longName = 'a-name-that-is-longer-than-any-column-of-the-grid-would-ever-be-wide';

/** The cell at which a text begins in a line. */
const cellOf = (line: string, text: string) => cellWidth(line.slice(0, line.indexOf(text)));

test('columns are aligned by the cells that characters take', () => {
	const {rows} = listingOf(wide.map(name => ({name})));
	const lines = runAtOnce(writeTable(rows, {columns: columnsOf('name,do'), symbols: unicodeSymbols, width: undefined})).trimEnd().split('\n');
	assert.equal(lines.length, wide.length + 1);
	assert.equal(new Set(lines.map((line, index) => cellOf(line, index === 0 ? 'DO' : ' ok') + (index === 0 ? 0 : 1))).size, 1);
});

test('away from a terminal nothing is cut, on one everything fits', () => {
	const {rows} = listingOf([...hostileTexts, longName].map(name => ({name, profile: {name}})));
	const columns = columnsOf('state,name,number,profile,do,id');
	assert.ok(runAtOnce(writeTable(rows, {columns, symbols: unicodeSymbols, width: undefined})).includes(longName));
	for (const width of [1, 7, 20, 40, 53, 80, 200]) {
		const lines = runAtOnce(writeTable(rows, {columns, symbols: unicodeSymbols, width})).split('\n');
		assert.deepEqual(lines.filter(line => cellWidth(line) > width), [], `${width}`);
	}
});

test('there are no rules, no blanks at a line\'s end and nothing that commands a terminal', () => {
	const {rows} = listingOf(hostileTexts.map(name => ({name})));
	const lines = runAtOnce(writeTable(rows, {columns: columnsOf('state,name,presence'), symbols: asciiSymbols, width: undefined})).split('\n');
	assert.equal(lines.length, rows.length + 2);
	assert.deepEqual(lines.filter(line => line !== line.trimEnd() || /[\p{Control}─│]/v.test(line)), []);
});

test('with nothing to show the titles remain', () => {
	assert.equal(runAtOnce(writeTable([], {columns: columnsOf('state,name'), symbols: unicodeSymbols, width: undefined})), 'STATE  NAME\n');
	for (const width of [undefined, 80]) {
		assert.match(runAtOnce(writeTable([], {columns: defaultColumns, symbols: unicodeSymbols, width})), /^STATE +NAME +NUMBER/v);
	}
});

test('rules stand in line around wide characters, and fit the terminal', () => {
	const {rows} = listingOf([...wide, longName].map(name => ({name, profile: {name: 'x'}})));
	const columns = columnsOf('state,name,profile,do');
	for (const width of [undefined, 60, 100]) {
		const lines = writeRuled(runAtOnce(arrangeTable(rows, {columns, symbols: unicodeSymbols, width: widthWithinRules(width, columns.length)}))).trimEnd().split('\n');
		assert.equal(lines.length, (2 * rows.length) + 3);
		assert.equal(new Set(lines.map(line => cellWidth(line))).size, 1, lines.join('\n'));
		assert.ok(cellWidth(lines[0] ?? '') <= (width ?? Infinity));
	}
});

test('one text of a megabyte does not make every line of a table as long', () => {
	const {rows} = listingOf(['x'.repeat(1_000_000), '漢'.repeat(100_000), 'sales'].map(name => ({name})));
	const lines = runAtOnce(writeTable(rows, {columns: columnsOf('name,do'), symbols: unicodeSymbols, width: undefined})).trimEnd().split('\n');
	assert.deepEqual(lines.filter(line => cellWidth(line) > 1020), []);
	assert.match(lines.find(line => line.startsWith('xxx')) ?? '', /x{400}…x{598}…/v);
});
