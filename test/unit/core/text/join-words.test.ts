import assert from 'node:assert/strict';
import {test} from 'node:test';
import {joinWords} from '../../../../source/core/text/join-words.js';

test('words are joined as in a sentence', () => {
	assert.equal(joinWords([], 'or'), '');
	assert.equal(joinWords(['a'], 'or'), 'a');
	assert.equal(joinWords(['a', 'b'], 'and'), 'a and b');
	assert.equal(joinWords(['a', 'b', 'c'], 'or'), 'a, b or c');
});
