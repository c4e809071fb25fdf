import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {clamp, viewport, type Anchor} from '../../../../source/core/screen/viewport.js';
import {tries} from '../../../helpers/properties/tries.js';

const anchor = (index: number, line: number, isAtTop = false): Anchor => ({index, line, isAtTop});

test('the selected item keeps its line, as far as the ends of the list allow', () => {
	for (const [given, top, line] of [
		[anchor(50, 3), 47, 3],
		[anchor(1, 3), 0, 1],
		[anchor(99, 3), 90, 9],
		[anchor(99, 0), 90, 9],
		[anchor(50, 30), 41, 9],
		[anchor(-4, 3), 0, 0],
		[anchor(400, 9), 90, 9],
	] as const) {
		assert.deepEqual(viewport(given, 10, 100), {top, count: 10, line}, JSON.stringify(given));
	}
});

test('a list that stood at its top stays there while the selected item is in sight', () => {
	assert.deepEqual(viewport(anchor(7, 2, true), 10, 100), {top: 0, count: 10, line: 7});
	assert.deepEqual(viewport(anchor(10, 2, true), 10, 100), {top: 8, count: 10, line: 2});
});

test('a list shorter than the screen is shown whole, and an empty one not at all', () => {
	assert.deepEqual(viewport(anchor(2, 8), 10, 3), {top: 0, count: 3, line: 2});
	assert.deepEqual(viewport(anchor(5, 5), 10, 0), {top: 0, count: 0, line: 0});
	assert.equal(viewport(anchor(5, 5), 0, 100).count, 0);
	assert.equal(viewport(anchor(5, 5), -3, 100).count, 0);
});

test('the selected item is always in sight, and nothing is scrolled past an end', () => {
	const place = fc.integer({min: -5, max: 60});
	fc.assert(fc.property(fc.record({index: place, line: place, isAtTop: fc.boolean()}), fc.integer({min: 1, max: 40}), fc.integer({min: 1, max: 50}), (given, height, length) => {
		const shown = viewport(given, height, length);
		const selected = clamp(given.index, 0, length - 1);
		assert.equal(shown.count, Math.min(height, length));
		assert.ok(shown.top >= 0);
		assert.ok(shown.top + shown.count <= length);
		assert.equal(shown.top + shown.line, selected);
		assert.ok(shown.line >= 0);
		assert.ok(shown.line < shown.count);
	}), {numRuns: tries(2000)});
});

test('a number is held between its bounds, the lower one first', () => {
	assert.deepEqual([clamp(5, 0, 3), clamp(-5, 0, 3), clamp(2, 0, 3), clamp(2, 0, -1)], [3, 0, 2, 0]);
});
