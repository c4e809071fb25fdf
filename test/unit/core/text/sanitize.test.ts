import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {makeHarmless, sanitize} from '../../../../source/core/text/sanitize.js';
import {openTerminal} from '../../../helpers/terminal.js';
import {
	cellWidth,
	fit,
	takeCells,
	wrap,
} from '../../../../source/core/text/measure.js';
import {anyText} from '../../../helpers/any-text.js';
import {tries} from '../../../helpers/properties/tries.js';

/** Texts of characters that terminals, bidi and emoji handle badly, much denser than chance would give. */
const nastyText = fc.array(fc.constantFrom('\u{1B}', '\u{9B}', '\u{7F}', '\0', '\n', '\t', '\u{202E}', '\u{2066}', '\u{2028}', '\u{200B}', '\u{200D}', '\u{FE0F}', '\u{FE0E}', '\u{20E3}', '\u{301}', '\u{1F3FD}', '\u{1F1E7}', '\u{E33}', '\u{D4E}', '\u{180B}', '\u{FF9E}', '\u{903}', '\u{1F1F7}', '\u{E0041}', '\u{FEFF}', '\u{D800}', '\u{DC00}', '\u{3164}', '\u{A0}', '\u{3000}', '\u{AD}', '\u{1FAE9}', '👍', '❤', '漢', 'é', '1', '#', 'a', ' ', '[', ']'), {maxLength: 20}).map(parts => parts.join(''));

const text = fc.oneof(anyText({maxLength: 40}), nastyText);

/** Characters that no terminal must get: controls, formats, line separators, noncharacters, and letters drawn as nothing. */
const inert = /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Surrogate}\p{Unassigned}\u{34F}\u{115F}\u{1160}\u{20E3}\u{2800}\u{3164}\u{FE0E}\u{FE0F}\u{FFA0}]/v;

const check = (cases: ReadonlyArray<readonly [raw: string, safe: string]>) => {
	for (const [raw, safe] of cases) {
		assert.equal(sanitize(raw), safe, JSON.stringify(raw));
	}
};

test('plain text of any script is left alone', () => {
	check(['', 'sales-04', 'São Paulo', '漢字 カナ', 'Ελλάδα', 'مرحبا', 'שָׁלוֹם', '👍 ❤ 🎉'].map(raw => [raw, raw]));
});

test('a Latin letter or sign is made the same of with and without a character that has to be looked at', () => {
	for (let code = 0x20; code < 0x2_50; code++) {
		for (const raw of [String.fromCodePoint(code), `é${String.fromCodePoint(code)}1`]) {
			assert.equal(sanitize(`${raw}\u{2028}`), `${sanitize(raw)}${sanitize('\u{2028}')}`, code.toString(16));
		}
	}
});

test('a control becomes its picture, so that nothing can begin an escape sequence', () => {
	check([
		['\u{1B}[31mred', '␛[31mred'],
		['\u{1B}]52;c;aGk=\u{7}', '␛]52;c;aGk=␇'],
		['a\r\nb\tc', 'a␍␊b␉c'],
		['\0\u{7F}', '␀␡'],
	]);
});

test('characters that would reorder or vanish become one visible cell each, and different ones stay different', () => {
	for (const raw of ['\u{9B}', '\u{202E}', '\u{2066}', '\u{2069}', '\u{2028}', '\u{2029}', '\u{200B}', '\u{FEFF}', '\u{AD}', '\u{D800}', '\u{E000}', '\u{3164}', '\u{2800}', '\u{E0041}', '\u{E0100}']) {
		const safe = sanitize(`a${raw}b`);
		assert.equal(cellWidth(safe), 3, JSON.stringify(raw));
		assert.doesNotMatch(safe, inert, JSON.stringify(raw));
		assert.notEqual(safe, 'a b');
	}

	assert.notEqual(sanitize('sales\u{200B}'), sanitize('sales\u{200C}'));
	assert.notEqual(sanitize('sales\u{200B}'), sanitize('sales'));
});

test('emoji take the form that every terminal measures alike', () => {
	check([
		['👍🏽', '👍'],
		['❤️', '❤'],
		['1️⃣', '1'],
		['🇧🇷', 'BR'],
		['👨‍👩‍👧', '👨👩👧'],
	]);
});

