import type {Dispatcher} from 'undici';
import type {AccountId} from '../core/instance/instance.js';
import type {Outcome} from '../core/polling/outcome.js';
import {reveal} from '../core/text/secret.js';
import {sanitize} from '../core/text/sanitize.js';
import type {TokenSource} from '../core/polling/token-source.js';
import {createConnection} from './connection.js';
import {startDeadline} from './deadline.js';
import {largestBody} from './json/body-buffers.js';
import {receiveAnswer} from './receive-answer.js';
import {createResponseCache, isRefusal, readResponse} from './read-response.js';

/**
Options of the client of one account.

`baseUrl` is an HTTP or HTTPS URL, with a path if the API is below one. `instances` are the names to ask for; an empty list asks for all.

`timeout`, in milliseconds, limits the whole of an answer, from the look-up of the host's name to the last byte of the body, and the time in
which a refused token is read again. `elapsed` is
the monotonic clock. `sizeLimit` is the greatest size of a list's body, in bytes, and no more than `largestBody`.

`mostKept` is the number of instances of which what was read is kept: who asks once and reads all of them keeps all, and is faster by that.

`dispatcher` replaces the client's own dispatcher; the caller closes it.
*/
export type ClientOptions = {
	readonly account: AccountId;
	readonly baseUrl: string;
	readonly token: TokenSource;
	readonly instances: readonly string[];
	readonly timeout: number;
	readonly now: () => number;
	readonly elapsed?: () => number;
	readonly dispatcher?: Dispatcher;
	readonly sizeLimit?: number;
	readonly mostKept?: number | undefined;
};

/** Client of one account. `fetchList` never rejects, and resolves soon after its signal is aborted. `close` aborts a request under way. */
export type Client = {
	readonly fetchList: (signal: AbortSignal) => Promise<Outcome>;
	readonly close: () => Promise<void>;
};

/** Characters that a header can carry. Undici refuses any other, with an error message that contains the token. */
const headerValue = /^[\t\u{20}-\u{7E}\u{80}-\u{FF}]*$/v;

const abortedOutcome: Outcome = {kind: 'unreachable', reason: 'closed'};

/**
Makes the client of one account.

Each call of `fetchList` sends one GET request and follows no redirect. Errors of the server or the network are outcomes, never thrown.
*/
export function createClient({
	account, baseUrl, token, instances, timeout, now, elapsed = () => performance.now(), dispatcher: given, sizeLimit = largestBody, mostKept,
}: ClientOptions): Client {
	const closing = new AbortController();
	const wanted = instances.filter(name => name !== '');
	// To the server a filter of blanks may be none, and a blank among others nothing: such a name is looked for in the whole list.
	const url = listUrl(baseUrl, wanted.some(name => name.trim() === '') ? [] : wanted);
	const connection = createConnection(url, given, elapsed);
	const cache = createResponseCache(mostKept);

	const requestList = async (signal: AbortSignal): Promise<Outcome> => {
		const secret = token.current();
		if (token.isMissing?.() === true) {
			return {
				kind: 'unauthorized', status: 0, tokenChanged: await hasNewToken(token, timeout, signal), budget: undefined, message: undefined,
				tokenProblem: sanitize(token.problem?.() ?? ''),
			};
		}

		if (!headerValue.test(reveal(secret))) {
			return {
				kind: 'unauthorized', status: 401, tokenChanged: await token.refresh(), budget: undefined,
				message: sanitize('it holds a character that cannot be sent'),
			};
		}

		const dispatcher = connection.dispatcher();
		if (dispatcher === undefined) {
			return {kind: 'unreachable', reason: 'proxy-address'};
		}

		const begun = elapsed();
		const deadline = startDeadline(timeout, elapsed);
		try {
			const answer = await receiveAnswer(connection, dispatcher, {
				url, token: secret, signal, deadline, sizeLimit, buffer: cache.parser.buffer(),
			});
			if (typeof answer === 'string') {
				return {kind: 'unreachable', reason: answer};
			}

			const isTokenChanged = isRefusal(answer.status) && await hasNewToken(token, timeout - (elapsed() - begun), signal);
			return await readResponse({
				account, url, wanted, token: secret, isTokenChanged, tokenProblem: token.problem?.(), cache, signal,
			}, {...answer, at: now()});
		} finally {
			deadline.clear();
		}
	};

	return {
		async fetchList(signal) {
			const isAborted = signal.aborted || closing.signal.aborted;
			return isAborted ? abortedOutcome : untilAborted(requestList(signal), [signal, closing.signal]);
		},
		async close() {
			closing.abort();
			await connection.drop();
		},
	};
}

/** Reads the token again, within so many milliseconds. Whether it is another one by then; what comes later counts for the next request. */
async function hasNewToken({refresh}: TokenSource, limit: number, signal: AbortSignal): Promise<boolean> {
	const {promise: late, resolve} = Promise.withResolvers<boolean>();
	const giveUp = () => {
		resolve(false);
	};

	// The timer would keep a process that is left meanwhile.
	signal.addEventListener('abort', giveUp, {once: true});
	const timer = setTimeout(giveUp, Math.max(0, limit));
	try {
		return await Promise.race([refresh(), late]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', giveUp);
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
