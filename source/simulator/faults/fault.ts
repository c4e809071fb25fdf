import type {IncomingMessage, ServerResponse} from 'node:http';
import type {WireInstance} from '../instances/wire-instance.js';

/** One request, and what it would have been answered with. */
export type Exchange = {
	readonly request: IncomingMessage;
	/** Carries the headers of the budget already. */
	readonly response: ServerResponse;
	/** The token it came with. */
	readonly token: string;
	readonly instances: readonly WireInstance[];
	/** The good answer's text. */
	readonly text: string;
	/** How many requests the same fault has met before. */
	readonly met: number;
	readonly now: () => number;
	/** Answers as if nothing were wrong. */
	readonly pass: () => Promise<void>;
};

/** What is done to a request in place of an answer. */
export type FaultHandler = (exchange: Exchange) => void | Promise<void>;

/** What a monitor must make of a fault: words in its header that name the trouble; or no trouble, and something to be seen on the screen. */
export type Expected =
	| {readonly kind: 'trouble'; readonly words: RegExp}
	| {readonly kind: 'live'; readonly shows: RegExp};

/** One way in which a server or what stands before it fails. */
export type Fault = {
	readonly id: string;
	/** What the server does, in one line. */
	readonly summary: string;
	readonly expected: Expected;
	readonly strike: FaultHandler;
};

/** The monitor is to name the trouble so. */
export function trouble(words: RegExp): Expected {
	return {kind: 'trouble', words};
}

/** The monitor is to stay live, with this on its screen; rows of connected instances if nothing is said. */
export function live(shows = /● connected/v): Expected {
	return {kind: 'live', shows};
}
