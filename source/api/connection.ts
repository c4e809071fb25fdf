import type {Dispatcher} from 'undici';
import {createDispatcher, type Sender} from './dispatcher.js';

/** The connections of one client. A new one is opened where the last one was dropped. */
export type Connection = {
	/** What sends the requests; `undefined` where the address of the proxy is invalid. */
	readonly dispatcher: () => Dispatcher | undefined;
	/** Whether the requests go through a proxy. */
	readonly hasProxy: () => boolean;
	/** Whether a request was answered on the connections since the last drop, so that one of them may have been kept. */
	readonly isUsed: () => boolean;
	/** Notes that a request was answered. */
	readonly used: () => void;
	/** Whether each request takes a connection of its own, since the server does not keep those that it was asked on. */
	readonly isSingleUse: () => boolean;
	/** Notes that a kept connection was cut when it was used again, where a new one was not. */
	readonly cutWhenReused: () => void;
	/** Ends all connections, also those that are not established yet. */
	readonly drop: () => Promise<void>;
};

/**
Time after which no new request is sent on a connection, in milliseconds. The host's name is looked up only where one is made, so that the
host is followed to another address within this time, however well the old one goes on answering.
*/
const longestUse = 5 * 60_000;

/**
Makes the connections to the host of a URL. `elapsed` is the monotonic clock. A dispatcher that is `given` is used as it is, and closed by
its owner.
*/
export function createConnection(url: URL, given: Dispatcher | undefined, elapsed: () => number): Connection {
	let open: {readonly sender: Sender | undefined; readonly closing: AbortController; readonly since: number} | undefined;
	let isUsed = false;
	let isSingleUse = false;
	const drop = async () => {
		const dropped = open;
		open = undefined;
		isUsed = false;
		isSingleUse = false;
		dropped?.closing.abort();
		await dropped?.sender?.dispatcher.destroy();
	};

	return {
		hasProxy: () => open?.sender?.hasProxy ?? false,
		isUsed: () => isUsed,
		used() {
			isUsed = true;
		},
		isSingleUse: () => isSingleUse,
		cutWhenReused() {
			isSingleUse = true;
		},
		dispatcher() {
			if (given !== undefined) {
				return given;
			}

			if (open !== undefined && elapsed() - open.since >= longestUse) {
				void drop();
			}

			if (open === undefined) {
				const closing = new AbortController();
				open = {sender: createDispatcher(url, closing.signal), closing, since: elapsed()};
			}

			return open.sender?.dispatcher;
		},
		drop,
	};
}

/** Makes an interceptor that calls `sent` when a connection is established and the request is written to it. */
export function noteSending(sent: () => void): Dispatcher.DispatcherComposeInterceptor {
	return dispatch => (options, handler) => dispatch(options, {
		onRequestStart(...given) {
			sent();
			handler.onRequestStart?.(...given);
		},
		onRequestUpgrade(...given) {
			handler.onRequestUpgrade?.(...given);
		},
		onResponseStart(...given) {
			handler.onResponseStart?.(...given);
		},
		onResponseData(...given) {
			handler.onResponseData?.(...given);
		},
		onResponseEnd(...given) {
			handler.onResponseEnd?.(...given);
		},
		onResponseError(...given) {
			handler.onResponseError?.(...given);
		},
	});
}
