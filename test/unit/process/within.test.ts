import assert from 'node:assert/strict';
import {statfs} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {test} from 'node:test';
import {within} from '../../../source/process/within.js';

test('work that was done while the process was held up is not late', async () => {
	const found = within(statfs(tmpdir()).then(() => 'done'), 20, 'late');
	// Nothing of this process runs for longer than the limit, as on a busy machine.
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
	assert.equal(await found, 'done');
});

test('work that is never done is given up', async () => {
	const {promise} = Promise.withResolvers<string>();
	assert.equal(await within(promise, 5, 'late'), 'late');
});
