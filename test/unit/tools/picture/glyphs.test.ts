import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readGlyphs} from '../../../../tools/picture/glyphs.js';

const words = (...values: readonly number[]) => values.flatMap(value => [Math.floor(value / 256), value % 256]);
const longs = (...values: readonly number[]) => values.flatMap(value => words(Math.floor(value / 65_536), value % 65_536));

// A font of nothing but a cmap table with these subtables.
const buildFont = (...subtables: ReadonlyArray<readonly number[]>) => {
	const cmap = 28;
	const start = 4 + (8 * subtables.length);
	const records = subtables.flatMap((_, index) => [...words(3, 1), ...longs(start + subtables.slice(0, index).flat().length)]);
	const bytes = [
		...longs(0x1_00_00),
		...words(1, 0, 0, 0),
		...Array.from('cmap', letter => letter.codePointAt(0) ?? 0),
		...longs(0, cmap, 0),
		...words(0, subtables.length),
		...records,
		...subtables.flat(),
	];
	return new DataView(new Uint8Array(bytes).buffer);
};

// Three segments: 65 to 67 by delta, with 66 falling on glyph 0; 97 and 98 by a list, with 97 missing; the end.
const format4 = [
	...words(4, 44, 0, 6, 0, 0, 0),
	...words(67, 98, 65_535),
	...words(0),
	...words(65, 97, 65_535),
	...words(65_536 - 66, 0, 1),
	...words(0, 4, 0),
	...words(0, 9),
];

const format12 = [...words(12, 0), ...longs(40, 0, 2), ...longs(0x41, 0x43, 1), ...longs(0x1_F6_00, 0x1_F6_01, 9)];

test('a table of segments lists the characters whose glyph is not number 0', () => {
	assert.deepEqual([...readGlyphs(buildFont(format4))], [65, 67, 98]);
});

test('a table of groups reaches beyond the first plane, and is preferred', () => {
	assert.deepEqual([...readGlyphs(buildFont(format4, format12))], [0x41, 0x42, 0x43, 0x1_F6_00, 0x1_F6_01]);
});

test('a font that lists its characters otherwise is refused', () => {
	assert.throws(() => readGlyphs(buildFont(words(6, 10, 0, 65, 0))), {message: 'its characters are listed in no format known here'});
});

test('what is no font is refused', () => {
	const checkRefused = (bytes: Uint8Array<ArrayBuffer>) => {
		assert.throws(() => readGlyphs(new DataView(bytes.buffer)), {message: 'it is not a TrueType font'});
	};

	checkRefused(new Uint8Array());
	checkRefused(new Uint8Array(5));
	checkRefused(new Uint8Array(200));
	checkRefused(new TextEncoder().encode('<html><body>Not found, and a good many other words beside</body></html>'));
});
