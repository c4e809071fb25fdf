import {setImmediate} from 'node:timers/promises';
import type {Slices} from '../core/polling/slices.js';

/** Runs work that stops now and then to its end; at each stop all else that waits, such as a key, gets its turn. */
export async function runInSlices<Result>(work: Slices<Result>): Promise<Result> {
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) {
			return step.value;
		}

		// eslint-disable-next-line no-await-in-loop -- Giving way between slices is the point.
		await setImmediate();
	}
}
