import assert from 'node:assert/strict';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {test} from 'node:test';
import type {Slices} from '../../../../source/core/polling/slices.js';
import {longestSlice} from '../../../../source/process/run-in-slices.js';
import {createPatience} from '../../../../source/tui/patience.js';
import type {Take} from '../../../../source/tui/store/selectors/memoize-in-slices.js';

function createTested() {
	const happened: string[] = [];
	const errors: unknown[] = [];
	const ending = new AbortController();
	const patience = createPatience({
		redraw() {
			happened.push('drawn');
		},
		fail(error) {
			errors.push(error);
		},
		signal: ending.signal,
	});

	/** Work of so many steps, each of a millisecond, which notes its first and its last. */
	function * work(name: string, steps: number, isWanted = true): Slices<Take> {
		happened.push(`${name} begins`);
		for (let step = 0; step < steps; step++) {
			spend(1);
			yield;
		}

		happened.push(`${name} ends`);
		return () => isWanted;
	}

	return {
		patience, happened, errors, work, ending,
	};
}

function spend(milliseconds: number): void {
	const began = performance.now();
	while (performance.now() - began < milliseconds) {
		// The processor is busy.
	}
}

/** Waits in turns of the event loop until something is so. */
async function until(isSo: () => boolean): Promise<void> {
	const deadline = performance.now() + 10_000;
	while (!isSo() && performance.now() < deadline) {
		// eslint-disable-next-line no-await-in-loop -- turn after turn
		await nextTurn();
	}
}

test('all that is asked for in one turn is waited for no longer than one slice, and in the next turn again', async () => {
	const {patience} = createTested();
	const stepsOf = () => {
		const isTimeLeft = patience.begin();
		let steps = 1;
		for (spend(1); isTimeLeft(); spend(1)) {
			steps++;
		}

		return steps;
	};

	const turn = [stepsOf(), stepsOf(), stepsOf()];
	assert.ok(turn.reduce((sum, steps) => sum + steps, 0) <= longestSlice + 2, turn.join(' '));
	await nextTurn();
	const isTimeLeft = patience.begin();
	assert.ok(isTimeLeft());
});

test('what is not ready in time goes on after the turn, one after the other, and is drawn once it is taken', async () => {
	const {patience, happened, work} = createTested();
	patience.goOn(work('first', 12));
	patience.goOn(work('second', 1, false));
	patience.goOn(work('third', 1));
	await Promise.resolve();
	assert.deepEqual(happened, [], 'the frame comes first');
	await until(() => happened.filter(what => what === 'drawn').length === 2);
	assert.deepEqual(happened, ['first begins', 'first ends', 'drawn', 'second begins', 'second ends', 'third begins', 'third ends', 'drawn']);
});

test('what the work throws is told, and the work after it goes on', async () => {
	const {patience, happened, errors, work} = createTested();
	const thrown = new Error('no row');
	// eslint-disable-next-line require-yield -- it throws at its first step
	patience.goOn((function * (): Slices<Take> {
		throw thrown;
	})());
	patience.goOn(work('next', 1));
	await until(() => happened.includes('drawn'));
	assert.deepEqual([errors, happened], [[thrown], ['next begins', 'next ends', 'drawn']]);
});

test('no work goes on once the monitor ends', async () => {
	const {patience, happened, work, ending} = createTested();
	patience.goOn(work('first', 12));
	await until(() => happened.length > 0);
	ending.abort();
	for (let turn = 0; turn < 20; turn++) {
		// eslint-disable-next-line no-await-in-loop -- turn after turn
		await nextTurn();
	}

	assert.deepEqual(happened, ['first begins']);
});
