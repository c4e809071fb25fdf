import type {IncomingMessage, ServerResponse} from 'node:http';
import type {WireInstance} from '../instances/wire-instance.js';

/** Request that a fault handles, and the good answer to it. */
export type Exchange = {
	readonly request: IncomingMessage;
	/** The response; the simulator's own header and the rate headers are set already. */
	readonly response: ServerResponse;
	/** The token of the request. */
	readonly token: string;
	readonly instances: readonly WireInstance[];
	/** The body of the good answer. */
	readonly text: string;
	/** The index of the request among those that the same fault has handled, from 0. */
	readonly requestIndex: number;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Sends the good answer. */
	readonly respond: () => Promise<void>;
};

/** Handles a request in place of the good answer. */
export type FaultHandler = (exchange: Exchange) => void | Promise<void>;

/** Reaction that a monitor must show to a fault: words in its header that name the trouble, or no trouble and a text on its screen. */
export type Expected =
	| {readonly kind: 'trouble'; readonly words: RegExp}
	| {readonly kind: 'live'; readonly shows: RegExp};

/** One way in which a server, or a gateway in front of it, fails. */
export type Fault = {
	readonly id: string;
	/** Description of the server's behaviour, in one line. */
	readonly summary: string;
	readonly expected: Expected;
	readonly handle: FaultHandler;
};

/** Expects that the monitor names the trouble in these words. */
export function trouble(words: RegExp): Expected {
	return {kind: 'trouble', words};
}

/** Expects that the monitor stays live and shows this; by default, rows of connected instances. */
export function live(shows = /● connected/v): Expected {
	return {kind: 'live', shows};
}
