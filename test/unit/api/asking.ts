import type {RequestListener} from 'node:http';
import {MockAgent} from 'undici';
import {createClient, type Client, type ClientOptions} from '../../../source/api/client.js';
import {accountId} from '../../../source/core/instance/instance.js';
import type {MalformedReason, Outcome, UnreachableReason} from '../../../source/core/polling/outcome.js';
import {Secret} from '../../../source/core/text/secret.js';
import {serve, serveRaw} from '../../helpers/servers/loopback-server.js';

/** The token the tests ask with; no outcome may ever show it. */
export const ownToken = 'tok-0123456789-own';

/** The parts of an outcome that are undefined when the server says nothing of them. */
export const told = {budget: undefined, message: undefined};

/** The API's error envelope. */
export const envelope = (message: string) => JSON.stringify({success: false, error: {message}});

/** A good answer, with one instance. */
export const list = JSON.stringify({
	success: true, message: '1 Instance found', instances: [{id: 'a', name: 'sales', token: 'of-the-instance'}], meta: {total: 1},
});

/** The time of the tests. */
export const now = Date.parse('2026-04-28T12:00:00Z');

type Asking = Partial<Omit<ClientOptions, 'account' | 'token'>> & {
	readonly token?: string;
	/** Reads the token's source again. */
	readonly refresh?: () => Promise<boolean>;
	/** What keeps the source from being read again. */
	readonly problem?: () => string | undefined;
};

/** A client of the tests' account; say only what matters. */
export function clientFor({token = ownToken, refresh = async () => false, problem = () => undefined, ...options}: Asking): Client {
	return createClient({
		account: accountId('main'),
		baseUrl: 'https://ryze.test',
		token: {current: () => new Secret(token), refresh, problem},
		instances: [],
		timeout: 5000,
		now: () => now,
		...options,
	});
}

/** An answer that the mocked API gives to one request. */
export type MockedAnswer = {
	readonly status?: number;
	readonly body?: string | Uint8Array;
	readonly headers?: Readonly<Record<string, string>>;
	readonly error?: Error;
};

/** Asks a mocked API once; returns the request's path and headers and the outcome. */
export async function askMocked({status = 200, body = '', headers = {}, error}: MockedAnswer, asking: Asking = {}, signal = new AbortController().signal): Promise<{readonly outcome: Outcome; readonly path: string | undefined; readonly sent: unknown}> {
	const agent = new MockAgent();
	agent.disableNetConnect();
	let path: string | undefined;
	let sent: unknown;
	const route = agent.get('https://ryze.test').intercept({path: () => true, method: 'GET'});
	if (error === undefined) {
		route.reply(options => {
			path = options.path;
			sent = options.headers;
			return {statusCode: status, data: typeof body === 'string' ? body : new Uint8Array(body).buffer, responseOptions: {headers}};
		});
	} else {
		route.replyWithError(error);
	}

	const client = clientFor({...asking, dispatcher: agent});
	try {
		return {outcome: await client.fetchList(signal), path, sent};
	} finally {
		await client.close();
		await agent.close();
	}
}

/** Asks a server once. */
export async function ask(url: string, asking: Asking = {}): Promise<Outcome> {
	const client = clientFor({now: Date.now, ...asking, baseUrl: url});
	try {
		return await client.fetchList(new AbortController().signal);
	} finally {
		await client.close();
	}
}

/** Asks a server that answers so. */
export const askServer = async (listener: RequestListener, asking: Asking = {}) => {
	await using server = await serve(listener);
	return await ask(server.url, asking);
};

/** Asks a server that writes this and hangs up. */
export const askRaw = async (answer: string) => {
	await using server = await serveRaw(socket => {
		socket.end(answer);
	});
	return await ask(server.url);
};

/** The outcomes without any word of the server. */
export const unreachable = (reason: UnreachableReason): Outcome => ({kind: 'unreachable', reason});
export const malformed = (reason: MalformedReason): Outcome => ({kind: 'malformed', reason, ...told});
