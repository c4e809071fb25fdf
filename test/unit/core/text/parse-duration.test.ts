import assert from 'node:assert/strict';
import test from 'node:test';
import {readDuration} from '../../../../source/core/text/time/parse-duration.js';

test('a length of time is read in whole milliseconds, and a bare number counts seconds', () => {
	for (const [text, value] of [
		['500ms', 500],
		['90', 90_000],
		['90s', 90_000],
		['1.5m', 90_000],
		['2 h', 7_200_000],
		['3d', 259_200_000],
		['0.0004s', 0],
	] as const) {
		assert.equal(readDuration(text), value, text);
	}
});

test('what is no length of time has no value', () => {
	for (const text of ['', 's', '5S', '-5s', '1e3', '5s5s', '5 seconds']) {
		assert.equal(readDuration(text), undefined, text);
	}
});
