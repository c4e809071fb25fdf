import type {Look} from '../../core/fleet/seen/coverage.js';
import type {Observed} from './record.js';

/** What a good poll of an account showed. */
export type GoodPoll = Happened & {
	readonly look: Look;
	/** Whether it is the whole list of the account, not chosen instances. */
	readonly isWhole: boolean;
	readonly rank: number;
	/** The instances whose state or name is another one than at the good poll before, in the order in which that was seen. */
	readonly changes: readonly Observed[];
	/** All instances that the list has. */
	readonly listed: () => readonly Observed[];
};

/** What a good poll showed besides the states. All times are milliseconds since the epoch. */
export type Happened = {
	readonly odd: readonly OddChange[];
	/** The troubles of the polling that are over with this poll, and what happened to the server since the poll before. */
	readonly troubles: readonly Trouble[];
	/** The fall of many instances that goes on, or that ended with this poll. */
	readonly mass: MassFall | undefined;
};

/** Nothing happened besides the states. */
export const nothingHappened: Happened = {odd: [], troubles: [], mass: undefined};

/** An oddity, by its id, that began at a poll (`ended` is `undefined`) or ended at it. The slack is that of its beginning. */
export type OddChange = {
	readonly uid: string;
	readonly name: string;
	readonly what: string;
	readonly began: number;
	readonly slack: number | undefined;
	readonly ended: number | undefined;
};

/**
A time in which polls got no answer; `status` is that of HTTP, where one came. Or what happened to the server, as
`core/polling/server-code.ts` writes it.
*/
export type Trouble = {
	readonly began: number;
	readonly ended: number;
	readonly kind: string;
	readonly status: number | undefined;
};

/** Many instances, `fallen` of `listed`, that fell together between `began` and `until`. */
export type MassFall = {
	readonly began: number;
	readonly until: number;
	readonly fallen: number;
	readonly listed: number;
	readonly ended: number | undefined;
};
