import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawShape} from '../../../../tools/picture/shapes.js';

const cell = {
	x: 100,
	y: 200,
	width: 10,
	height: 20,
};

const check = (expected: ReadonlyArray<readonly [char: string, path: string | undefined]>) => {
	assert.deepEqual(expected.map(([char]) => [char, drawShape(char, cell)?.path]), expected);
};

test('a line reaches both edges of its cell, so that the next one joins', () => {
	check([
		['─', 'M105.5 210h4.5v1h-4.5zM100 210h5.5v1h-5.5z'],
		['│', 'M105 200h1v10.5h-1zM105 210.5h1v9.5h-1z'],
		['━', 'M105.5 209h4.5v3h-4.5zM100 209h5.5v3h-5.5z'],
		['╵', 'M105 200h1v10.5h-1z'],
	]);
});

test('the arms of a corner overlap in the middle by half of each other', () => {
	check([
		['┌', 'M105 210h5v1h-5zM105 210h1v10h-1z'],
		['┛', 'M104 200h3v12h-3zM100 209h7v3h-7z'],
		['┠', 'M104 200h3v11h-3zM104 210h6v1h-6zM104 210h3v10h-3z'],
	]);
});

test('a rounded corner ends on the same edges as a square one', () => {
	check([
		['╭', 'M105 220V215A5 5 0 0 1 110 210v1A4 4 0 0 0 106 215V220z'],
		['╯', 'M106 200V205A6 6 0 0 1 100 211v-1A5 5 0 0 0 105 205V200z'],
	]);
});

test('a block fills its part of the cell exactly', () => {
	check([
		['█', 'M100 200h10v20h-10z'],
		['▌', 'M100 200h5v20h-5z'],
		['▐', 'M105 200h5v20h-5z'],
		['▁', 'M100 217.5h10v2.5h-10z'],
		['▇', 'M100 202.5h10v17.5h-10z'],
		['▏', 'M100 200h1.25v20h-1.25z'],
		['▀', 'M100 200h10v10h-10z'],
		['▚', 'M100 200h5v10h-5zM105 210h5v10h-5z'],
	]);
});

test('a shade is a full block through which the background shows', () => {
	assert.deepEqual(drawShape('▒', cell), {path: 'M100 200h10v20h-10z', opacity: 0.5});
	assert.equal(drawShape('█', cell)?.opacity, 1);
});

test('every line of the box drawing block but dashes, doubles and diagonals is drawn', () => {
	const block = Array.from({length: 128}, (_, index) => String.fromCodePoint(0x25_00 + index));
	const left = block.filter(char => drawShape(char, cell) === undefined);

	assert.equal(left.join(''), '┄┅┆┇┈┉┊┋╌╍╎╏═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╱╲╳');
});

test('letters and symbols are left to the font', () => {
	check([['a', undefined], ['●', undefined], [' ', undefined], ['', undefined], ['■', undefined]]);
});
