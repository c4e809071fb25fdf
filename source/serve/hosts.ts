import {isIP} from 'node:net';
import {isLoopback} from '../core/text/loopback.js';

/** By which names the listener is asked. */
export type HostRules = {
	/** Whether only this machine reaches the listener. */
	readonly isLoopback: boolean;
	/** Names that people gave, in lower case. */
	readonly hostNames: readonly string[];
};

/**
Whether a request names a host that the listener goes by. On loopback that is this machine, elsewhere any IP address, and in both cases the
names that people gave. A page in a browser can have its own name point here and would read the answers as its own; it cannot send another
name, and an address is no name.
*/
export function isHostServed(host: string | undefined, rules: HostRules): boolean {
	if (host === undefined || /[\s#\/?@\\]/v.test(host) || !URL.canParse(`http://${host}`)) {
		return false;
	}

	const hostname = new URL(`http://${host}`).hostname.replace(/\.$/v, '');
	return rules.hostNames.some(name => isSameName(name, hostname))
		|| (rules.isLoopback ? isLoopback(hostname) : isIP(hostname.replaceAll(/[\[\]]/gv, '')) !== 0);
}

/** Names with letters beyond ASCII are compared in the form in which they are sent. */
function isSameName(name: string, hostname: string): boolean {
	return URL.canParse(`http://${name}`) && new URL(`http://${name}`).hostname === hostname;
}
