import {flapCount, flapWindow} from '../fleet/flapping.js';

/** Counts how often an instance began to flap, of the times of its changes in order. */
export type FlapCounter = {
	readonly changed: (at: number) => void;
	/** The changes so far are forgotten: the instance was missing from the list. */
	readonly interrupt: () => void;
	readonly count: () => number;
};

/**
Opens the counter. It flaps from the fourth change within ten minutes on; what follows within ten minutes of flapping is of the same time.
*/
export function openFlapCounter(): FlapCounter {
	let latest: readonly number[] = [];
	let flappedAt = -Infinity;
	let count = 0;
	return {
		changed(at) {
			latest = [...latest, at].slice(-flapCount);
			const [first = at] = latest;
			if (latest.length < flapCount || at - first >= flapWindow) {
				return;
			}

			count += Number(at - flappedAt >= flapWindow);
			flappedAt = at;
		},
		interrupt() {
			latest = [];
		},
		count: () => count,
	};
}
