import {EnvHttpProxyAgent, Pool, type Dispatcher} from 'undici';
import {isLoopback} from '../core/text/loopback.js';

/** A connection that is idle for longer is not used again, in milliseconds; a server that names another time is believed, less the margin. */
const idleLimit = 65_000;
const idleMargin = 2000;

/**
Makes what carries the requests to a URL: through the proxy that `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` name, if any, but never for this machine's own addresses. `undefined` if the proxy's address is none.

`closing` gives up connections that are only being made, which destroying a dispatcher does not.
*/
export function createDispatcher(url: URL, timeout: number, closing: AbortSignal): Dispatcher | undefined {
	// Whatever `NODE_TLS_REJECT_UNAUTHORIZED` says: the token goes to nobody who cannot prove who he is.
	const connect = {
		timeout, signal: closing, allowH2: false, rejectUnauthorized: true,
	};
	// Polls follow each other, so one connection is enough.
	const keepAlive = {connections: 1, keepAliveTimeout: idleLimit, keepAliveTimeoutThreshold: idleMargin};
	try {
		return new EnvHttpProxyAgent({
			...keepAlive,
			connect,
			proxyTls: connect,
			requestTls: connect,
			allowH2: false,
			// The connection to a proxy has limits of its own, minutes long unless told.
			clientFactory: (origin, options) => new Pool(origin, {
				...options, ...keepAlive, headersTimeout: timeout, bodyTimeout: timeout,
			}),
			...(isLoopback(url.hostname) && {noProxy: '*'}),
		});
	} catch {
		return undefined;
	}
}
