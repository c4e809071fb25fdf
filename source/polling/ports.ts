import type {AccountId} from '../core/instance/instance.js';
import type {Outcome} from '../core/polling/outcome.js';
import type {Server, ServerReport} from '../core/polling/server.js';
import type {SeenPast} from '../core/fleet/memory/seen-past.js';
import type {TokenSource} from '../core/polling/token-source.js';
import type {SafeText} from '../core/text/sanitize.js';
import type {Fault} from '../history/fault.js';
import type {Remembering} from './memory/remembering.js';

/**
Clock of the polling loops.

`now` gives milliseconds since the epoch. `elapsed` gives milliseconds since an arbitrary moment: it never jumps, and does not count sleep
of the machine. `sleep` resolves after the given time, or at once when the signal is aborted.
*/
export type Clock = {
	readonly now: () => number;
	readonly elapsed: () => number;
	readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** Requests the list once. It never rejects, and resolves soon after the signal is aborted. */
export type FetchList = (signal: AbortSignal) => Promise<Outcome>;

/** What looks at a server by its `/health`, which is at the address. It never rejects; `undefined` is for a signal that was aborted. */
export type ServerSource = {
	readonly address: string;
	readonly fetchHealth: (signal: AbortSignal) => Promise<ServerReport | undefined>;
};

/** Account that can be polled. */
export type Source = {
	readonly account: AccountId;
	/** The profile that configures it, where it is one of several. */
	readonly profile?: string | undefined;
	/** Names of the instances that are asked for; without any, all are. */
	readonly names: readonly string[];
	/** Time between two polls, and the longest that one may take, in milliseconds. */
	readonly interval: number;
	readonly timeout: number;
	/** Whether its server is asked how it is, too. */
	readonly hasHealth: boolean;
	/** Address of the deployment, without a slash at its end. */
	readonly url: string;
	readonly token: TokenSource;
	/** File of its memory; `undefined` where it has none. */
	readonly history: string | undefined;
	/** What its memory begins with, where that is one in the process alone: a demo has a past. */
	readonly past?: () => SeenPast;
	/** Stops everything that was started for the source, such as the simulator of a demo. */
	readonly close: () => Promise<void>;
};

/** An account to watch. `host` is the address that people see. */
export type WatchedAccount = {
	readonly account: AccountId;
	readonly host: SafeText;
	/** The profile that configures it, where it is one of several. */
	readonly profile?: string | undefined;
	readonly fetchList: FetchList;
	/** The longest time that a request should take, in milliseconds. */
	readonly timeout: number;
	/** In milliseconds, where it is not the interval of all. */
	readonly interval?: number;
	/** What looks at its server, beside the list; without it, nothing does. */
	readonly server?: ServerSource | undefined;
	/** What is known of its server by former looks. */
	readonly known?: Server | undefined;
};

/** The memory of all accounts. */
export type WatcherMemory = {
	/** Opens it; called when the first requests are on their way. */
	readonly open: () => void;
	/** What the memory does for an account; it resolves in a short time, with `undefined` where there is none, or none yet. */
	readonly of: (account: AccountId) => Promise<Remembering | undefined>;
	/** Told after each poll that was to be recorded. */
	readonly recorded: (fault: Fault | undefined) => void;
};
