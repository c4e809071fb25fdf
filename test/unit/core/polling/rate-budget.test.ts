import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	budgetWait,
	longestWait,
	penaltyWait,
	shortestPenalty,
	type RateBudget,
} from '../../../../source/core/polling/rate-budget.js';

const now = 1_000_000;

const budget = (remaining: number | undefined, resetIn?: number): RateBudget => ({
	limit: 100,
	remaining,
	resetAt: resetIn === undefined ? undefined : now + resetIn,
});

const optional = fc.option(fc.double({min: 0, max: 1e15, noNaN: true}), {nil: undefined});

test('a budget that is unknown or large enough costs no wait', () => {
	assert.equal(budgetWait(undefined, now), 0);
	assert.equal(budgetWait(budget(undefined, 30_000), now), 0);
	assert.equal(budgetWait(budget(10, 30_000), now), 0);
});

test('the last few calls are shared out over what is left of the window', () => {
	assert.equal(budgetWait(budget(9, 30_000), now), 3000);
	assert.equal(budgetWait(budget(1, 30_000), now), 15_000);
});

test('with no call left the wait lasts until the reset, or a whole window where that is not known', () => {
	assert.equal(budgetWait(budget(0, 30_000), now), 30_000);
	assert.equal(budgetWait(budget(0), now), 60_000);
	assert.equal(budgetWait(budget(0, -5000), now), 0);
});

test('a 429 waits for what `Retry-After` says, else for the reset, else for a window', () => {
	assert.equal(penaltyWait(budget(0, 30_000), now + 5000, now), 5000);
	assert.equal(penaltyWait(budget(0, 30_000), undefined, now), 30_000);
	assert.equal(penaltyWait(undefined, undefined, now), 60_000);
	assert.equal(penaltyWait(budget(0), undefined, now), 60_000);
});

test('a 429 whose reset has passed or is about to waits a second', () => {
	assert.equal(penaltyWait(budget(0, -1), undefined, now), shortestPenalty);
	assert.equal(penaltyWait(budget(0, 300), undefined, now), shortestPenalty);
	assert.equal(penaltyWait(undefined, now, now), shortestPenalty);
});

test('no header, however absurd, makes a wait longer than the longest or shorter than none', () => {
	fc.assert(fc.property(optional, optional, optional, (remaining, resetAt, retryAt) => {
		const told: RateBudget = {limit: 100, remaining, resetAt};
		const wait = budgetWait(told, now);
		const penalty = penaltyWait(told, retryAt, now);
		assert.ok(wait >= 0);
		assert.ok(wait <= longestWait);
		assert.ok(penalty >= shortestPenalty);
		assert.ok(penalty <= longestWait);
	}));
});
