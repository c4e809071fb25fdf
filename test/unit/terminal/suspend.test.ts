import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSuspension} from '../../../source/terminal/suspend.js';

test('the terminal is lent from the moment it is handed over until it is back, once at a time', async () => {
	const stopped = Promise.withResolvers<undefined>();
	const back = Promise.withResolvers<undefined>();
	let loans = 0;
	const calls: string[] = [];
	const suspension = createSuspension({
		lending() {
			calls.push('lending');
		},
		async stop() {
			await stopped.promise;
			calls.push('continued');
		},
		async returning() {
			calls.push('returning');
		},
		returned() {
			calls.push('returned');
			back.resolve(undefined);
		},
	});
	suspension.suspend();
	assert.equal(suspension.isLent(), false);

	suspension.owned(async work => {
		loans += 1;
		await work();
		calls.push('taken');
	});
	suspension.suspend();
	suspension.retake();
	assert.deepEqual([suspension.isLent(), loans], [true, 1]);
	stopped.resolve(undefined);
	await back.promise;
	assert.deepEqual([suspension.isLent(), loans], [false, 1]);
	// The size is asked for while the terminal is still lent.
	assert.deepEqual(calls, ['lending', 'continued', 'returning', 'taken', 'returned']);
});