test('characters that only newer terminals know take one cell each, whatever Unicode this Node has', () => {
	// Of Unicode 14, 15, 15.1, 16, 17 and of none yet; then those that have become wide since.
	for (const raw of ['🫠', '🩵', '🫨', '\u{2FFC}', '\u{1FAE9}', '\u{1FACD}', '\u{1FAFF}', '\u{10D4A}', '☰', '☷', '䷀', '䷿', '\u{1D300}', '\u{268A}']) {
		assert.equal(cellWidth(sanitize(`a${raw}b`)), 3, raw);
		assert.doesNotMatch(sanitize(raw), new RegExp(raw, 'v'));
	}

	assert.equal(sanitize('\u{1FAF1}\u{1F3FD}'), sanitize('\u{1FAF1}'));
	assert.notEqual(sanitize('🫠'), sanitize('🫡'));
});

test('letters that were taken apart are composed, and those that cannot be take a cell each', () => {
	check([
		['한국'.normalize('NFD'), '한국'],
		['ガパ'.normalize('NFD'), 'ガパ'],
		['ｶﾞﾊﾟ', 'ガパ'],
	]);
	for (const raw of ['\u{1100}', '\u{1161}', '\u{11A8}', '\u{A960}', '\u{D7B0}', '\u{D7CB}', '\u{3099}', '\u{FF9E}', '\u{302A}']) {
		assert.equal(cellWidth(sanitize(`a${raw}b`)), 3, raw);
	}
});

test('a terminal draws what is left in as many cells as we count, next to any neighbour', async () => {
	const terminal = openTerminal(200, 1);
	const blocks = [[0x3_00, 0x3_6F], [0x11_00, 0x11_FF], [0x26_00, 0x27_BF], [0x30_00, 0x31_FF], [0x4D_C0, 0x4D_FF], [0xD7_A0, 0xD7_FF], [0xFF_00, 0xFF_EF], [0x1_F0_00, 0x1_FA_FF]] as const;
	const characters = blocks.flatMap(([first, last]) => Array.from({length: last - first + 1}, (_, index) => String.fromCodePoint(first + index)));
	const wrong: string[] = [];
	// A step that shares no factor with their number leads from each to another block.
	for (let from = 0; from < characters.length; from += 20) {
		const raw = Array.from({length: 20}, (_, index) => characters[((from + index) * 1201) % characters.length] ?? '').join('');
		const {promise, resolve} = Promise.withResolvers<void>();
		terminal.write(`\r${sanitize(raw)}`, resolve);
		// eslint-disable-next-line no-await-in-loop -- there is one terminal
		await promise;
		wrong.push(...terminal.buffer.active.cursorX === cellWidth(sanitize(raw)) ? [] : [raw]);
	}

	terminal.dispose();
	assert.deepEqual(wrong, []);
});

test('a skin tone, a style or a joiner on its own takes a cell instead of leaning on what stands before it', () => {
	for (const raw of ['a\u{1F3FD}', ' \u{1F3FD}', 'a\u{FE0F}', 'a\u{180B}', 'a\u{200D}', '\u{D4E}a']) {
		assert.equal(cellWidth(sanitize(raw)), 2, JSON.stringify(raw));
	}
});

test('a mark that takes a cell in some terminals only becomes visible', () => {
	assert.equal(cellWidth(sanitize('हिन्दी')), 6);
	assert.doesNotMatch(sanitize('हिन्दी'), /\p{Spacing_Mark}/v);
});

test('a Thai vowel that carries a mark keeps a cell of its own', () => {
	assert.equal(sanitize('น\u{E33}'), 'น\u{E4D}\u{E32}');
	assert.equal(cellWidth(sanitize('น\u{E33}')), 2);
});

test('a base keeps the marks that scripts need, and a flood of them turns visible', () => {
	assert.equal(sanitize('ệ'.normalize('NFD')), 'ệ'.normalize('NFD'));
	const flooded = sanitize(`a${'\u{301}'.repeat(1000)}`);
	assert.equal(flooded.match(/\p{Mark}/gv)?.length, 3);
	assert.equal(cellWidth(flooded), 998);
});

test('a mark with nothing to stand on becomes visible', () => {
	assert.equal(cellWidth(sanitize('\u{301}a')), 2);
	assert.equal(cellWidth(sanitize('\u{1B}\u{301}')), 2);
});

test('safe text is inert whatever came', () => {
	fc.assert(fc.property(text, raw => {
		assert.doesNotMatch(sanitize(raw), inert);
	}), {numRuns: tries(2000)});
});

test('making safe text safe again changes nothing', () => {
	fc.assert(fc.property(text, raw => {
		assert.equal(sanitize(sanitize(raw)), sanitize(raw));
	}), {numRuns: tries(2000)});
});

