import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
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

test('a program that is asked to stop before its screen is mounted stops as soon as it is', () => {
	const calls: string[] = [];
	const suspension = createSuspension({
		async stop() {
			calls.push('stop');
		},
		lending: () => undefined,
		returning: async () => undefined,
		returned: () => undefined,
	});
	suspension.suspend();
	const lend = async (work: () => Promise<void>) => {
		calls.push('lent');
		await work();
	};

	suspension.owned(lend);
	suspension.owned(lend);
	assert.deepEqual(calls, ['lent', 'stop']);
});

test('a key that comes with the picture, before the loan is over, finds the terminal taken, and may suspend anew', async () => {
	const drawn = Promise.withResolvers<undefined>();
	const secondLoan = Promise.withResolvers<undefined>();
	let loans = 0;
	const suspension = createSuspension({
		lending: () => undefined,
		stop: async () => undefined,
		returning: async () => undefined,
		returned: () => undefined,
	});
	suspension.owned(async work => {
		loans += 1;
		if (loans === 2) {
			secondLoan.resolve(undefined);
		}

		await work();
		await drawn.promise;
	});
	suspension.suspend();
	await setImmediate();
	assert.equal(suspension.isLent(), false);
	suspension.suspend();
	assert.equal(loans, 1);
	drawn.resolve(undefined);
	await secondLoan.promise;
});

test('a program that leaves while its terminal is lent, or has just been taken, is told nothing more of it', async () => {
	for (const isContinued of [false, true]) {
		const calls: string[] = [];
		const stopped = Promise.withResolvers<undefined>();
		const drawn = Promise.withResolvers<undefined>();
		const suspension = createSuspension({
			lending: () => undefined,
			async stop() {
				await stopped.promise;
			},
			async returning() {
				calls.push('returning');
			},
			returned() {
				calls.push('returned');
			},
		});
		suspension.owned(async work => {
			await work();
			await drawn.promise;
		});
		suspension.suspend();
		if (isContinued) {
			stopped.resolve(undefined);
			// eslint-disable-next-line no-await-in-loop -- one program after the other
			await setImmediate();
		}

		assert.equal(suspension.isLent(), !isContinued);
		suspension.end();
		stopped.resolve(undefined);
		drawn.resolve(undefined);
		// eslint-disable-next-line no-await-in-loop -- one program after the other
		await setImmediate();
		suspension.suspend();
		assert.deepEqual(calls, isContinued ? ['returning'] : []);
	}
});
