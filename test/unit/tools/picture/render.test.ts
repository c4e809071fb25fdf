import assert from 'node:assert/strict';
import {copyFileSync, mkdtempDisposableSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {Resvg} from '@resvg/resvg-js';
import {drawSvg} from '../../../../tools/picture/draw-svg.js';
import {findFontFolder, loadFont} from '../../../../tools/picture/fonts.js';
import {palettes} from '../../../../tools/picture/palette.js';
import {renderPng} from '../../../../tools/picture/render.js';
import {buildCell} from '../../../helpers/cell.js';

const font = loadFont(findFontFolder());
const palette = palettes.dark;
const hidden = {row: 0, column: 0, visible: false};

// Draw a character to pixels, and measure the columns that its glyph covers, from the left edge of its cell.
const measureGlyph = (char: string, width: number) => {
	const row = [buildCell(char, {width, foreground: '#ff0000'}), ...width === 2 ? [buildCell('', {width: 0})] : []];
	const svg = drawSvg({rows: [row], cursor: hidden}, {palette, faces: font.faces});
	const image = new Resvg(svg, {font: {loadSystemFonts: false, fontFiles: Object.values(font.files)}}).render();
	const columns = Array.from({length: image.pixels.length / 4}, (_, index) => index)
		.filter(index => (image.pixels[index * 4] ?? 0) > 128)
		.map(index => (index % image.width) - 10);
	return {from: Math.min(...columns), to: Math.max(...columns)};
};

test('every symbol of the screen is in the font, in bold as well', () => {
	const symbols = Array.from('●◐○✕⚑…·—•≥↑↓←→↵?', symbol => symbol.codePointAt(0) ?? 0);

	assert.deepEqual(symbols.filter(symbol => !font.faces.regular.has(symbol) || !font.faces.bold.has(symbol)), []);
});

test('the symbols of the states are inside their cell and centred', () => {
	const offCentre = [...'●◐○✕'].filter(symbol => {
		const {from, to} = measureGlyph(symbol, 1);
		return from < 0 || to > 9 || Math.abs(from - (9 - to)) > 1;
	});

	assert.deepEqual(offCentre, []);
});

test('a letter fills its cell from edge to edge', () => {
	assert.deepEqual(measureGlyph('_', 1), {from: 0, to: 9});
});

test('a glyph of one column is centred in a cell of two', () => {
	const {from, to} = measureGlyph('❤', 2);

	assert.ok(Math.abs(from - (19 - to)) <= 1, `${from} to ${to}`);
});

test('the PNG is as large as the picture', () => {
	const svg = drawSvg({rows: [[buildCell('a'), buildCell('b')]], cursor: hidden}, {palette, faces: font.faces});
	const png = renderPng(svg, Object.values(font.files));
	const view = new DataView(png.buffer, png.byteOffset, png.byteLength);

	assert.deepEqual([view.getUint32(16), view.getUint32(20)], [40, 40]);
});

test('a font that is missing or damaged is named, and nothing is drawn', () => {
	using temporary = mkdtempDisposableSync(path.join(tmpdir(), 'font-'));
	const folder = temporary.path;
	const file = path.join(folder, 'DejaVuSansMono.ttf');

	assert.throws(() => loadFont(folder), {message: /^The font .*DejaVuSansMono\.ttf cannot be used: ENOENT/v});

	writeFileSync(file, 'no font at all, but long enough to look for one');
	assert.throws(() => loadFont(folder), {
		message: /cannot be used: Unsupported OpenType signature no f\. It comes with the package dejavu-fonts-ttf/v,
	});
	assert.throws(() => renderPng('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', [file]), {
		message: `The renderer could not load the font ${file}, so the picture would have no text.`,
	});

	copyFileSync(font.files.regular, file);
	assert.throws(() => loadFont(folder), {message: /^The font .*DejaVuSansMono-Bold\.ttf cannot be used: ENOENT/v});
});
