import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderToString} from 'ink';
import {createElement} from 'react';
import {fit} from '../../../../source/core/text/measure.js';
import {RuledTable} from '../../../../source/tui/print/ruled-table.js';
import {writeRuled} from '../../../../source/tui/print/write-ruled.js';

const tableOf = (texts: ReadonlyArray<readonly string[]>) => ({
	titles: ['NAME', 'N', 'WHY'].map((title, column) => fit(title, 6 + column)),
	rows: texts.map(row => row.map((text, column) => fit(text, 6 + column))),
});

test('every row is drawn as the library draws it', () => {
	for (const texts of [[], [['a', '', 'b']], [['漢字', '$1', '│ x'], ['👍 é', '  ', '…'], ['-', '\\', '\u{301}']]]) {
		const {titles, rows} = tableOf(texts);
		assert.equal(writeRuled({titles, rows}), `${renderToString(createElement(RuledTable, {titles, rows}), {columns: 80})}\n`);
	}
});

test('a long table has its titles in every part', () => {
	const lines = writeRuled(tableOf(Array.from({length: 4000}, (_, index) => [String(index), 'x', 'y']))).split('\n');
	assert.equal(lines.filter(line => line.startsWith('│ NAME')).length, 3);
	assert.deepEqual(lines.filter(line => /\d/v.test(line)).map(line => Number(line.slice(1, 8))), Array.from({length: 4000}, (_, index) => index));
});
