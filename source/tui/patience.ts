import {runInSlices} from '../process/run-in-slices.js';
import type {Patience} from './store/selectors/memoize-in-slices.js';

/**
For so long a frame waits for its rows, in milliseconds: those of ten thousand instances are mostly ready by then, so that no frame is drawn
in vain. With more of them the former rows are shown meanwhile.
*/
const longestWait = 20;

export type PatiencePorts = {
	/** Draws the screen anew. */
	readonly redraw: () => void;
	/** Takes what the work has thrown. */
	readonly fail: (error: unknown) => void;
	/** Once it is aborted, no work goes on. */
	readonly signal: AbortSignal;
};

/** Makes the patience of the screen: what takes longer goes on between other work, so that no key and no signal waits for it. */
export function createPatience({redraw, fail, signal}: PatiencePorts): Patience {
	const finish = async (rest: Parameters<Patience['goOn']>[0]) => {
		if (await runInSlices(rest, signal) === true) {
			redraw();
		}
	};

	return {
		begin() {
			const began = performance.now();
			return () => performance.now() - began < longestWait;
		},
		goOn(rest) {
			// A frame that is being drawn comes first: all of it shows the same rows.
			Promise.resolve(rest).then(finish).catch(fail);
		},
	};
}
