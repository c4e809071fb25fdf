import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	cursorIn,
	inOrder,
	menuViewport,
	moveInMenu,
	movePast,
	startMenu,
} from '../../../../../source/core/view/menu/open-menu.js';
import {tries} from '../../../../helpers/properties/tries.js';
import {itemOf} from './items.js';

const itemsOf = (ids: string) => Array.from(ids, id => itemOf(id));

test('the cursor stays on its item wherever a poll puts that, and on its place where the item has left', () => {
	const menu = moveInMenu(startMenu('views', itemsOf('abcd')), itemsOf('abcd'), 2, 10);
	assert.equal(menu.at, 'c');
	assert.deepEqual([cursorIn(menu, itemsOf('xcabd')), cursorIn(menu, itemsOf('abd')), cursorIn(menu, itemsOf('a')), cursorIn(menu, [])], [1, 2, 0, 0]);
});

test('a menu begins on the item that is present, or on the first', () => {
	assert.deepEqual([startMenu('sort', itemsOf('abc'), 'b').at, startMenu('sort', itemsOf('abc'), 'z').at, startMenu('sort', []).at], ['b', 'a', undefined]);
});

test('the item under the cursor is in sight at any height, and no line is empty while there are items', () => {
	const items = itemsOf('abcdefghijklmnop');
	fc.assert(fc.property(fc.array(fc.constantFrom(1, -1, 5, -5, Infinity, -Infinity), {maxLength: 12}), fc.integer({min: 1, max: 20}), (moves, height) => {
		let menu = startMenu('palette', items);
		let at = 0;
		for (const steps of moves) {
			menu = moveInMenu(menu, items, steps, height);
			at = Math.max(0, Math.min(items.length - 1, at + steps));
		}

		const {top, count} = menuViewport(menu, items, height);
		assert.equal(cursorIn(menu, items), at);
		assert.ok(at >= top && at < top + count);
		assert.equal(count, Math.min(height, items.length));
	}), {numRuns: tries(40)});
});

test('items keep the order in which they stood, and one is moved past another', () => {
	assert.deepEqual(inOrder(itemsOf('dcba'), ['a', 'b', 'c']).map(({id}) => id), ['a', 'b', 'c', 'd']);
	assert.deepEqual([movePast(['a', 'b', 'c'], 'a', 'b'), movePast(['a', 'b', 'c'], 'c', 'a'), movePast(['a'], 'a', 'z')], [['b', 'a', 'c'], ['c', 'a', 'b'], ['a']]);
});
