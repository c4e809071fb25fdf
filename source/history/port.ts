import type {Look} from '../core/fleet/seen/coverage.js';
import type {Slices} from '../core/polling/slices.js';
import type {Fault} from './fault.js';
import type {Observed} from './record.js';

/** What a good poll of an account showed. */
export type GoodPoll = {
	readonly look: Look;
	/** Whether it is the whole list of the account, not chosen instances. */
	readonly isWhole: boolean;
	readonly rank: number;
	/** The instances whose state or name is another one than at the good poll before, in the order in which that was seen. */
	readonly changes: readonly Observed[];
	/** All instances that the list has. */
	readonly listed: () => readonly Observed[];
};

/** Records an account, or stands by while another process does. */
export type Recorder = {
	/** Takes a good poll. It throws nothing that the disk does, but gives the fault; what could not be written is written at a later poll. */
	readonly record: (poll: GoodPoll) => Slices<Fault | undefined>;
	readonly isHolder: () => boolean;
	/** Writes what is left and lets the lease go, so that another process takes it at its next poll. */
	readonly release: () => Fault | undefined;
};
