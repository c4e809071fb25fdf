import assert from 'node:assert/strict';
import {test} from 'node:test';
import {initialList, moveInList} from '../../../../source/core/view/list-view.js';

test('the events follow the newest until one moves, and keep to their event afterwards', () => {
	const ids = [9, 8, 7, 6, 5];
	const newest = initialList;
	const moved = moveInList(newest, ids, 2, 3);
	assert.deepEqual(moved, {...initialList, selected: 7, line: 2});
	assert.equal(moveInList(moved, [11, 10, ...ids], 1, 3).selected, 6);
	assert.deepEqual(moveInList(moved, ids, -5, 3), newest);
	assert.equal(moveInList(newest, ids, 99, 3).selected, 5);
	assert.equal(moveInList(newest, [], 1, 3).selected, undefined);
	assert.deepEqual([99, Infinity].map(steps => moveInList(newest, ids, steps, 3).isAtEnd), [false, true]);
});
