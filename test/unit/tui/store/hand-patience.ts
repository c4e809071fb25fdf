import {runAtOnce, type Slices} from '../../../../source/core/polling/slices.js';
import type {Patience, Take} from '../../../../source/tui/store/selectors/memoize-in-slices.js';

/** A patience of so many steps for each thing that is asked for. The rests of the work are run by hand. */
export function createHandPatience(steps: number) {
	let rests: Array<Slices<Take>> = [];
	let taken = 0;
	const patience: Patience = {
		begin() {
			let left = steps;
			return () => {
				taken++;
				return left-- > 0;
			};
		},
		goOn(rest) {
			rests.push(rest);
		},
	};
	return {
		patience,
		/** The number of rests that are not at their end. */
		waiting: () => rests.length,
		/** The number of steps after which it was asked whether there is time for another one. */
		taken: () => taken,
		/** Runs some steps of the oldest rest, and takes its result if it comes to its end. */
		goOn(most: number) {
			for (let step = 0; step < most; step++) {
				const result = rests[0]?.next();
				if (result?.done === true) {
					rests.shift();
					result.value();
					return;
				}
			}
		},
		/** Runs all rests to their ends; gives for each whether its result was wanted by then. */
		finish(): readonly boolean[] {
			const all = rests;
			rests = [];
			return all.map(rest => runAtOnce(rest)());
		},
	};
}
