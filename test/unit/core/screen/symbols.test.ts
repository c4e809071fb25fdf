import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import stringWidth from 'string-width';
import {asciiSymbols, unicodeSymbols, type Symbols} from '../../../../source/core/screen/symbols.js';
import {toAscii} from '../../../../source/core/text/portable/to-ascii.js';

/** Every sign of a set, by its name. The mask is a sign for each cell. The names of keys are none. */
function signsOf({states, heights, mask, arrowKeys: _, ...others}: Symbols): ReadonlyArray<readonly [name: string, sign: string]> {
	return [
		...Object.entries(states),
		...[...heights].map(sign => ['heights', sign] as const),
		...[...mask].map(sign => ['mask', sign] as const),
		...Object.entries(others),
	];
}

test('every sign takes one cell in both sets, and those of the one are printable ASCII', () => {
	for (const symbols of [unicodeSymbols, asciiSymbols]) {
		assert.deepEqual(signsOf(symbols).filter(([, sign]) => [...sign].length !== 1 || stringWidth(sign) !== 1), []);
	}

	assert.deepEqual(signsOf(asciiSymbols).filter(([, sign]) => !/^[\u{21}-\u{7E}]$/v.test(sign)), []);
});

test('both sets have the same signs', () => {
	const namesOf = (symbols: Symbols) => [...new Set(signsOf(symbols).map(([name]) => name))].toSorted();
	assert.deepEqual(namesOf(asciiSymbols), namesOf(unicodeSymbols));
	assert.equal(stringWidth(asciiSymbols.mask), stringWidth(unicodeSymbols.mask));
});

test('each state, and each mark beside it, has a sign of its own', () => {
	for (const {states, stuck, flapping, fresh, fine, brief, off} of [unicodeSymbols, asciiSymbols]) {
		for (const signs of [Object.values(states), [stuck, flapping, fresh], [...Object.values(states), flapping, fine, brief, off]]) {
			assert.equal(new Set(signs).size, signs.length, signs.join(' '));
		}
	}
});

/** Rooms whose texts are drawn; the texts of the program itself, not those of the answer. */
const drawn = ['core/view', 'core/columns', 'core/detail', 'core/sections', 'core/blocks', 'core/fleet', 'core/instance', 'core/keymap', 'core/polling', 'core/report', 'core/screen', 'tui', 'terminal'];

/** What is neither ASCII nor in a comment. */
function foreignSigns(source: string): readonly string[] {
	const code = source.replaceAll(/\/\*[\s\S]*?\*\//gv, '').replaceAll(/(?<=^|\s)\/\/.*$/gmv, '');
	return [...new Set(code.match(/[^\0-\u{7F}]/gv))];
}

test('what is drawn has signs of the table alone, and in its words only those that have a stand-in of one cell', () => {
	const own = new Set(signsOf(unicodeSymbols).map(([, sign]) => sign).filter(sign => sign > '~'));
	const files = drawn.flatMap(room => globSync(`source/${room}/**/*.{ts,tsx}`)).filter(file => !file.endsWith('core/screen/symbols.ts'));
	assert.ok(files.length > 150);
	const wrong = files.flatMap(file => foreignSigns(readFileSync(file, 'utf8'))
		.filter(sign => !/^[\u{21}-\u{3E}\u{40}-\u{7E}]$/v.test(toAscii(sign)) || stringWidth(sign) !== 1)
		.map(sign => `${file}: ${sign}`));
	assert.deepEqual(wrong, []);
	// A sign of the table that no text has as well, such as a glyph of a state, would be a question mark in a text.
	assert.equal([...own].filter(sign => toAscii(sign) === '?').length > 10, true);
	assert.deepEqual(foreignSigns('/* → */ const a = \'▌\'; // ⚑\nconst b = `https://é`;'), ['▌', 'é']);
});
