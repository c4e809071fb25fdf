import assert from 'node:assert/strict';
import {test} from 'node:test';
import {intervalsOf, movePace, type Pace} from '../../../../source/core/polling/step-intervals.js';

/** The intervals in seconds after each of some steps from the configured ones. */
function walk(seconds: Readonly<Record<string, number>>, keys: string): readonly string[] {
	let pace: Pace<string> = {configured: new Map(Object.entries(seconds).map(([name, own]) => [name, own * 1000])), steps: 0};
	return keys.split('').map(key => {
		pace = movePace(pace, key === '+' ? 1 : -1);
		return intervalsOf(pace).values().map(interval => interval / 1000).toArray().join(' ');
	});
}

test('an interval moves along the scale to its ends, and back at once', () => {
	assert.deepEqual(walk({a: 5}, '++++---'), ['10', '30', '60', '60', '30', '10', '5']);
	assert.deepEqual(walk({a: 5}, '---+'), ['2', '1', '1', '2']);
});

test('an interval that is not on the scale is a step of its own', () => {
	assert.deepEqual(walk({a: 7}, '+---+'), ['10', '7', '5', '2', '5']);
	assert.deepEqual(walk({a: 120}, '+--+'), ['120', '60', '30', '60']);
});

test('each account keeps its distance from the others, through both ends of the scale', () => {
	assert.deepEqual(walk({a: 5, b: 30}, '++++---'), ['10 60', '30 60', '60 60', '60 60', '30 60', '10 60', '5 30']);
	assert.deepEqual(walk({a: 1, b: 10}, '-----+++'), ['1 5', '1 2', '1 1', '1 1', '1 1', '1 2', '1 5', '1 10']);
	assert.deepEqual(walk({a: 5, b: 7, c: 300}, '+--'), ['10 10 300', '5 7 300', '2 5 60']);
});
