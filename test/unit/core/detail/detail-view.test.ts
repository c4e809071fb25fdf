import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	moveField,
	nextFound,
	openSection,
	type DetailView,
} from '../../../../source/core/detail/detail-view.js';
import {initialView} from '../../../../source/core/view/view-state.js';
import {noon} from '../../../helpers/fleet.js';

const detailAt = (field: number, offset = 0): DetailView => ({...initialView.detail, field, offset});

/** The cursor after moving by so many lines: field, and lines into it. */
const field = (from: DetailView, heights: readonly number[], lines: number, page: number) => {
	const {field: at, offset} = moveField(from, heights, lines, page);
	return [at, offset];
};

test('the cursor moves from field to field and stays at the ends', () => {
	const heights = [1, 3, 1, 1];
	assert.deepEqual(field(detailAt(0), heights, 1, 10), [1, 0]);
	assert.deepEqual(field(detailAt(1), heights, 1, 10), [2, 0]);
	assert.deepEqual(field(detailAt(3), heights, 1, 10), [3, 0]);
	assert.deepEqual(field(detailAt(0), heights, -1, 10), [0, 0]);
	assert.deepEqual(field(detailAt(0), heights, Infinity, 10), [3, 0]);
	assert.deepEqual(field(detailAt(3), heights, -Infinity, 10), [0, 0]);
	assert.deepEqual(field(detailAt(2), [], 1, 10), [0, 0]);
});

test('a page goes over as many fields as fill it', () => {
	assert.deepEqual(field(detailAt(0), [1, 1, 1, 1, 1, 1], 4, 5), [4, 0]);
	assert.deepEqual(field(detailAt(0), [2, 2, 2, 2, 2, 2], 4, 5), [2, 0]);
	assert.deepEqual(field(detailAt(5), [2, 2, 2, 2, 2, 2], -4, 5), [3, 0]);
});

test('a field longer than the page is walked line by line, down from its top and up from its bottom', () => {
	const heights = [1, 13, 1];
	assert.deepEqual(field(detailAt(0), heights, 1, 10), [1, 0]);
	assert.deepEqual(field(detailAt(1), heights, 1, 10), [1, 1]);
	assert.deepEqual(field(detailAt(1, 3), heights, 1, 10), [2, 0]);
	assert.deepEqual(field(detailAt(2), heights, -1, 10), [1, 3]);
	assert.deepEqual(field(detailAt(1, 3), heights, -1, 10), [1, 2]);
	assert.deepEqual(field(detailAt(1, 0), heights, -1, 10), [0, 0]);
});

test('a key is not lost when the screen grew while the cursor stood deep inside a long field', () => {
	assert.deepEqual(field(detailAt(1, 30), [1, 40, 1], -1, 20), [1, 19]);
	assert.deepEqual(field(detailAt(1, 30), [1, 40, 1], 1, 20), [2, 0]);
	assert.deepEqual(field(detailAt(1, 30), [1, 40, 1], -1, 50), [0, 0]);
});

test('down through all lines and up again, every line of every field was in sight', () => {
	fc.assert(fc.property(fc.array(
		fc.integer({min: 1, max: 12}),
		{minLength: 1, maxLength: 6},
	), fc.integer({min: 1, max: 6}), (heights, page) => {
		for (const direction of [1, -1]) {
			let at = moveField(detailAt(0), heights, -direction * Infinity, page);
			const seen = new Set<string>();
			for (let key = 0; key < 100; key++) {
				for (let line = 0; line < Math.min(page, heights[at.field] ?? 0); line++) {
					seen.add(`${at.field}:${at.offset + line}`);
				}

				at = moveField(at, heights, direction, page);
			}

			assert.equal(seen.size, heights.reduce((sum, height) => sum + height, 0));
		}
	}));
});

test('another section opens at its first field with its secrets hidden; the same one stays as it is', () => {
	const open: DetailView = {
		section: 'chatwoot', field: 4, offset: 2, revealedUntil: noon, find: 'x',
	};
	assert.deepEqual(openSection(open, 'proxy'), {
		section: 'proxy', field: 0, offset: 0, revealedUntil: undefined, find: '',
	});
	assert.strictEqual(openSection(open, 'chatwoot'), open);
});

test('the matches are walked in both directions, round at the ends', () => {
	const next = (from: number) => nextFound([2, 5, 9], from, 1);
	const former = (from: number) => nextFound([2, 5, 9], from, -1);
	assert.deepEqual([0, 2, 5, 9].map(from => next(from)), [2, 5, 9, 2]);
	assert.deepEqual([0, 2, 6, 9].map(from => former(from)), [9, 9, 5, 5]);
	assert.equal(nextFound([], 3, 1), 3);
});
