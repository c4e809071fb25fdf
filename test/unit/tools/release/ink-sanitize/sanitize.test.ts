import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import inkSanitizeAnsi from '../../../../../node_modules/ink/build/sanitize-ansi.js';
import sanitizeAnsi from '../../../../../tools/release/ink-sanitize/sanitize.js';
import {tries} from '../../../../helpers/properties/tries.js';

test('a text is as clean as Ink makes it, whatever is in it', () => {
	const piece = fc.constantFrom(
		'a', '●', '─', ' ', '東', '\u{301}', '\u{1B}', '[', 'm', ';', '1', '\u{1B}[31m', '\u{1B}[m', '\u{1B}[1;2m', '\u{1B}[4:3m', '\u{1B}[2K', '\u{1B}[?25l', '\u{1B}]8;;x\u{7}', '\u{9B}3m', '\u{7F}', '\t', '\n', '\u{0}', '\u{AD}',
	);
	fc.assert(fc.property(fc.string({unit: piece, maxLength: 8}), text => {
		assert.equal(sanitizeAnsi(text), inkSanitizeAnsi(text));
	}), {numRuns: tries(3000)});
});
