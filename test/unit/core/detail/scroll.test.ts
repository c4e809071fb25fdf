import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cursorOf} from '../../../../source/core/detail/page.js';
import {scrollTo} from '../../../../source/core/detail/scroll.js';
import {cursorAt, inSight, pageOf} from './pages.js';

test('a section that is gone to has its title at the top; at the end of the page the cursor goes to its first field all the same', () => {
	const page = pageOf([[1, 1, 1, 1], [1, 1, 1, 1], [1, 1]]);
	assert.deepEqual(inSight(page, cursorAt({section: 'profile'}), 5), ['Profile', '>b0:0', 'b1:0', 'b2:0', 'b3:0']);
	assert.deepEqual(inSight(page, cursorAt({section: 'settings'}), 5), ['b2:0', 'b3:0', 'Settings', '>c0:0', 'c1:0']);
});

test('blank lines part the sections where there is room for them, and none is above the first', () => {
	assert.deepEqual(inSight(pageOf([[1], [1]], 1), cursorAt({}), 9), ['Connection', '>a0:0', '', 'Profile', 'b0:0']);
});

test('it is counted what is out of sight above and below', () => {
	const {above, below} = scrollTo(pageOf([[1, 1, 1, 1], [1, 1, 1, 1]]), cursorAt({section: 'profile'}), 3);
	assert.deepEqual([above, below], [5, 2]);
});

test('the field under the cursor keeps its line when those above it grow, shrink, come and go', () => {
	const before = cursorAt({
		section: 'profile', key: 'b1', field: 1, line: 3,
	});
	for (const above of [[1, 1, 1], [9, 2], [1], [5, 5, 5, 5]]) {
		const page = pageOf([above, [1, 1, 1], Array.from({length: 9}, () => 1)]);
		assert.equal(inSight(page, before, 6)[3] ?? '', '>b1:0', `below ${above.join(' ')}`);
	}
});

test('in another instance the cursor is on the same field, or else on the one in its place', () => {
	const page = pageOf([[1, 1], [1, 1]]);
	assert.equal(cursorOf(page, cursorAt({section: 'profile', key: 'b1', field: 0})), 3);
	assert.equal(cursorOf(page, cursorAt({section: 'profile', key: 'gone', field: 0})), 2);
	assert.equal(cursorOf(page, cursorAt({section: 'profile', key: 'gone', field: 7})), 3);
});
