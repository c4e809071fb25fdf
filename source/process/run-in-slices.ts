import {setImmediate} from 'node:timers/promises';
import type {Slices} from '../core/polling/slices.js';

/** Runs sliced work to its end and gives its result. Between two slices other pending work, such as a key, gets its turn. */
export async function runInSlices<Result>(work: Slices<Result>): Promise<Result> {
	for (let slice = work.next(); ; slice = work.next()) {
		if (slice.done === true) {
			return slice.value;
		}

		// eslint-disable-next-line no-await-in-loop -- Other work has to run between two slices.
		await setImmediate();
	}
}
