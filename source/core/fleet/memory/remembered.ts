import type {ConnectionState} from '../../instance/instance.js';
import type {TroubleCode} from '../../polling/trouble-code.js';

/** A time without a hole in which the list of an account was looked at, in milliseconds since the epoch, at an interval of `every`. */
export type Watch = {readonly began: number; readonly seen: number; readonly every: number};

/**
A change of an instance; a state is `undefined` where the list did not have it. The slack is the time since the last look that did not show
the new state, `undefined` where the first look of all had it; `formerSlack` is that of the state before, `undefined` also for the first one
after it appeared.
*/
export type RememberedChange = {
	readonly at: number;
	readonly slack: number | undefined;
	readonly was: ConnectionState | undefined;
	readonly became: ConnectionState | undefined;
	/** How long the state before had lasted, from its first look to that of the new one. */
	readonly lasted: number;
	readonly formerSlack: number | undefined;
};

/** An instance as the memory last knew it. */
export type RememberedInstance = {
	readonly uid: string;
	readonly name: string;
	readonly state: ConnectionState;
	readonly since: number;
	readonly slack: number | undefined;
	readonly appeared: number;
	readonly appearedSlack: number | undefined;
	/** Its last changes, oldest first. */
	readonly changes: readonly RememberedChange[];
	/** When the state that a person acknowledged last was first seen, by whoever that person looked with; `undefined` without. */
	readonly acknowledgedSince: number | undefined;
};

/** A change, and whose it was. */
export type RememberedEvent = {readonly uid: string; readonly name: string; readonly change: RememberedChange};

/** An oddity of an instance, by its id. The slack is `undefined` where the first look of all had it, `ended` where it had not ended. */
export type RememberedOddity = {
	readonly uid: string;
	readonly name: string;
	readonly what: string;
	readonly began: number;
	readonly slack: number | undefined;
	readonly ended: number | undefined;
};

/** A time in which polls got no answer. */
export type RememberedTrouble = {readonly began: number; readonly ended: number; readonly code: TroubleCode};

/** Many instances, `fallen` of `listed`, that fell together between `began` and `until`; it was no longer news at `ended`. */
export type RememberedFall = {
	readonly began: number;
	readonly until: number;
	readonly fallen: number;
	readonly listed: number;
	readonly ended: number | undefined;
};

/**
Where a page of events ends: the one before it has what is in the rows of change before `change`, and happened before `at`. `change` is
infinite where the time alone tells.
*/
export type EventCursor = {readonly change: number; readonly at: number};

/** What happened from a time on, to the beginning of the page after it. */
export type EventPage = {
	readonly from: number;
	/** Oldest first. */
	readonly changes: readonly RememberedEvent[];
	/** Those that began or ended in that time. */
	readonly oddities: readonly RememberedOddity[];
	readonly troubles: readonly RememberedTrouble[];
	/** Those that any part of that time belongs to. */
	readonly falls: readonly RememberedFall[];
	/** `undefined` where nothing older is kept. */
	readonly older: EventCursor | undefined;
};

/** What the memory holds of an account, as far as the first picture needs it: the instances of the last list, and when it was watched. */
export type Remembered = {
	/** In the order of the record. Two processes that recorded one after the other have one each, which may overlap. */
	readonly watches: readonly Watch[];
	readonly instances: readonly RememberedInstance[];
	/** The oddities that have not ended. */
	readonly oddities: readonly RememberedOddity[];
	/** The last fall of many instances. */
	readonly lastFall: RememberedFall | undefined;
	/** The latest events. */
	readonly page: EventPage;
	/** When a monitor of the account was last looked at, which is a key that was pressed; `undefined` where none ever was. */
	readonly visitedAt: number | undefined;
	/** How often each instance, by its uid, was seen to leave `connected` since then. */
	readonly falls: ReadonlyMap<string, number>;
};
