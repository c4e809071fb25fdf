import assert from 'node:assert/strict';
import {copyFileSync, mkdtempDisposableSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {Resvg} from '@resvg/resvg-js';
import {buildCell} from '../../../../tools/picture/build-cell.js';
import {drawPicture} from '../../../../tools/picture/draw.js';
import {findFontFolder, loadFont} from '../../../../tools/picture/fonts.js';
import {palettes} from '../../../../tools/picture/palette.js';
import {renderPng} from '../../../../tools/picture/render.js';

const font = loadFont(findFontFolder());
const palette = palettes.dark;

// Draw a row of one screen to pixels, and say how far ink of that colour reaches, from the screen's left edge.
const measureInk = (char: string, width: number) => {
	const row = [buildCell(char, {width, foreground: '#ff0000'}), ...width === 2 ? [buildCell('', {width: 0})] : []];
	const svg = drawPicture({rows: [row], cursor: {row: 0, column: 0, visible: false}}, {palette, faces: font.faces});
	const image = new Resvg(svg, {font: {loadSystemFonts: false, fontFiles: Object.values(font.files)}}).render();
	const columns = Array.from({length: image.pixels.length / 4}, (_, index) => ({column: index % image.width, red: image.pixels[index * 4] ?? 0}))
		.filter(({red}) => red > 128)
		.map(({column}) => column - 10);
	return {from: Math.min(...columns), to: Math.max(...columns)};
};

test('every sign of the screen is in the font, in bold as well', () => {
	const signs = Array.from('●◐○✕⚑…·—•≥↑↓←→↵?', sign => sign.codePointAt(0) ?? 0);

	assert.deepEqual(signs.filter(sign => !font.faces.regular.has(sign) || !font.faces.bold.has(sign)), []);
});

test('the signs of the states stand inside their cell and in its middle', () => {
	const offCentre = [...'●◐○✕'].filter(sign => {
		const {from, to} = measureInk(sign, 1);
		return from < 0 || to > 9 || Math.abs(from - (9 - to)) > 1;
	});

	assert.deepEqual(offCentre, []);
});

test('letters are set at the size that fills a cell from edge to edge', () => {
	assert.deepEqual(measureInk('_', 1), {from: 0, to: 9});
});

test('a glyph of one cell is in the middle of the two it was given', () => {
	const {from, to} = measureInk('❤', 2);

	assert.ok(Math.abs(from - (19 - to)) <= 1, `${from} to ${to}`);
});

test('the PNG is as large as the picture', () => {
	const svg = drawPicture({rows: [[buildCell('a'), buildCell('b')]], cursor: {row: 0, column: 0, visible: false}}, {palette, faces: font.faces});
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
	assert.throws(() => loadFont(folder), {message: /cannot be used: Unsupported OpenType signature no f\. It comes with the package dejavu-fonts-ttf/v});
	assert.throws(() => renderPng('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', [file]), {message: `The renderer could not load the font ${file}, so the picture would have no text.`});

	copyFileSync(font.files.regular, file);
	assert.throws(() => loadFont(folder), {message: /^The font .*DejaVuSansMono-Bold\.ttf cannot be used: ENOENT/v});
});
