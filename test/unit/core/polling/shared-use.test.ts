import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RateBudget} from '../../../../source/core/polling/rate-budget.js';
import {describeOthers, foldUse, type SharedUse} from '../../../../source/core/polling/shared-use.js';
import {noon} from '../../../helpers/fleet.js';

/** A poll: the second it ended, the calls left then, and the second in which the window ends. */
type Told = readonly [second: number, remaining: number | undefined, resetIn?: number, isRefused?: boolean];

const budgetAfter = (remaining: number | undefined, resetIn: number | undefined): RateBudget => ({
	limit: 100, remaining, resetAt: resetIn === undefined ? undefined : noon + (resetIn * 1000),
});

const sharedAfter = (told: readonly Told[], pollsEach = 1) => {
	let use: SharedUse | undefined;
	for (const [index, [second, remaining, resetIn, isRefused = false]] of told.entries()) {
		use = foldUse(use, budgetAfter(remaining, resetIn), {at: noon + (second * 1000), polls: index * pollsEach, isRefused});
	}

	return use;
};

const others = (told: readonly Told[], pollsEach?: number) => sharedAfter(told, pollsEach)?.others;

test('the fall of the calls left, less our own, is what others use', () => {
	assert.equal(others([[0, 99, 60], [30, 91, 60]]), 14);
	assert.equal(others([[0, 99, 60], [20, 82, 60], [40, 65, 60]]), 48);
	assert.equal(others([[0, 99, 60], [5, 98, 60], [10, 97, 60]]), 0, 'nobody else');
	assert.equal(others([[0, 99, 60], [30, 81, 60]], 3), 30, 'polls without an answer count as ours too');
});

test('nothing is said of others after one answer, nor across two windows, nor where the end of the window is not known', () => {
	assert.equal(others([[0, 40, 60]]), undefined);
	assert.equal(others([[0, 99, 30], [40, 60, 90]]), undefined);
	assert.equal(others([[0, 50, 60], [10, 99, 60]]), undefined, 'more are left than before');
	assert.equal(others([[0, 99], [10, 60]]), undefined);
	assert.equal(others([[0, 99, 60], [1, 90, 60]]), undefined, 'a second says nothing of a minute');
	assert.equal(others([[0, 99, 60], [20, 82, 61]]), 48, 'the end is told in whole seconds');
});

test('a 429 is no count, and what was known before it stays', () => {
	assert.equal(others([[0, 99, 60], [20, 82, 60], [40, 0, 60, true]]), 48);
	assert.equal(others([[0, 99, 60], [20, undefined, 60]]), undefined);
});

test('others use no more than there is', () => {
	assert.equal(others([[0, 99, 60], [10, 1, 60]]), 100);
	assert.equal(others([[0, 99, 60], [30, -5, 60]]), 100);
});

test('what others use is told with the limit, where that is known, and not where they use nothing', () => {
	const use = sharedAfter([[0, 99, 60], [30, 90, 60]]);
	assert.equal(describeOthers(use, budgetAfter(90, 60)), 'others use about 16 of 100 a minute');
	assert.equal(describeOthers(use, {limit: undefined, remaining: 90, resetAt: undefined}), 'others use about 16 a minute');
	assert.equal(describeOthers(sharedAfter([[0, 99, 60], [30, 98, 60]]), budgetAfter(98, 60)), undefined);
	assert.equal(describeOthers(undefined, undefined), undefined);
});
