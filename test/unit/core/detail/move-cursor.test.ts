import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {DetailView} from '../../../../source/core/detail/detail-view.js';
import {goToFound, moveCursor, nextFound} from '../../../../source/core/detail/move-cursor.js';
import {cursorOf, type Page} from '../../../../source/core/detail/page.js';
import {scrollTo, topOf} from '../../../../source/core/detail/scroll.js';
import {textOf} from '../../../helpers/watch-polls.js';
import {tries} from '../../../helpers/properties/tries.js';
import {cursorAt, inSight, pageOf} from './pages.js';

const moved = (page: Page, from: DetailView, lines: number, height: number): DetailView => ({...from, ...moveCursor(page, from, lines, height)});

const walk = (page: Page, from: DetailView, keys: readonly number[], height: number) => {
	let at = from;
	for (const lines of keys) {
		at = moved(page, at, lines, height);
	}

	return at;
};

test('the cursor walks the fields of the whole page, over the titles, and stays at the ends', () => {
	const page = pageOf([[1, 1], [3]]);
	const at = (keys: readonly number[]) => cursorOf(page, walk(page, cursorAt({}), keys, 20));
	assert.deepEqual([[], [1], [1, 1], [1, 1, 1], [-1], [Infinity], [Infinity, -Infinity], [1, 1, -1]].map(keys => at(keys)), [0, 1, 2, 2, 0, 2, 0, 1]);
});

test('a step scrolls no more than the next field needs, and upwards brings the title of a section with its first field', () => {
	const page = pageOf([[1, 1], [1, 1]]);
	const second = walk(page, cursorAt({}), [1], 3);
	assert.deepEqual(inSight(page, second, 3), ['Connection', 'a0:0', '>a1:0']);
	const third = moved(page, second, 1, 3);
	assert.deepEqual(inSight(page, third, 3), ['a1:0', 'Profile', '>b0:0']);
	assert.deepEqual(inSight(page, moved(page, third, -1, 3), 3), ['>a1:0', 'Profile', 'b0:0'], 'the cursor alone moves');
	assert.deepEqual(inSight(page, walk(page, third, [1, -1, -1, -1], 3), 3), ['Connection', '>a0:0', 'a1:0']);
});

test('a page down scrolls by as many lines as the cursor moves, which keeps its line of the screen', () => {
	const page = pageOf([Array.from({length: 30}, () => 1)]);
	const one = moved(page, walk(page, cursorAt({}), [1, 1], 6), 5, 6);
	assert.deepEqual(inSight(page, one, 6), ['a4:0', 'a5:0', 'a6:0', '>a7:0', 'a8:0', 'a9:0']);
	assert.deepEqual(inSight(page, moved(page, one, -5, 6), 6), ['Connection', 'a0:0', 'a1:0', '>a2:0', 'a3:0', 'a4:0']);
});

test('a field longer than the screen is walked line by line, down from its top and up from its bottom', () => {
	const page = pageOf([[1, 6, 1]]);
	const long = walk(page, cursorAt({}), [1], 4);
	assert.deepEqual(inSight(page, long, 4), ['>a1:0', '>a1:1', '>a1:2', '>a1:3']);
	const end = walk(page, long, [1, 1], 4);
	assert.deepEqual(inSight(page, end, 4), ['>a1:2', '>a1:3', '>a1:4', '>a1:5']);
	assert.deepEqual(inSight(page, walk(page, end, [1, -1], 4), 4), ['>a1:2', '>a1:3', '>a1:4', '>a1:5']);
	assert.deepEqual(inSight(page, walk(page, end, [-1], 4), 4), ['>a1:1', '>a1:2', '>a1:3', '>a1:4']);
});

test('above a first field that is longer than the screen its title is in sight at the top', () => {
	const page = pageOf([[6, 1], [6, 1]]);
	const end = moved(page, cursorAt({}), Infinity, 4);
	assert.deepEqual(inSight(page, moved(page, end, -Infinity, 4), 4), ['Connection', '>a0:0', '>a0:1', '>a0:2']);
	assert.deepEqual(inSight(page, cursorAt({section: 'profile'}), 4), ['Profile', '>b0:0', '>b0:1', '>b0:2']);
});

test('a key is not lost when the screen grew while the cursor stood deep inside a long field', () => {
	const page = pageOf([[1, 40, 1]]);
	const deep = cursorAt({key: 'a1', field: 1, line: -30});
	assert.equal(moved(page, deep, -1, 20).line, -19);
	assert.equal(moved(page, deep, 1, 20).key, 'a2');
	assert.equal(moved(page, deep, -1, 50).key, 'a0');
});

test('through all lines and back, by single steps and by pages, every line of every field was in sight', () => {
	const heights = fc.array(fc.array(fc.integer({min: 1, max: 12}), {minLength: 1, maxLength: 5}), {minLength: 1, maxLength: 4});
	fc.assert(fc.property(heights, fc.integer({min: 1, max: 9}), fc.constantFrom(0, 1), fc.boolean(), (sections, height, gap, isByPage) => {
		const page = pageOf(sections, gap);
		const step = isByPage ? Math.max(1, height - 1) : 1;
		for (const direction of [1, -1]) {
			let at = moved(page, cursorAt({}), -direction * Infinity, height);
			const seen = new Set<string>();
			for (let key = 0; key < 260; key++) {
				for (const {line, kind} of scrollTo(page, at, height).lines) {
					if (kind === 'field') {
						seen.add(textOf(line));
					}
				}

				at = moved(page, at, direction * step, height);
			}

			assert.equal(seen.size, sections.flat().reduce((sum, own) => sum + own, 0));
		}
	}), {numRuns: tries(60)});
});

test('the matches are walked in both directions, round at the ends', () => {
	const next = (from: number) => nextFound([2, 5, 9], from, 1);
	const former = (from: number) => nextFound([2, 5, 9], from, -1);
	assert.deepEqual([0, 2, 5, 9].map(from => next(from)), [2, 5, 9, 2]);
	assert.deepEqual([0, 2, 6, 9].map(from => former(from)), [9, 9, 5, 5]);
	assert.equal(nextFound([], 3, 1), 3);
});

test('a match in sight leaves the page where it is; another one comes into the upper third', () => {
	const page = pageOf([Array.from({length: 40}, () => 1)]);
	const from = walk(page, cursorAt({}), [1, 1], 9);
	const near = {...from, ...goToFound(page, from, 5, 9)};
	assert.deepEqual([near.key, topOf(page, near, 9)], ['a5', 0]);
	const far = {...from, ...goToFound(page, from, 25, 9)};
	assert.deepEqual([far.key, far.line], ['a25', 3]);
});
