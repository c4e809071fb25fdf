import type {Dispatcher} from 'undici';
import type {UnreachableReason} from '../core/polling/outcome.js';
import {reveal, type Secret} from '../core/text/secret.js';
import {sendingReason, unreachableReason} from './connection-error.js';
import {noteSending, type Connection} from './connection.js';
import type {Deadline} from './deadline.js';
import {headerText} from './headers.js';
import type {BodyBuffer} from './json/body-buffers.js';
import {isSuccess, type ListResponse} from './read-response.js';
import {readBody} from './read-body.js';

/**
One request: where it goes, the token that it takes, if any, and its limits. `sizeLimit` is the greatest size of a body in bytes, `buffer`
is for that body.
*/
export type ListRequest = {
	readonly url: URL;
	readonly token: Secret | undefined;
	readonly signal: AbortSignal;
	readonly deadline: Deadline;
	readonly sizeLimit: number;
	readonly buffer: BodyBuffer;
};

/** Limit for the body of an error, in bytes; enough for the error pages of gateways. */
const errorSizeLimit = 64 * 1024;

/** Sends a request and receives the whole answer before its deadline; or gives the reason why there is none. It never rejects. */
export async function receiveAnswer(
	connection: Connection,
	dispatcher: Dispatcher,
	{url, token, signal, deadline, sizeLimit, buffer}: ListRequest,
): Promise<Omit<ListResponse, 'at'> | UnreachableReason> {
	let late: UnreachableReason = 'connect-timeout';
	const noting = dispatcher.compose(noteSending(() => {
		late = 'headers-timeout';
	}));
	const send = async (hasOwnConnection: boolean) => noting.request({
		origin: url.origin,
		path: `${url.pathname}${url.search}`,
		method: 'GET',
		signal: AbortSignal.any([signal, deadline.signal]),
		// The request gets a connection of its own, which is closed afterwards.
		reset: hasOwnConnection,
		// The deadline is the only limit: undici's begin anew with each piece of an answer.
		headersTimeout: 0,
		bodyTimeout: 0,
		headers: {
			...token !== undefined && {token: reveal(token)},
			accept: 'application/json',
			// Brotli would take 4 MB for its window in each of the four threads that decode, for an eighth fewer bytes on the wire.
			'accept-encoding': 'gzip',
			// A cache on the way has to ask the API (RFC 9111, section 5.2.1.4). Where it does not, its `Age` is believed.
			'cache-control': 'no-cache',
			'user-agent': 'ryzetop',
		},
	});

	const sent = sendOnce(send, connection).catch((error: unknown) => sendingReason(error, {hasProxy: connection.hasProxy()}));
	const response = await Promise.race([sent, deadline.passed]);
	if (response === 'passed' || deadline.signal.aborted) {
		// What hangs is left with its connection: undici ignores its signal while it connects, and the next request would wait behind it.
		void connection.drop();
		return late;
	}

	if (typeof response === 'string') {
		return response;
	}

	connection.used();
	const {statusCode: status, headers} = response;
	const body = await readBody(response.body, buffer, {
		encoding: headerText(headers, 'content-encoding'),
		sizeLimit: isSuccess(status) ? sizeLimit : Math.min(sizeLimit, errorSizeLimit),
		arrived: deadline.clear,
	});
	return {
		status, headers, body: body.kind === 'broken' && deadline.signal.aborted ? {kind: 'broken', reason: 'body-timeout'} : body,
	};
}

type Send = (hasOwnConnection: boolean) => Promise<Dispatcher.ResponseData>;

/**
Sends a request on the connection that was kept open, where there is one.

The server may close that connection at the same moment, before it has read the request.
The request is then sent once more, on a connection of its own. RFC 9110, section 9.2.2, allows a GET to be repeated.
So are those that follow: a server that cuts every kept connection would get two requests a poll.
*/
async function sendOnce(send: Send, connection: Connection): Promise<Dispatcher.ResponseData> {
	if (connection.isSingleUse()) {
		return send(true);
	}

	const isConnectionReused = connection.isUsed();
	try {
		return await send(false);
	} catch (error) {
		if (!isConnectionReused || unreachableReason(error) !== 'reset') {
			throw error;
		}

		const response = await send(true);
		connection.cutWhenReused();
		return response;
	}
}
