import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildCell, type Cell} from '../../../helpers/cell.js';
import {measureContrast} from '../../../../tools/picture/contrast.js';
import {chooseColours, palettes, type Palette} from '../../../../tools/picture/palette.js';

const palette: Palette = {foreground: '#ffffff', background: '#000000', ansi: ['#000001', '#aa0000']};

const check = (style: Partial<Cell>, foreground: string, background: string) => {
	assert.deepEqual(chooseColours(buildCell('x', style), palette), {foreground, background});
};

test('a cell without colours has the terminal\'s default colours', () => {
	check({}, '#ffffff', '#000000');
});

test('the named colours come from the palette, the rest of the 256 are xterm\'s', () => {
	check({foreground: 1, background: 0}, '#aa0000', '#000001');
	check({foreground: 16, background: 231}, '#000000', '#ffffff');
	check({foreground: 208, background: 67}, '#ff8700', '#5f87af');
	check({foreground: 232, background: 255}, '#080808', '#eeeeee');
});

test('a colour of the program\'s own is taken as it is', () => {
	check({foreground: '#123456'}, '#123456', '#000000');
});

test('inverse exchanges foreground and background, the default ones as well', () => {
	check({inverse: true}, '#000000', '#ffffff');
	check({inverse: true, foreground: 1}, '#000000', '#aa0000');
});

test('a dim foreground is half way to its background', () => {
	check({dim: true}, '#808080', '#000000');
	check({dim: true, background: '#ff0000'}, '#ff8080', '#ff0000');
	check({dim: true, inverse: true}, '#808080', '#ffffff');
});

test('bold changes no colour', () => {
	check({bold: true, foreground: 1}, '#aa0000', '#000000');
});

test('both themes name sixteen colours', () => {
	const named = Object.values(palettes).map(({ansi}) => ansi.filter(colour => /^#[\da-f]{6}$/v.test(colour)).length);

	assert.deepEqual(named, [16, 16]);
});

test('plain text and the colours of states can be read on both themes, and dim text too', () => {
	const styles: ReadonlyArray<readonly [style: Partial<Cell>, least: number]> = [
		[{}, 7],
		[{dim: true}, 3],
		...[1, 2, 3, 5, 6].map(foreground => [{foreground}, 4.5] as const),
		...[1, 2, 3, 5, 6].map(foreground => [{foreground, inverse: true}, 4.5] as const),
	];
	const unreadable = Object.values(palettes).flatMap(theme => styles.filter(([style, least]) => {
		const {foreground, background} = chooseColours(buildCell('x', style), theme);
		return measureContrast(foreground, background) < least;
	}));

	assert.deepEqual(unreadable, []);
});
