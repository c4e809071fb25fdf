import {clearTimeout, setTimeout} from 'node:timers';
import type {Clock} from './ports.js';

/** In milliseconds. A longer timer would fire at once, because Node keeps the delay in a signed 32-bit number. */
const longestTimer = (2 ** 31) - 1;

/** Clock of the machine. */
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
