import type {Dispatcher} from 'undici';
import type {TextMask} from '../core/json/mask.js';
import {longestLook, type ServerReport} from '../core/polling/server.js';
import {untilAborted} from '../process/until-aborted.js';
import {createConnection} from './connection.js';
import {startDeadline} from './deadline.js';
import {decodeHealth} from './decode-health.js';
import {createBodyBuffers} from './json/body-buffers.js';
import {receiveAnswer} from './receive-answer.js';

/**
Options of the client of a server's `/health`. There is no token among them, so that none can be sent.

`baseUrl` is the address of the deployment, as for the list. `timeout` is that of the list in milliseconds; no look takes longer than
`longestLook`. `maskText` masks the tokens in use, should they come back.
*/
export type HealthClientOptions = {
	readonly baseUrl: string;
	readonly timeout: number;
	readonly maskText: TextMask;
	readonly elapsed?: () => number;
	readonly dispatcher?: Dispatcher;
};

/** Client of a server's `/health`. `fetchHealth` never rejects; it gives `undefined` where its signal was aborted. */
export type HealthClient = {
	/** What it asks, which is one server's: two accounts of one address need one look. */
	readonly address: string;
	readonly fetchHealth: (signal: AbortSignal) => Promise<ServerReport | undefined>;
	readonly close: () => Promise<void>;
};

/** In bytes; a documented answer has some hundred. */
const sizeLimit = 16 * 1024;

/**
Makes the client of a server's `/health`, which sends no token and follows no redirect. It has a connection of its own, by the same proxy
and certificates as the list: a list never waits for it.
*/
export function createHealthClient({
	baseUrl, timeout, maskText, elapsed = () => performance.now(), dispatcher: given,
}: HealthClientOptions): HealthClient {
	const url = healthUrl(baseUrl);
	const connection = createConnection(url, given, elapsed);
	const closing = new AbortController();

	const ask = async (signal: AbortSignal): Promise<ServerReport> => {
		const dispatcher = connection.dispatcher();
		if (dispatcher === undefined) {
			return {kind: 'unknown', reason: 'no-answer'};
		}

		const deadline = startDeadline(Math.min(timeout, longestLook), elapsed);
		try {
			const answer = await receiveAnswer(connection, dispatcher, {
				url, token: undefined, signal, deadline, sizeLimit, buffer: createBodyBuffers().other(undefined),
			});
			if (typeof answer === 'string' || (answer.body.kind === 'broken')) {
				return {kind: 'unknown', reason: 'no-answer'};
			}

			const {status, body} = answer;
			return decodeHealth(status, body.kind === 'whole' ? new TextDecoder().decode(body.content) : undefined, maskText);
		} finally {
			deadline.clear();
		}
	};

	return {
		address: url.href,
		async fetchHealth(signal) {
			const either = AbortSignal.any([signal, closing.signal]);
			const report = either.aborted ? undefined : await untilAborted(ask(either), either);
			return either.aborted ? undefined : report;
		},
		async close() {
			closing.abort();
			await connection.drop();
		},
	};
}

/** The address of `/health`, which is where the list is: a deployment below a path has both there. */
function healthUrl(baseUrl: string): URL {
	const url = new URL(baseUrl);
	url.pathname = [...url.pathname.split('/').filter(folder => folder !== ''), 'health'].join('/');
	url.search = '';
	url.hash = '';
	return url;
}
