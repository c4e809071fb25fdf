import {nextTurn} from '../process/next-turn.js';
import {longestSlice, runInSlices} from '../process/run-in-slices.js';
import type {Patience} from './store/selectors/memoize-in-slices.js';

export type PatiencePorts = {
	/** Draws the screen anew. */
	readonly redraw: () => void;
	/** Takes what the work has thrown. */
	readonly fail: (error: unknown) => void;
	/** Once it is aborted, no work goes on. */
	readonly signal: AbortSignal;
};

/**
Makes the patience of the screen. A key and the frame that it leads to wait for one slice in all, whatever they ask for: in it the rows of
some thousand instances are filtered, so that no frame is drawn in vain. What takes longer goes on between other work, one after the other,
so that no key and no signal waits for more than a slice of it, and the former result is shown meanwhile.
*/
export function createPatience({redraw, fail, signal}: PatiencePorts): Patience {
	/** Milliseconds that were waited in this turn of the event loop; `undefined` before anything was. */
	let waited: number | undefined;
	let former: Promise<void> = Promise.resolve();

	const finish = async (rest: Parameters<Patience['goOn']>[0]) => {
		await former;
		// The frame that shows what was typed comes first.
		await nextTurn();
		const take = await runInSlices(rest, signal);
		// A key that came during the last slice goes first, and acts on what is shown.
		await nextTurn();
		if (take?.() === true) {
			redraw();
		}
	};

	return {
		begin() {
			if (waited === undefined) {
				waited = 0;
				setImmediate(() => {
					waited = undefined;
				});
			}

			const before = waited;
			const began = performance.now();
			return () => {
				waited = before + performance.now() - began;
				return waited < longestSlice;
			};
		},
		goOn(rest) {
			former = finish(rest).catch(fail);
		},
	};
}
