import type {Environment} from '../../core/text/environment.js';
import {isLoopback} from '../../core/text/loopback.js';
import {isWithoutProxy} from './no-proxy.js';

/** The proxy of a request. An address that cannot be used is not told: it can hold a password. */
export type ProxyChoice =
	| {readonly kind: 'none'}
	| {readonly kind: 'proxy'; readonly url: string}
	| {readonly kind: 'invalid'};

/**
Chooses the proxy for a URL, as curl does: by the variable of the URL's scheme, or else `ALL_PROXY`, unless `NO_PROXY` names the host. The
name in lower case comes first, and a variable that is empty is none. As with undici, `HTTP_PROXY` is for HTTPS too where nothing else is.
No proxy is chosen for this machine itself.
*/
export function chooseProxy(url: URL, environment: Environment): ProxyChoice {
	const isSecure = url.protocol === 'https:';
	const names = isSecure ? ['https_proxy', 'all_proxy', 'http_proxy'] : ['http_proxy', 'all_proxy'];
	const address = names.map(name => readVariable(environment, name)).find(text => text !== '');
	const target = {hostname: url.hostname, port: Number(url.port === '' ? (isSecure ? 443 : 80) : url.port)};
	if (address === undefined || isLoopback(url.hostname) || isWithoutProxy(target, readVariable(environment, 'no_proxy'))) {
		return {kind: 'none'};
	}

	const proxy = URL.parse(withScheme(address));
	return proxy !== null && schemes.has(proxy.protocol) && proxy.hostname !== '' ? {kind: 'proxy', url: proxy.href} : {kind: 'invalid'};
}

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'socks5:', 'socks:']);

/** A proxy without a scheme speaks HTTP. `socks5h`, with the proxy looking up the name, is what undici does with `socks5` too. */
function withScheme(address: string): string {
	return /^[a-z][+\-.0-9a-z]*:\/\//iv.test(address) ? address.replace(/^socks5h:/iv, 'socks5:') : `http://${address}`;
}

function readVariable(environment: Environment, name: string): string {
	const [lower = '', upper = ''] = [environment[name]?.trim(), environment[name.toUpperCase()]?.trim()];
	return lower === '' ? upper : lower;
}
