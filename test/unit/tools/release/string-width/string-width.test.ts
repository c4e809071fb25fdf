import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import original from 'string-width';
import stringWidth from '../../../../../tools/release/string-width/string-width.js';
import {tries} from '../../../../helpers/properties/tries.js';

/**
Whether a character is among those that are all tested: the scripts and signs of narrow cells, and emoji. Of the others each hundredth is.
*/
const isNear = (code: number) => code < 0x32_00 || (code >= 0x1_F0_00 && code < 0x1_FC_00);
const highest = 0x10_FF_FF;

const looked = Array.from({length: highest + 1}, (_, code) => code).filter(code => isNear(code) || code % 101 === 0);

test('a character alone, doubled and between letters is as wide as the library says', () => {
	const step = Math.round(looked.length / tries(looked.length));
	const wrong = looked.filter((_, index) => index % step === 0).flatMap(code => {
		const character = String.fromCodePoint(code);
		const texts = [character, character + character, `a${character}b`];
		return texts.filter(text => stringWidth(text) !== original(text)).map(() => code.toString(16));
	});
	assert.deepEqual(wrong, []);
});

test('a text of letters, marks, emoji, joiners and styles is as wide as the library says', () => {
	const letters = ['a', 'é', 'e\u{301}', '東', '가', '\u{1100}', '\u{1161}', 'ｱ', '\u{FF9E}', 'क', '\u{93F}', '\u{94D}'];
	const signs = ['●', '✕', '…', '🍕', '👩', '\u{200D}', '💻', '\u{1F3FD}', '\u{FE0F}', '❤', '1', '\u{20E3}', '🇧', '🇷'];
	const controls = ['\u{1B}[31m', '\u{1B}[0;1m', '\u{1B}', '[2m', '\u{9B}', '\u{1B}]8;;', '\u{7}', '\u{AD}', '\u{200B}'];
	const unit = fc.constantFrom(...letters, ...signs, ...controls);
	fc.assert(fc.property(fc.string({unit, maxLength: 8}), text => {
		assert.equal(stringWidth(text), original(text));
	}), {numRuns: tries(3000)});
});

test('options are the library\u{2019}s own business', () => {
	for (const options of [{}, {ambiguousIsNarrow: false}, {countAnsiEscapeCodes: true}]) {
		assert.equal(stringWidth('\u{1B}[1m●\u{1B}[22m', options), original('\u{1B}[1m●\u{1B}[22m', options));
	}
});
