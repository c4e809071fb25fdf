import {EnvHttpProxyAgent, Pool, type Dispatcher} from 'undici';
import {ownEnvironment} from '../process/own-environment.js';
import {chooseProxy} from './proxy/choose-proxy.js';

/** What sends the requests to a URL, and whether they go through a proxy. */
export type Sender = {
	readonly dispatcher: Dispatcher;
	readonly hasProxy: boolean;
};

/** Time after which an idle connection is not used again, in milliseconds, unless the server announces another. */
const idleLimit = 65_000;

/** Time that is taken off the idle time that the server announces, in milliseconds. */
const idleMargin = 2000;

/** Limit for the headers of an answer, in bytes. Gateways add cookies and policies of more than Node's 16 KiB. */
const headersLimit = 128 * 1024;

/**
Makes the sender of the requests to a URL.

It uses the proxy that `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name, if any, but never for a loopback address.
The result is `undefined` if the proxy's address is invalid.

It has no time limits of its own: the client's deadline is for the whole of an answer, and undici's begin anew with each piece of it.
Aborting `closing` also ends connections that are not established yet; destroying a dispatcher does not.
*/
export function createDispatcher(url: URL, closing: AbortSignal): Sender | undefined {
	// Certificates are verified even where `NODE_TLS_REJECT_UNAUTHORIZED` is 0: the token goes to no server that cannot prove its identity.
	const connect = {
		timeout: 0, signal: closing, allowH2: false, rejectUnauthorized: true,
	};
	// One connection is enough, since there is one poll at a time.
	const keepAlive = {
		connections: 1, keepAliveTimeout: idleLimit, keepAliveTimeoutThreshold: idleMargin, maxHeaderSize: headersLimit,
	};
	const proxy = chooseProxy(url, ownEnvironment());
	if (proxy.kind === 'invalid') {
		return undefined;
	}

	// An empty address is no proxy, and keeps undici from looking for one itself.
	const address = proxy.kind === 'proxy' ? proxy.url : '';
	try {
		const dispatcher = new EnvHttpProxyAgent({
			...keepAlive,
			connect,
			proxyTls: connect,
			requestTls: connect,
			allowH2: false,
			clientFactory: (origin, options) => new Pool(origin, {
				...options, ...keepAlive, headersTimeout: 0, bodyTimeout: 0,
			}),
			httpProxy: address,
			httpsProxy: address,
			noProxy: '',
		});
		return {dispatcher, hasProxy: proxy.kind === 'proxy'};
	} catch {
		return undefined;
	}
}
