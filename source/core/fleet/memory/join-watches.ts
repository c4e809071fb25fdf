import {holeLimit, type Run} from '../seen/coverage.js';
import type {Watch} from './remembered.js';

/** Joins times of watching without a hole between them, oldest first. None is of the future. */
export function joinWatches(watches: readonly Watch[], now: number): readonly Run[] {
	const runs: Run[] = [];
	for (const {began, seen, every} of watches.toSorted((one, other) => one.began - other.began)) {
		const last = runs.at(-1);
		const [from, to] = [Math.min(began, now), Math.min(seen, now)];
		if (last !== undefined && from - last.to <= holeLimit(every)) {
			runs[runs.length - 1] = {from: last.from, to: Math.max(last.to, to)};
		} else {
			runs.push({from, to});
		}
	}

	return runs;
}
