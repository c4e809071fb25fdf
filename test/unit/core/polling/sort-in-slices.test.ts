import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {sortInSlices} from '../../../../source/core/polling/sort-in-slices.js';
import {tries} from '../../../helpers/properties/tries.js';

test('sorting in slices gives the order of sorting at once, also of items that are equal', () => {
	const item = fc.record({key: fc.integer({min: 0, max: 20}), id: fc.nat()});
	const compare = (one: {readonly key: number}, other: {readonly key: number}) => one.key - other.key;
	fc.assert(fc.property(fc.array(item, {maxLength: 700, size: 'max'}), items => {
		assert.deepEqual(runAtOnce(sortInSlices(items, compare)), items.toSorted(compare));
	}), {numRuns: tries(20)});
});

test('no slice of a sort makes more than a thousand comparisons', () => {
	let comparisons = 0;
	let most = 0;
	const items = Array.from({length: 5000}, (_, index) => (index * 7919) % 5000);
	const work = sortInSlices(items, (one, other) => {
		comparisons += 1;
		return one - other;
	});
	while (work.next().done !== true) {
		most = Math.max(most, comparisons);
		comparisons = 0;
	}

	assert.ok(most <= 1000, `${most} comparisons`);
});
