import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {instanceKey, type InstanceKey} from '../../../../source/core/instance/instance.js';
import {initialList, moveInList} from '../../../../source/core/view/list-view.js';
import {gridText} from '../../../../source/core/view/typed-texts.js';
import {startPrompt} from '../../../../source/core/view/prompt.js';
import {
	initialView,
	focusedPlace,
	findPlace,
	moveSelection,
	withNotice,
	type Selection,
} from '../../../../source/core/view/view-state.js';
import {viewport} from '../../../../source/core/screen/viewport.js';
import {account, noon} from '../../../helpers/fleet.js';

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

test('the keys go to the prompt before an overlay, and to an overlay before the view below it', () => {
	const prompt = {
		typed: gridText, prompt: startPrompt('', []), former: '', formerDetail: initialView.detail,
	} as const;
	assert.equal(focusedPlace(initialView), 'grid');
	assert.equal(focusedPlace({...initialView, place: 'detail'}), 'detail');
	assert.equal(focusedPlace({...initialView, place: 'events', overlay: 'help'}), 'help');
	assert.equal(focusedPlace({...initialView, overlay: 'help', prompt}), 'prompt');
});

test('a notice stays for a few seconds, and the next one takes its place', () => {
	const noticed = withNotice(withNotice(initialView, 'one', noon), 'two', noon + 1000, {tone: 'trouble'});
	assert.deepEqual(noticed.notice, {
		name: '', text: 'two', tone: 'trouble', until: noon + 5000,
	});
});

test('a notice keeps no more of a text than any line has', () => {
	const {notice} = withNotice(initialView, '漢'.repeat(300_000), noon);
	assert.equal(notice?.text, '漢'.repeat(500));
	assert.equal(withNotice(initialView, 'ticket: done', noon).notice?.text, 'ticket: done');
});
