import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildCell, type Cell} from '../../../helpers/cell.js';
import {describeScreen} from '../../../../tools/picture/describe-screen.js';

const hidden = {row: 0, column: 0, visible: false};
const describe = (...cells: readonly Cell[]) => describeScreen({rows: [cells], cursor: hidden});

test('a row is its text, without the blanks at its end', () => {
	assert.deepEqual(describe(buildCell('a'), buildCell(' '), buildCell('b'), buildCell(' ')), ['|a b']);
});

test('the styles of a row follow it, with the columns they are in', () => {
	const red: Partial<Cell> = {foreground: 1, bold: true};
	const cells = [buildCell('a'), buildCell('b', red), buildCell('c', red), buildCell('d', {dim: true}), buildCell('e')];

	assert.deepEqual(describe(...cells), ['|abcde', ' 2-3 bold red, 4-4 dim']);
});

test('every style has words of its own', () => {
	const check = (style: Partial<Cell>, words: string) => {
		assert.deepEqual(describe(buildCell('a', style)), ['|a', ` 1-1 ${words}`]);
	};

	check({italic: true}, 'italic');
	check({underline: true}, 'underlined');
	check({strike: true}, 'struck');
	check({hidden: true}, 'hidden');
	check({inverse: true}, 'inverse');
	check({foreground: 9}, 'bright red');
	check({foreground: 240}, 'colour 240');
	check({foreground: '#ff8000'}, '#ff8000');
	check({background: 4}, 'on blue');
});

test('a blank has only the styles that can be seen on it', () => {
	assert.deepEqual(describe(buildCell(' ', {bold: true, dim: true, foreground: 2})), ['|']);
	assert.deepEqual(describe(buildCell(' ', {inverse: true, foreground: 2})), ['|', ' 1-1 green inverse']);
	assert.deepEqual(describe(buildCell(' ', {background: 2})), ['|', ' 1-1 on green']);
});

test('a visible cursor is described by its row and column', () => {
	const rows = [[buildCell('a'), buildCell('b')]];

	assert.deepEqual(describeScreen({rows, cursor: {row: 0, column: 1, visible: true}}), ['|ab', ' cursor in row 1, column 2']);
});
