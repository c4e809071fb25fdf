import type {ServeOptions} from '../../config/settings/serve.js';
import {listen, type Listener, type ListenOptions} from '../../serve/listener.js';

/** Opens the listener; where that fails, it gives a sentence for people. */
export async function openListener({listen: address}: ServeOptions, served: Pick<ListenOptions, 'pages' | 'rules'>): Promise<Listener | string> {
	const listening = await listen({...address, ...served});
	if (listening.kind === 'listening') {
		return listening.listener;
	}

	const place = `${address.host.includes(':') ? `[${address.host}]` : address.host}:${address.port}`;
	return `--listen ${place}: ${describeListenFailure(listening.code)}`;
}

function describeListenFailure(code: string): string {
	switch (code) {
		case 'EADDRINUSE': {
			return 'Another program listens there, maybe another ryzetop serve. Stop it, or give another port.';
		}

		case 'EACCES':
		case 'EPERM': {
			return 'This user may not listen there. Give a port above 1023.';
		}

		case 'EADDRNOTAVAIL': {
			return 'This machine has no such address. Give one of its own.';
		}

		default: {
			return `It cannot be listened on (${code}).`;
		}
	}
}

/** Whether two sets of options listen on the same address. */
export function isSameAddress(one: ServeOptions, other: ServeOptions): boolean {
	return one.listen.host === other.listen.host && one.listen.port === other.listen.port;
}

/** Warns where the address can be reached from elsewhere. */
export function warnOfExposure({listen: {isLoopback}}: ServeOptions, say: (words: string) => void): void {
	if (!isLoopback) {
		say('Others than this machine reach that address: all who do can read the names and states of the fleet, over plain HTTP.');
	}
}