test('every unsafe character between letters takes exactly one cell', () => {
	const unsafe = fc.integer({min: 0, max: 0x10_FF_FF})
		.map(code => String.fromCodePoint(code))
		.filter(character => /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Surrogate}\p{Unassigned}]/v.test(character));
	fc.assert(fc.property(fc.array(unsafe, {maxLength: 10}), characters => {
		// Letters keep two lone surrogates from making one character.
		const raw = characters.join('x');
		assert.equal(cellWidth(sanitize(raw)), Math.max(0, (characters.length * 2) - 1));
	}), {numRuns: tries(1000)});
});

test('a fitted text has exactly the width asked for', () => {
	fc.assert(fc.property(text, fc.integer({min: 0, max: 30}), fc.constantFrom('left', 'right'), (raw, width, align) => {
		assert.equal(cellWidth(fit(sanitize(raw), width, {align})), width);
	}), {numRuns: tries(2000)});
});

test('a text is padded at the side it is not aligned to, and cut with an ellipsis between characters', () => {
	assert.equal(fit('ab', 4), 'ab  ');
	assert.equal(fit('ab', 4, {align: 'right'}), '  ab');
	assert.equal(fit('abcdef', 4), 'abc…');
	assert.equal(fit('abcdef', 4, {ellipsis: '~'}), 'abc~');
	assert.equal(fit('漢字漢字', 4), '漢… ');
	assert.equal(fit('ábc'.normalize('NFD'), 2), `${'á'.normalize('NFD')}…`);
	assert.equal(fit('abc', 0), '');
});

test('the beginning of a text never exceeds its cells and never splits a character', () => {
	fc.assert(fc.property(text, fc.integer({min: 0, max: 30}), (raw, width) => {
		const safe = sanitize(raw);
		const head = takeCells(safe, width);
		assert.ok(safe.startsWith(head));
		assert.ok(cellWidth(head) <= width);
		assert.ok(head.isWellFormed());
	}), {numRuns: tries(1000)});
});

test('wrapping loses nothing but spaces at the breaks', () => {
	fc.assert(fc.property(text, fc.integer({min: 6, max: 20}), (raw, width) => {
		const safe = sanitize(raw);
		const lines = wrap(safe, width);
		assert.equal(lines.join('').replaceAll(' ', ''), safe.replaceAll(' ', ''));
		assert.ok(lines.every(line => cellWidth(line) <= width));
	}), {numRuns: tries(1000)});
});

test('wrapping breaks at spaces where there are some and within longer words', () => {
	assert.deepEqual(wrap('the quick brown fox', 10), ['the quick', 'brown fox']);
	assert.deepEqual(wrap('aaaaaaaaaaaa', 5), ['aaaaa', 'aaaaa', 'aa']);
	assert.deepEqual(wrap('', 5), ['']);
});

test('letters of western scripts are measured as the screen library measures them', () => {
	for (let code = 0x20; code < 0x2_50; code++) {
		const character = sanitize(String.fromCodePoint(code));
		assert.equal(cellWidth(`a${character}b`), stringWidth(`a${character}b`), code.toString(16));
	}
});

test('of a long text as much is taken as fits, whatever its graphemes are made of', () => {
	for (const grapheme of ['x', 'é', 'q\u{301}\u{302}\u{303}', '東']) {
		const width = cellWidth(grapheme);
		assert.equal(takeCells(grapheme.repeat(5000), 1000), grapheme.repeat(1000 / width));
	}
});

test('letters that make one grapheme of any length are cut and wrapped like others', () => {
	const jamo = 'ᇥ'.repeat(50);
	assert.equal(cellWidth(jamo), 50);
	assert.equal(takeCells(jamo, 10), 'ᇥ'.repeat(10));
	assert.equal(fit(jamo, 10), `${'ᇥ'.repeat(9)}…`);
	assert.deepEqual(wrap(jamo, 20).map(line => cellWidth(line)), [20, 20, 10]);
	assert.deepEqual(wrap(`a ${jamo}`, 20).map(line => cellWidth(line)), [20, 20, 12]);
});

test('a text that is copied keeps its characters, but for those that command, reorder or vanish', () => {
	assert.equal(makeHarmless('José 👩\u{200D}👧 ❤\u{FE0F} 🫠 ☰ e\u{301}'), 'José 👩\u{200D}👧 ❤\u{FE0F} 🫠 ☰ e\u{301}');
	for (const character of ['\u{1B}', '\u{9B}', '\n', '\u{202E}', '\u{2028}', '\u{200B}', '\u{E0041}', '\u{FFFE}', '\u{FDD0}', '\u{D800}', '\u{E000}']) {
		const made = makeHarmless(`a${character}b`);
		assert.ok(!made.includes(character), `U+${character.codePointAt(0)?.toString(16)}`);
		assert.equal([...made].length, 3);
	}
});
