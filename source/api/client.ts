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
`baseUrl` is an HTTP or HTTPS URL, with a path if the API stands below one. `instances` are the names to ask for; none means all. `timeout` in milliseconds holds for connecting, for the headers and between the body's chunks, four times of it for the body as a whole. `dispatcher` replaces the client's own and stays its giver's to close; `sizeLimit` bounds a list's body, in bytes.
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

/** `fetchList` resolves whatever happens, and soon after its signal is given. `close` ends what is under way. */
export type Client = {
	readonly fetchList: (signal: AbortSignal) => Promise<Outcome>;
	readonly close: () => Promise<void>;
};

/** Room for 40,000 instances. */
const defaultSizeLimit = 64 * 1024 * 1024;

/** Room for any gateway's error page that is worth a look. */
const errorSizeLimit = 64 * 1024;

/** A list may arrive in pieces, each in time, for this many timeouts. */
const bodyTimeouts = 4;

/** What a header can carry; undici refuses anything else, in words that hold the token. */
const sendable = /^[\t\u{20}-\u{7E}\u{80}-\u{FF}]*$/v;

const givenUp: Outcome = {kind: 'unreachable', reason: 'closed'};

/** Makes the client of one account: one GET a call, no redirect followed, nothing thrown for what a server or a network does. */
export function createClient({account, baseUrl, token, instances, timeout, now, dispatcher, sizeLimit = defaultSizeLimit}: ClientOptions): Client {
	const closing = new AbortController();
	const wanted = instances.filter(name => name.trim() !== '');
	const url = listUrl(baseUrl, wanted);
	const own = dispatcher === undefined ? createDispatcher(url, timeout, closing.signal) : undefined;
	const carrier = dispatcher ?? own;
	const memory = createResponseCache();
	let hasConnected = false;

	const ask = async (signal: AbortSignal): Promise<Outcome> => {
		const secret = token.current();
		if (!sendable.test(reveal(secret))) {
			return {
				kind: 'unauthorized', status: 401, tokenChanged: await token.refresh(), budget: undefined, message: sanitize('it holds a character that cannot be sent'),
			};
		}

		if (carrier === undefined) {
			return {kind: 'unreachable', reason: 'proxy'};
		}

		const send = async (isAlone: boolean) => carrier.request({
			origin: url.origin,
			path: `${url.pathname}${url.search}`,
			method: 'GET',
			signal,
			// On a connection of its own, which is closed afterwards.
			reset: isAlone,
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
		const body = await readBody(response.body, memory.parser.buffer(), {
			encoding: headerText(headers, 'content-encoding'),
			sizeLimit: isSuccess(status) ? sizeLimit : Math.min(sizeLimit, errorSizeLimit),
			timeLimit: timeout * bodyTimeouts,
			now,
		});
		const isTokenChanged = isRefusal(status) && await token.refresh();
		return readResponse({
			account, url, wanted, token: secret, isTokenChanged, cache: memory,
		}, {
			at: now(), status, headers, body,
		});
	};

	return {
		fetchList: async signal => signal.aborted || closing.signal.aborted ? givenUp : untilAborted(ask(signal), [signal, closing.signal]),
		async close() {
			closing.abort();
			await own?.destroy();
		},
	};
}

/**
Sends a request on a connection that was kept open, where there is one. The server may close that in the same moment; the request has then not been looked at, so it is sent once more, on a connection of its own (RFC 9110, section 9.2.2: a GET may be repeated).
*/
async function sendOnce(send: (isAlone: boolean) => Promise<Dispatcher.ResponseData>, isKept: boolean): Promise<Dispatcher.ResponseData> {
	try {
		return await send(false);
	} catch (error) {
		if (!isKept || unreachableReason(error) !== 'reset') {
			throw error;
		}

		return send(true);
	}
}

/** An empty filter is never sent: the server has been seen to answer it with more than the account. */
function listUrl(baseUrl: string, wanted: readonly string[]): URL {
	const url = new URL(baseUrl);
	const folders = url.pathname.split('/').filter(folder => folder !== '');
	url.pathname = [...folders, 'api', 'instance', 'list'].join('/');
	url.search = wanted.length === 0 ? '' : new URLSearchParams({instanceName: wanted.join(',')}).toString();
	url.hash = '';
	return url;
}

/** Undici takes no notice of a signal while it connects, nor does a token's source; so the waiting ends here. */
async function untilAborted(outcome: Promise<Outcome>, signals: readonly AbortSignal[]): Promise<Outcome> {
	const {promise, resolve} = Promise.withResolvers<Outcome>();
	const giveUp = () => {
		resolve(givenUp);
	};

	for (const signal of signals) {
		signal.addEventListener('abort', giveUp, {once: true});
	}

	try {
		return await Promise.race([outcome, promise]);
	} finally {
		for (const signal of signals) {
			signal.removeEventListener('abort', giveUp);
		}
	}
}
