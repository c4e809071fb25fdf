import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	fitLine,
	lineWidth,
	spread,
	wrapLine,
} from '../../../../source/core/screen/line.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {span, type Line} from '../../../../source/core/screen/span.js';
import {textOf} from '../../../helpers/watch-polls.js';
import {tries} from '../../../helpers/properties/tries.js';

const ellipsis = '…';

const check = (cases: ReadonlyArray<readonly [line: Line, width: number, text: string]>) => {
	for (const [line, width, text] of cases) {
		assert.equal(textOf(fitLine(line, width, ellipsis)), text, `${textOf(line)} in ${width}`);
	}
};

const piece = fc.array(fc.constantFrom('a', 'b', ' ', '漢', '👍', 'é'.normalize('NFD'), '-'), {maxLength: 8}).map(parts => sanitize(parts.join('')));
const anyLine = fc.array(fc.tuple(piece, fc.constantFrom('plain', 'dim', 'trouble')).map(([text, tone]) => span(text, tone)), {maxLength: 5});

test('a line is padded to its width', () => {
	check([
		[[], 3, ' '.repeat(3)],
		[[span('ab')], 4, 'ab  '],
		[[span('ab'), span('cd')], 4, 'abcd'],
		[[span('漢')], 4, '漢  '],
	]);
});

test('a line that is too long is cut with an ellipsis, in the span that crosses the edge', () => {
	check([
		[[span('abcdef')], 4, 'abc…'],
		[[span('abc'), span('def')], 4, 'abc…'],
		[[span('abcd'), span('ef')], 4, 'abc…'],
		[[span('ab'), span('cdef')], 4, 'abc…'],
		[[span('漢字漢字')], 4, '漢… '],
		[[span('a漢'), span('字')], 3, 'a… '],
		[[span('ab')], 1, '…'],
		[[span('ab')], 0, ''],
	]);
	assert.deepEqual(fitLine([span('ab', 'dim'), span('cdef', 'trouble')], 4, '.'), [span('ab', 'dim'), span('c.', 'trouble')]);
});

test('a fitted line has exactly the width asked for, wide characters or not', () => {
	fc.assert(fc.property(anyLine, fc.integer({min: 0, max: 30}), (line, width) => {
		assert.equal(lineWidth(fitLine(line, width, ellipsis)), width);
	}), {numRuns: tries(1000)});
});

test('two lines share one, the right one at the edge; it goes where there is no room for the gap', () => {
	const both = (width: number, gap?: number) => textOf(spread([span('left')], [span('right')], width, {ellipsis, ...gap !== undefined && {gap}}));
	assert.equal(both(15), 'left      right');
	assert.equal(both(11), 'left  right');
	assert.equal(both(10), 'left      ');
	assert.equal(both(10, 1), 'left right');
	assert.equal(both(3), 'le…');
	assert.equal(textOf(spread([span('left')], [], 6, {ellipsis})), 'left  ');
});

test('two lines on one have exactly the width asked for', () => {
	fc.assert(fc.property(anyLine, anyLine, fc.integer({min: 0, max: 40}), (left, right, width) => {
		assert.equal(lineWidth(spread(left, right, width, {ellipsis})), width);
	}), {numRuns: tries(1000)});
});

test('a long line breaks where it is full, and what follows is indented', () => {
	const texts = (line: Line, width: number, indent?: number) => wrapLine(line, width, indent).map(part => textOf(part));
	assert.deepEqual(texts([span('abcdefgh')], 3), ['abc', 'def', 'gh']);
	assert.deepEqual(texts([span('ab'), span('cdefgh')], 5, 2), ['abcde', '  fgh']);
	assert.deepEqual(texts([span('漢字漢')], 5), ['漢字', '漢']);
	assert.deepEqual(texts([span('abc')], 3), ['abc']);
	assert.deepEqual(texts([], 3), ['']);
	assert.deepEqual(texts([span('abcdef')], 3, 3), ['abc', 'def']);
});

test('wrapping loses nothing, keeps every tone and fits every line, however deep the indent', () => {
	fc.assert(fc.property(anyLine, fc.integer({min: 2, max: 12}), fc.integer({min: 0, max: 14}), (line, width, indent) => {
		const lines = wrapLine(line, width, indent);
		assert.ok(lines.every(part => lineWidth(part) <= width));
		for (const tone of ['plain', 'dim', 'trouble'] as const) {
			const of = (spans: Line) => textOf(spans.filter(part => part.tone === tone)).replaceAll(' ', '');
			assert.equal(of(lines.flat()), of(line));
		}
	}), {numRuns: tries(1000)});
});
