import type {Dispatcher} from 'undici';
import type {AccountId} from '../core/instance/instance.js';
import type {Outcome} from '../core/polling/outcome.js';
import {reveal} from '../core/text/secret.js';
import {sanitize} from '../core/text/sanitize.js';
import type {TokenSource} from '../core/polling/token-source.js';
import {createDispatcher} from './dispatcher.js';
import {unreachableReason} from './connection-error.js';
import {headerText} from './headers.js';
import {
	createResponseCache,
	isRefusal,
	isSuccess,
	readResponse,
} from './read-response.js';
import {readBody} from './read-body.js';

/**
Options of the client of one account.

`baseUrl` is an HTTP or HTTPS URL, with a path if the API is below one. `instances` are the names to ask for; an empty list asks for all.

`timeout`, in milliseconds, limits the time to connect, the time until the headers, and the time between two chunks of the body.
The whole body may take four times as long. `sizeLimit` is the greatest size of a list's body, in bytes.

`dispatcher` replaces the client's own dispatcher; the caller closes it.
*/
export type ClientOptions = {
	readonly account: AccountId;
	readonly baseUrl: string;
	readonly token: TokenSource;
	readonly instances: readonly string[];
	readonly timeout: number;
	readonly now: () => number;
	readonly dispatcher?: Dispatcher;
	readonly sizeLimit?: number;
};

/** Client of one account. `fetchList` never rejects, and resolves soon after its signal is aborted. `close` aborts a request under way. */
export type Client = {
	readonly fetchList: (signal: AbortSignal) => Promise<Outcome>;
	readonly close: () => Promise<void>;
};

/** In bytes; enough for 40,000 instances. */
const defaultSizeLimit = 64 * 1024 * 1024;

/** Limit for the body of an error, in bytes; enough for the error pages of gateways. */
const errorSizeLimit = 64 * 1024;

/** Time limit of a whole body, in timeouts. A body whose chunks all come in time could otherwise go on for ever. */
const bodyTimeouts = 4;

/** Characters that a header can carry. Undici refuses any other, with an error message that contains the token. */
const headerValue = /^[\t\u{20}-\u{7E}\u{80}-\u{FF}]*$/v;

const abortedOutcome: Outcome = {kind: 'unreachable', reason: 'closed'};

/**
Makes the client of one account.

Each call of `fetchList` sends one GET request and follows no redirect. Errors of the server or the network are outcomes, never thrown.
*/
export function createClient({
	account, baseUrl, token, instances, timeout, now, dispatcher: givenDispatcher, sizeLimit = defaultSizeLimit,
}: ClientOptions): Client {
	const closing = new AbortController();
	const wanted = instances.filter(name => name.trim() !== '');
	const url = listUrl(baseUrl, wanted);
	const ownDispatcher = givenDispatcher === undefined ? createDispatcher(url, timeout, closing.signal) : undefined;
	const dispatcher = givenDispatcher ?? ownDispatcher;
	const cache = createResponseCache();
	let hasConnected = false;

	const requestList = async (signal: AbortSignal): Promise<Outcome> => {
		const secret = token.current();
		if (!headerValue.test(reveal(secret))) {
			return {
				kind: 'unauthorized', status: 401, tokenChanged: await token.refresh(), budget: undefined,
				message: sanitize('it holds a character that cannot be sent'),
			};
		}

		if (dispatcher === undefined) {
			return {kind: 'unreachable', reason: 'proxy'};
		}

		const send = async (hasOwnConnection: boolean) => dispatcher.request({
			origin: url.origin,
			path: `${url.pathname}${url.search}`,
			method: 'GET',
			signal,
			// The request gets a connection of its own, which is closed afterwards.
			reset: hasOwnConnection,
			headersTimeout: timeout,
			bodyTimeout: timeout,
			headers: {
				token: reveal(secret), accept: 'application/json', 'accept-encoding': 'gzip, br', 'user-agent': 'ryzetop',
			},
		});

		let response: Dispatcher.ResponseData;
		try {
			response = await sendOnce(send, hasConnected);
		} catch (error) {
			return {kind: 'unreachable', reason: unreachableReason(error)};
		}

		hasConnected = true;

		const {statusCode: status, headers} = response;
		const body = await readBody(response.body, cache.parser.buffer(), {
			encoding: headerText(headers, 'content-encoding'),
			sizeLimit: isSuccess(status) ? sizeLimit : Math.min(sizeLimit, errorSizeLimit),
			timeLimit: timeout * bodyTimeouts,
			now,
		});
		const isTokenChanged = isRefusal(status) && await token.refresh();
		return readResponse({
			account, url, wanted, token: secret, isTokenChanged, cache, signal,
		}, {
			at: now(), status, headers, body,
		});
	};

	return {
		async fetchList(signal) {
			const isAborted = signal.aborted || closing.signal.aborted;
			return isAborted ? abortedOutcome : untilAborted(requestList(signal), [signal, closing.signal]);
		},
		async close() {
			closing.abort();
			await ownDispatcher?.destroy();
		},
	};
}

type Send = (hasOwnConnection: boolean) => Promise<Dispatcher.ResponseData>;

/**
Sends a request on the connection that was kept open, where there is one.

The server may close that connection at the same moment, before it has read the request.
The request is then sent once more, on a connection of its own. RFC 9110, section 9.2.2, allows a GET to be repeated.
*/
async function sendOnce(send: Send, isConnectionReused: boolean): Promise<Dispatcher.ResponseData> {
	try {
		return await send(false);
	} catch (error) {
		if (!isConnectionReused || unreachableReason(error) !== 'reset') {
			throw error;
		}

		return send(true);
	}
}

/** Makes the URL of the list. It never has an empty filter: the server has been seen to answer that with more than the account. */
function listUrl(baseUrl: string, wanted: readonly string[]): URL {
	const url = new URL(baseUrl);
	const folders = url.pathname.split('/').filter(folder => folder !== '');
	url.pathname = [...folders, 'api', 'instance', 'list'].join('/');
	url.search = wanted.length === 0 ? '' : new URLSearchParams({instanceName: wanted.join(',')}).toString();
	url.hash = '';
	return url;
}

/** Resolves early when a signal is aborted: undici ignores its signal while it connects, and a token source has none. */
async function untilAborted(outcome: Promise<Outcome>, signals: readonly AbortSignal[]): Promise<Outcome> {
	const {promise, resolve} = Promise.withResolvers<Outcome>();
	const abort = () => {
		resolve(abortedOutcome);
	};

	for (const signal of signals) {
		signal.addEventListener('abort', abort, {once: true});
	}

	try {
		return await Promise.race([outcome, promise]);
	} finally {
		for (const signal of signals) {
			signal.removeEventListener('abort', abort);
		}
	}
}
