import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildCell, type Cell} from '../../../helpers/cell.js';
import {drawSvg} from '../../../../tools/picture/draw-svg.js';
import type {Fallback, Glyphs} from '../../../../tools/picture/faces.js';

const letters: Glyphs = new Set(Array.from('abcdefg<&\u{301}\u{FE0F}❤', char => char.codePointAt(0) ?? 0));
const faces = {
	regular: letters,
	bold: new Set([0x61]),
	oblique: new Set([0x61]),
	boldOblique: new Set<number>(),
};
const palette = {foreground: '#ffffff', background: '#000000', ansi: ['#000000', '#aa0000']};

const buildFallback = (family: string, characters: string, isWide = false): Fallback => ({
	family, file: '', isWide, glyphs: new Set(Array.from(characters, character => character.codePointAt(0) ?? 0)),
});

const wide = (char: string): readonly Cell[] => [buildCell(char, {width: 2}), buildCell('', {width: 0})];

// Draw these rows, and list the elements after that of the picture's background.
const draw = (rows: ReadonlyArray<readonly Cell[]>, cursor?: {readonly row: number; readonly column: number}) => {
	const shown = {
		row: 0, column: 0, ...cursor, visible: cursor !== undefined,
	};
	return drawSvg({rows, cursor: shown}, {palette, faces}).trimEnd().split('\n').slice(2, -1);
};

test('the picture is as large as the screen and its margin', () => {
	const content = {rows: [[buildCell('a'), buildCell(' ')]], cursor: {row: 0, column: 0, visible: false}};
	const [head = '', background] = drawSvg(content, {palette, faces}).split('\n', 2);

	assert.match(head, / width="40" height="40" viewBox="0 0 40 40" /v);
	assert.equal(background, '<rect width="40" height="40" fill="#000000"/>');
});

test('every character stands at its own column, and blanks leave no mark', () => {
	assert.deepEqual(draw([[buildCell('a'), buildCell(' '), buildCell('b')], [buildCell('c')]]), [
		'<text fill="#ffffff" x="10 30" y="26">ab</text>',
		'<text fill="#ffffff" x="10" y="46">c</text>',
	]);
});

test('characters with a meaning in XML are escaped', () => {
	assert.deepEqual(draw([[buildCell('<'), buildCell('&')]]), ['<text fill="#ffffff" x="10 20" y="26">&lt;&amp;</text>']);
});

test('backgrounds are drawn before the text of their row', () => {
	assert.deepEqual(draw([[buildCell('a'), buildCell('b', {inverse: true})]]), [
		'<path shape-rendering="crispEdges" fill="#ffffff" d="M20 10h10v20h-10z"/>',
		'<text fill="#ffffff" x="10" y="26">a</text>',
		'<text fill="#000000" x="20" y="26">b</text>',
	]);
});

test('a wide character stands in the middle of its two columns', () => {
	assert.deepEqual(draw([[...wide('❤\u{FE0F}'), buildCell('a')]]), [
		'<text fill="#ffffff" text-anchor="middle" x="20" y="26">❤\u{FE0F}</text>',
		'<text fill="#ffffff" x="30" y="26">a</text>',
	]);
});

test('a letter and its mark do not push the next letter along', () => {
	assert.deepEqual(draw([[buildCell('a\u{301}'), buildCell('b')]]), [
		'<text fill="#ffffff" x="10" y="26">a\u{301}</text>',
		'<text fill="#ffffff" x="20" y="26">b</text>',
	]);
});

test('a character that the font lacks is an empty frame of the right width', () => {
	assert.deepEqual(draw([[buildCell('?'), ...wide('漢')]]), [
		'<path fill="#ffffff" fill-rule="evenodd" d="M11 13h8v14h-8zM12 14h6v12h-6zM21 13h18v14h-18zM22 14h16v12h-16z"/>',
	]);
});

test('a cluster of several characters that each take room is an empty frame', () => {
	assert.deepEqual(draw([[...wide('ab')]]), ['<path fill="#ffffff" fill-rule="evenodd" d="M11 13h18v14h-18zM12 14h16v12h-16z"/>']);
});

test('a character missing in bold or oblique is drawn in a face that has it', () => {
	assert.deepEqual(draw([[buildCell('a', {bold: true}), buildCell('b', {bold: true})]]), [
		'<text fill="#ffffff" font-weight="bold" x="10" y="26">a</text>',
		'<text fill="#ffffff" x="20" y="26">b</text>',
	]);
	assert.deepEqual(draw([[buildCell('a', {italic: true}), buildCell('b', {italic: true})]]), [
		'<text fill="#ffffff" font-style="oblique" x="10" y="26">a</text>',
		'<text fill="#ffffff" x="20" y="26">b</text>',
	]);
	assert.deepEqual(draw([[buildCell('a', {bold: true, italic: true})]]), ['<text fill="#ffffff" font-weight="bold" x="10" y="26">a</text>']);
});

test('lines under and through text cover blanks too', () => {
	assert.deepEqual(draw([[buildCell('a', {underline: true}), buildCell(' ', {underline: true, strike: true})]]), [
		'<text fill="#ffffff" x="10" y="26">a</text>',
		'<path fill="#ffffff" d="M10 28h10v1h-10zM20 28h10v1h-10zM20 20h10v1h-10z"/>',
	]);
});

test('hidden text leaves its background', () => {
	const red = '<path shape-rendering="crispEdges" fill="#aa0000" d="M10 10h10v20h-10z"/>';

	assert.deepEqual(draw([[buildCell('a', {hidden: true, background: 1})]]), [red]);
});

test('blocks and lines of one colour are one path', () => {
	assert.deepEqual(draw([[buildCell('█'), buildCell('▀'), buildCell('░')]]), [
		'<path fill="#ffffff" d="M10 10h10v20h-10zM20 10h10v10h-10z"/>',
		'<path fill="#ffffff" fill-opacity="0.25" d="M30 10h10v20h-10z"/>',
	]);
});

test('a visible cursor inverts its cell, and past the last column the last cell', () => {
	const expected = [
		'<path shape-rendering="crispEdges" fill="#ffffff" d="M20 10h10v20h-10z"/>',
		'<text fill="#ffffff" x="10" y="26">a</text>',
		'<text fill="#000000" x="20" y="26">b</text>',
	];

	assert.deepEqual(draw([[buildCell('a'), buildCell('b')]], {row: 0, column: 1}), expected);
	assert.deepEqual(draw([[buildCell('a'), buildCell('b')]], {row: 0, column: 2}), expected);
});

test('a character that the font lacks is written in the first fallback that has it', () => {
	const fallbacks = [buildFallback('One', ''), buildFallback('Two', '漢')];
	const svg = drawSvg({rows: [[buildCell('漢', {width: 2})]], cursor: {row: 0, column: 0, visible: false}}, {palette, faces, fallbacks});
	assert.match(svg, /<text fill="[^"]+" font-family="'Two'" text-anchor="middle" [^>]*>漢<\/text>/v);
});

test('in two columns a font made for two is taken before the narrow glyph of the font, and in one column it is not', () => {
	const fallbacks = [buildFallback('Narrow', '❤'), buildFallback('Wide', '❤', true)];
	const familyOf = (row: readonly Cell[]) => {
		const svg = drawSvg({rows: [row], cursor: {row: 0, column: 0, visible: false}}, {palette, faces, fallbacks});
		return /<text [^>]*font-family="'(?<family>\w+)'"/v.exec(svg)?.groups?.family;
	};

	assert.equal(familyOf(wide('❤\u{FE0F}')), 'Wide');
	assert.equal(familyOf([buildCell('❤')]), undefined);
});
