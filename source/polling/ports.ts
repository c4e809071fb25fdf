import type {Outcome} from '../core/polling/outcome.js';

/** Where the loops get time from. `now` is milliseconds since the epoch; `elapsed` counts milliseconds from anywhere, but neither jumps nor counts while the machine sleeps; `sleep` resolves after so many of them, or at once when the signal is given. */
export type Clock = {
	readonly now: () => number;
	readonly elapsed: () => number;
	readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** One request of the list; resolves whatever happens, and soon after the signal is given. */
export type FetchList = (signal: AbortSignal) => Promise<Outcome>;
