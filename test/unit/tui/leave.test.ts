import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inTime, runAll} from '../../../source/tui/leave.js';

test('every step is taken, whatever another one throws, and what was thrown is known', () => {
	const taken: string[] = [];
	const boom = new Error('boom');
	const faults = runAll([
		() => {
			throw boom;
		},
		() => {
			taken.push('screen');
		},
	]);
	assert.deepEqual([taken, faults], [['screen'], [{error: boom}]]);
});

test('what fails to close is no failure of leaving, and what never closes is not waited for', async () => {
	await inTime([Promise.reject(new Error('boom')), Promise.resolve()]);
	await inTime([Promise.withResolvers().promise], 1);
});
