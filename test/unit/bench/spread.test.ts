import assert from 'node:assert/strict';
import test from 'node:test';
import {areApart, quantile, spreadOf} from '../../../bench/figures/spread.js';

test('the spread of a few runs is from the lowest to the highest', () => {
	assert.deepEqual(spreadOf([5, 1, 9, 3, 4]), {
		median: 4, lowest: 1, highest: 9, runs: 5,
	});
	assert.deepEqual(spreadOf([7]), {
		median: 7, lowest: 7, highest: 7, runs: 1,
	});
	assert.deepEqual(spreadOf([]), {
		median: NaN, lowest: NaN, highest: NaN, runs: 0,
	});
});

test('one hiccup at each end of many runs is not their spread', () => {
	assert.deepEqual(spreadOf([900, ...Array.from({length: 13}, (_, index) => 10 + index), 1]), {
		median: 16, lowest: 10, highest: 22, runs: 15,
	});
});

test('a quantile is a value of the list, and its ends are the lowest and the highest', () => {
	assert.deepEqual([0, 0.5, 0.99, 1].map(share => quantile([4, 1, 3, 2], share)), [1, 3, 4, 4]);
});

test('spreads are apart only where the median of each lies outside the other', () => {
	const [low, high] = [spreadOf([10, 11, 12]), spreadOf([13, 14, 15])];
	assert.equal(areApart(low, high), true);
	assert.equal(areApart(high, low), true);
	assert.equal(areApart(low, spreadOf([11.5, 14, 15])), true, 'ranges may overlap where the medians lie outside');
	assert.equal(areApart(low, spreadOf([11, 14, 15])), false);
	assert.equal(areApart(spreadOf([10, 11, 16]), high), false);
	assert.equal(areApart(high, spreadOf([10, 11, 16])), false);
});
