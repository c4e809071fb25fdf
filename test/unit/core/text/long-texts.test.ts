import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findRanges, markFound} from '../../../../source/core/screen/highlight.js';
import {wrapLine} from '../../../../source/core/screen/line.js';
import {span} from '../../../../source/core/screen/span.js';
import {compareNames} from '../../../../source/core/text/compare-names.js';
import {foldCase} from '../../../../source/core/text/fold-case.js';
import {cellWidth} from '../../../../source/core/text/measure.js';
import {findNearest} from '../../../../source/core/text/nearest.js';
import {quote} from '../../../../source/core/text/quote.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import stringWidth from '../../../../tools/release/string-width/string-width.js';

/** More than a pattern for a whole text has stack for. */
const length = 6 * 1024 * 1024;
const ascii = 'a'.repeat(length);
const latin = 'é'.repeat(length);

test('a text of megabytes is no deeper for a pattern than a short one', () => {
	assert.equal(sanitize(ascii), ascii);
	assert.deepEqual([cellWidth(ascii), cellWidth(latin), stringWidth(latin), stringWidth('漢'.repeat(length))], [length, length, length, 2 * length]);
	assert.equal(foldCase(ascii).length, length);
	assert.deepEqual(findRanges(`${ascii}b`, 'b'), [{from: length, to: length + 1}]);
	assert.equal(quote(ascii), `"${'a'.repeat(47)}…"`);
});

test('names are in natural order by their beginnings, and in the order of their texts behind that', () => {
	const head = 'x'.repeat(200);
	assert.ok(compareNames('a2', 'a10') < 0);
	assert.ok(compareNames(`${head}10`, `${head}2`) < 0);
	assert.ok(compareNames(`a2${ascii}`, `a10${ascii}`) < 0);
	assert.equal(compareNames(`${head}2`, `${head}2`), 0);
});

test('no name is near a word that is far longer, and such a word is not compared', () => {
	assert.equal(findNearest(ascii, ['a', 'b']), undefined);
	assert.equal(findNearest('a', [ascii]), undefined);
	assert.equal(findNearest(ascii, [`${ascii}b`]), undefined);
	assert.equal(findNearest('webhok', ['websocket', 'webhook']), 'webhook');
});

test('a hundred thousand finds in a text are marked one after the other', () => {
	const line = [span('ab'.repeat(50_000)), span('ab'.repeat(50_000), 'dim')];
	const marked = markFound(line, 'b', 'found');
	assert.equal(marked.length, 200_000);
	assert.deepEqual(marked.slice(0, 2), [span('a'), span('b', 'found')]);
	assert.deepEqual(marked.slice(-2), [span('a', 'dim'), span('b', 'found')]);
});

test('a find that goes over the edge of two spans is marked in both', () => {
	assert.deepEqual(markFound([span('one t'), span(''), span('wo', 'dim')], 'two', 'found'), [span('one '), span('t', 'found'), span(''), span('wo', 'found')]);
	assert.equal(wrapLine([span('ab')], 1).length, 2);
});
