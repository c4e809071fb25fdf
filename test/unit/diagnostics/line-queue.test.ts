import assert from 'node:assert/strict';
import test from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {createLineQueue} from '../../../source/diagnostics/line-queue.js';

/** A queue before a file system that answers when it is told to. */
function queueUp(patience?: number) {
	const written: string[] = [];
	const failures: string[] = [];
	const failed = Promise.withResolvers<string>();
	let answer: (code?: string) => void = () => assert.fail('Nothing is being written.');
	const queue = createLineQueue({
		async append(line) {
			written.push(line);
			const {promise, resolve} = Promise.withResolvers<string | undefined>();
			answer = resolve;
			return promise;
		},
		failed(code) {
			failures.push(code);
			failed.resolve(code);
		},
		capacity: 3,
		...patience !== undefined && {patience},
	});
	return {
		written, failures, failed: failed.promise, queue,
		push(...names: readonly string[]) {
			for (const name of names) {
				queue.push(lost => lost === 0 ? name : `${name} after ${lost} lost`);
			}
		},
		async answer(code?: string) {
			answer(code);
			await setImmediate();
		},
	};
}

test('lines are written one after the other, in their order', async () => {
	const {written, queue, push, answer} = queueUp();
	push('one', 'two', 'three');
	assert.deepEqual(written, ['one']);
	await answer();
	assert.deepEqual(written, ['one', 'two']);
	await answer();
	const all = queue.written();
	await answer();
	await all;
	assert.deepEqual(written, ['one', 'two', 'three']);
});

test('of the lines that wait for one that hangs the first are kept, and the next that finds room says how many were lost', async () => {
	const {written, push, answer} = queueUp();
	push('hung', 'a', 'b', 'c', 'd', 'e');
	await answer();
	push('f');
	for (let left = 4; left > 0; left--) {
		// eslint-disable-next-line no-await-in-loop -- one line after the other
		await answer();
	}

	assert.deepEqual(written, ['hung', 'a', 'b', 'c', 'f after 2 lost']);
});

test('lines that fail are told and counted, together with those that found no room', async () => {
	const {written, failures, push, answer} = queueUp();
	push('one', 'two', 'three', 'four', 'five');
	await answer('ENOSPC');
	push('six');
	await answer('EIO');
	await answer();
	await answer();
	await answer();
	assert.deepEqual(written, ['one', 'two after 1 lost', 'three after 2 lost', 'four', 'six after 1 lost']);
	assert.deepEqual(failures, ['ENOSPC', 'EIO']);
});

test('a line that is not written in time is told, and its successors wait for it', async () => {
	const {written, failed, failures, push, answer} = queueUp(1);
	push('hung', 'next');
	const hold = setTimeout(() => undefined, 20_000);
	assert.equal(await failed, 'ETIMEDOUT');
	clearTimeout(hold);
	assert.deepEqual(written, ['hung']);
	await answer();
	assert.deepEqual([written, failures.slice(0, 1)], [['hung', 'next'], ['ETIMEDOUT']]);
	await answer();
});
