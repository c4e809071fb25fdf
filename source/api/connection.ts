import type {Dispatcher} from 'undici';
import {createDispatcher} from './dispatcher.js';

/** The connections of one client. A new one is opened where the last one was dropped. */
export type Connection = {
	/** What sends the requests; `undefined` where the address of the proxy is invalid. */
	readonly dispatcher: () => Dispatcher | undefined;
	/** Whether a request was answered on the connections since the last drop, so that one of them may have been kept. */
	readonly isUsed: () => boolean;
	/** Notes that a request was answered. */
	readonly used: () => void;
	/** Ends all connections, also those that are not established yet. */
	readonly drop: () => Promise<void>;
};

/** Makes the connections to the host of a URL. A dispatcher that is `given` is used as it is, and closed by its owner. */
export function createConnection(url: URL, given: Dispatcher | undefined): Connection {
	let open: {readonly dispatcher: Dispatcher | undefined; readonly closing: AbortController} | undefined;
	let isUsed = false;
	return {
		isUsed: () => isUsed,
		used() {
			isUsed = true;
		},
		dispatcher() {
			if (given !== undefined) {
				return given;
			}

			if (open === undefined) {
				const closing = new AbortController();
				open = {dispatcher: createDispatcher(url, closing.signal), closing};
			}

			return open.dispatcher;
		},
		async drop() {
			const dropped = open;
			open = undefined;
			isUsed = false;
			dropped?.closing.abort();
			await dropped?.dispatcher?.destroy();
		},
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
