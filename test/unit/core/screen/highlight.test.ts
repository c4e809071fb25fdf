import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {findRanges, markFound} from '../../../../source/core/screen/highlight.js';
import {foldCase} from '../../../../source/core/text/fold-case.js';
import {lineWidth, wrapWords} from '../../../../source/core/screen/line.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {span} from '../../../../source/core/screen/span.js';
import {textOf} from '../../../helpers/watch-polls.js';

const found = (text: string, find: string) => findRanges(text, find).map(({from, to}) => text.slice(from, to));

test('a text is found whatever its case and accents, as often as it stands there', () => {
	assert.deepEqual(found('São Paulo, SAO, são', 'sao'), ['São', 'SAO', 'são']);
	assert.deepEqual(found('state: connected', 'CONN'), ['conn']);
	assert.deepEqual(found('aaaa', 'aa'), ['aa', 'aa']);
	assert.deepEqual(found('anything', ''), []);
	assert.deepEqual(found('日本語 東京', '東'), ['東']);
});

test('what is found has a tone of its own, across the spans it stands in', () => {
	const line = [span('"sta', 'json-key'), span('te": "on"')];
	assert.deepEqual(markFound(line, 'state', 'found'), [span('"', 'json-key'), span('sta', 'found'), span('te', 'found'), span('": "on"')]);
	assert.equal(markFound(line, 'xyz', 'found'), line);
});

const texts = fc.string({unit: fc.constantFrom('a', 'b', 'É', 'é', ' ', 'ß', '東', '"', 'x'), maxLength: 40}).map(text => sanitize(text));

test('marking and wrapping lose nothing, and find all there is', () => {
	fc.assert(fc.property(fc.array(texts, {maxLength: 4}), texts, fc.integer({min: 4, max: 30}), (parts, find, width) => {
		const line = parts.map((text, index) => span(text, index % 2 === 0 ? 'plain' : 'dim'));
		const marked = markFound(line, find, 'found');
		assert.equal(textOf(marked), textOf(line));
		assert.equal(marked.some(({tone}) => tone === 'found'), find !== '' && foldCase(textOf(line)).includes(foldCase(find)));
		const wrapped = wrapWords(marked, width);
		assert.ok(wrapped.every(part => lineWidth(part) <= width));
		assert.equal(wrapped.map(part => textOf(part)).join('').replaceAll(' ', ''), textOf(line).replaceAll(' ', ''));
	}));
});
