import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	describeCoarsely,
	describeCountdown,
	describePrecisely,
	describeSetting,
} from '../../../../source/core/text/duration.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const check = (describe: (milliseconds: number) => string, cases: ReadonlyArray<readonly [milliseconds: number, words: string]>) => {
	for (const [milliseconds, words] of cases) {
		assert.equal(describe(milliseconds), words, String(milliseconds));
	}
};

test('columns have one step that changes seldom', () => {
	check(describeCoarsely, [
		[-5, '<1m'],
		[0, '<1m'],
		[minute - 1, '<1m'],
		[minute, '1m'],
		[hour - 1, '59m'],
		[hour, '1h'],
		[day - 1, '23h'],
		[day, '1d'],
		[400 * day, '400d'],
	]);
});

test('the detail has the two largest units', () => {
	check(describePrecisely, [
		[-minute, '0s'],
		[999, '0s'],
		[45 * second, '45s'],
		[minute, '1m 00s'],
		[(3 * minute) + (12 * second), '3m 12s'],
		[(2 * hour) + (5 * minute) + (59 * second), '2h 05m'],
		[day - 1, '23h 59m'],
		[(3 * day) + (4 * hour) + (59 * minute), '3d 4h'],
	]);
});

test('a countdown reaches nothing only when it is over', () => {
	check(describeCountdown, [[1, '1s'], [1000, '1s'], [1001, '2s'], [59_001, '1m 00s'], [0, '0s'], [-1, '0s']]);
});

test('a setting is told in the units it was given in', () => {
	check(describeSetting, [[5 * second, '5s'], [30 * second, '30s'], [minute, '1m'], [90 * second, '1m 30s'], [2 * hour, '120m']]);
});
