import assert from 'node:assert/strict';
import test from 'node:test';
import {createIdle} from '../../../source/tui/idle.js';

test('the keyboard is idle from the given time after the last key on', () => {
	let elapsed = 1000;
	const {touched, isIdle} = createIdle(600, () => elapsed);
	const idleAt = (time: number) => {
		elapsed = time;
		return isIdle();
	};

	assert.deepEqual([idleAt(1000), idleAt(1599), idleAt(1600)], [false, false, true]);
	touched();
	assert.deepEqual([idleAt(2199), idleAt(2200)], [false, true]);
});

test('with a time of nothing it is never idle', () => {
	let elapsed = 0;
	const {isIdle} = createIdle(0, () => elapsed);
	elapsed = 1e9;
	assert.equal(isIdle(), false);
});
