import type {AccountId} from '../core/instance/instance.js';
import type {Outcome} from '../core/polling/outcome.js';
import type {TokenSource} from '../core/polling/token-source.js';

/** Where the loops get time from. `now` is milliseconds since the epoch; `elapsed` counts milliseconds from anywhere, but neither jumps nor counts while the machine sleeps; `sleep` resolves after so many of them, or at once when the signal is given. */
export type Clock = {
	readonly now: () => number;
	readonly elapsed: () => number;
	readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** One request of the list; resolves whatever happens, and soon after the signal is given. */
export type FetchList = (signal: AbortSignal) => Promise<Outcome>;

/** An account that can be polled. */
export type Source = {
	readonly account: AccountId;
	/** The address of its deployment, without a slash at its end. */
	readonly url: string;
	readonly token: TokenSource;
	/** Stops what was started for it, such as the simulator of a demo. */
	readonly close: () => Promise<void>;
};
