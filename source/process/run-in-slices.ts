import type {Slices} from '../core/polling/slices.js';
import {nextTurn} from './next-turn.js';

/** Longest time without a turn for other work, in milliseconds, but for the last step of it: a key then comes at most so late. */
export const longestSlice = 4;

/**
Runs sliced work to its end and gives its result. Between two slices other pending work, such as a key, gets its turn.

A slice has as many steps as fit into a few milliseconds, so that work may stop after each small step, whatever it takes.
Once the signal is aborted the work is left where it is, and the result is `undefined`: a process that has to end does not wait for it.
*/
export async function runInSlices<Result>(work: Slices<Result>): Promise<Result>;
export async function runInSlices<Result>(work: Slices<Result>, signal: AbortSignal | undefined): Promise<Result | undefined>;
export async function runInSlices<Result>(work: Slices<Result>, signal?: AbortSignal): Promise<Result | undefined> {
	let began = performance.now();
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) {
			return step.value;
		}

		if (performance.now() - began < longestSlice) {
			continue;
		}

		// eslint-disable-next-line no-await-in-loop -- Other work has to run between two slices.
		await nextTurn();
		if (signal?.aborted === true) {
			return undefined;
		}

		began = performance.now();
	}
}
