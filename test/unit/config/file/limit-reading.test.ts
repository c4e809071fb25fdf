import assert from 'node:assert/strict';
import test from 'node:test';
import {limitReading} from '../../../../source/config/file/limit-reading.js';
import type {SmallFile} from '../../../../source/config/file/read-small-file.js';

const text: SmallFile = {
	kind: 'bytes', bytes: new TextEncoder().encode('abc'), sharedMode: undefined, isLasting: true,
};
const late: SmallFile = {kind: 'failure', code: 'ETIMEDOUT'};

test('a file that is read in time is given as it is, each time anew', async () => {
	let readings = 0;
	const read = limitReading(async () => {
		readings += 1;
		return text;
	});
	assert.deepEqual([await read('a', 10), await read('a', 10)], [text, text]);
	assert.equal(readings, 2);
});

test('a reading that hangs is given up in time, and never begun a second time until it has ended', async () => {
	const hanging = Promise.withResolvers<SmallFile>();
	const readings: string[] = [];
	const read = limitReading(async file => {
		readings.push(file);
		return file === 'a' ? hanging.promise : text;
	}, 20);
	assert.deepEqual(await read('a', 10), late);
	assert.deepEqual(await read('a', 10), late);
	assert.deepEqual(await read('b', 10), text);
	assert.deepEqual(readings, ['a', 'b']);
	hanging.resolve(text);
	assert.deepEqual(await read('a', 10), text);
	await read('a', 10);
	assert.deepEqual(readings, ['a', 'b', 'a']);
});
