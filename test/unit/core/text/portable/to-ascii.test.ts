import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cellWidth} from '../../../../../source/core/text/measure.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {toAscii} from '../../../../../source/core/text/portable/to-ascii.js';

test('a text in ASCII is as wide as it was, whatever its script', () => {
	for (const [raw, ascii] of [
		['São Paulo', 'Sao Paulo'],
		['São'.normalize('NFD'), 'Sao'],
		['漢字', '????'],
		['한국', '????'],
		['が', '??'],
		['🎉 ⡵', '?? ?'],
		['ệ … → ≥', 'e > > >'],
		['├─┼│', '+-+|'],
		['a\nb\u{1B}[1mc', 'a\nb\u{1B}[1mc'],
	] as const) {
		assert.equal(toAscii(raw), ascii, raw);
		assert.equal(cellWidth(ascii), cellWidth(raw), raw);
		assert.equal(toAscii(sanitize(raw)).length, toAscii(sanitize(raw.normalize('NFD'))).length, raw);
	}
});
