import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {instanceKey, type InstanceKey} from '../../../../source/core/instance/instance.js';
import {viewport} from '../../../../source/core/screen/viewport.js';
import {findPlace, moveSelection, type Selection} from '../../../../source/core/view/selection.js';
import {account} from '../../../helpers/fleet.js';

const keys = Array.from({length: 30}, (_, index) => instanceKey(account, `id-${index}`));
const start: Selection = {key: keys[0], line: 0, isAtTop: true};

/** The selection after these moves: its place in the list, its line, and whether the list stands at its top. */
const walk = (steps: readonly number[], {height = 10, list = keys, from = start}: {readonly height?: number; readonly list?: readonly InstanceKey[]; readonly from?: Selection} = {}) => {
	let selection = from;
	for (const step of steps) {
		selection = moveSelection(selection, list, step, height);
	}

	return [selection.key === undefined ? undefined : list.indexOf(selection.key), selection.line, selection.isAtTop];
};

test('moving inside the screen moves the line, moving past its edge scrolls', () => {
	assert.deepEqual(walk([1, 1, 1]), [3, 3, true]);
	assert.deepEqual(walk([9]), [9, 9, true]);
	assert.deepEqual(walk([9, 1]), [10, 9, false]);
	assert.deepEqual(walk([9, 1, -9]), [1, 0, false]);
	assert.deepEqual(walk([9, 1, -9, -1]), [0, 0, true]);
});

test('at an end of the list the selection stays', () => {
	assert.deepEqual(walk([-1]), [0, 0, true]);
	assert.deepEqual(walk([Infinity]), [29, 9, false]);
	assert.deepEqual(walk([Infinity, 1]), [29, 9, false]);
	assert.deepEqual(walk([Infinity, -Infinity]), [0, 0, true]);
});

test('an empty list has no selection, and one whose selected instance left goes on from its first', () => {
	assert.deepEqual(walk([1], {list: []}), [undefined, 0, true]);
	assert.deepEqual(walk([1], {from: {...start, key: instanceKey(account, 'left')}}), [1, 1, true]);
	assert.equal(findPlace(keys, undefined), 0);
	assert.equal(findPlace([], undefined), undefined);
	assert.equal(findPlace(keys, instanceKey(account, 'left')), undefined);
});

test('wherever one moves, the selection is in sight and keys that come in a burst count one by one', () => {
	const steps = fc.array(fc.integer({min: -12, max: 12}), {maxLength: 20});
	fc.assert(fc.property(steps, fc.integer({min: 1, max: 40}), (moves, height) => {
		let selection = start;
		let index = 0;
		for (const step of moves) {
			selection = moveSelection(selection, keys, step, height);
			index = Math.max(0, Math.min(index + step, keys.length - 1));
			assert.equal(selection.key, keys[index]);
			const {top, line} = viewport({...selection, index}, height, keys.length);
			assert.equal(line, selection.line);
			assert.equal(top === 0, selection.isAtTop);
		}
	}));
});
