import {clearTimeout, setTimeout} from 'node:timers';
import type {Clock} from './ports.js';

/** A longer one would fire at once: timers count in 32 bits. */
const longestTimer = (2 ** 31) - 1;

/** The machine's own time. */
export const systemClock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	sleep: async (milliseconds, signal) => new Promise(resolve => {
		if (signal.aborted) {
			resolve();
			return;
		}

		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		};

		const timer = setTimeout(end, Math.min(longestTimer, Math.max(0, milliseconds)));
		signal.addEventListener('abort', end);
	}),
};
