import {isLoopback} from '../../core/text/loopback.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';

/** Address to listen on. `host` is an IP address without brackets, or `localhost`. */
export type ListenAddress = {
	readonly host: string;
	readonly port: number;
	/** Whether only this machine reaches it. */
	readonly isLoopback: boolean;
};

const example = 'Give an IP address and a port, such as 127.0.0.1:10977 or [::1]:10977.';

/** Parses an address to listen on. A host name is no address: it could come to mean another one. */
export function parseListen(text: string): Parsed<ListenAddress> {
	const [, bracketed, plain, digits = ''] = /^(?:\[(?<six>[\d.:A-Fa-f]+)\]|(?<four>\d+(?:\.\d+){3}|localhost)):(?<port>\d{1,5})$/v.exec(text) ?? [];
	const port = digits === '' ? NaN : Number(digits);
	const shown = bracketed === undefined ? plain : `[${bracketed}]`;
	const address = `http://${shown ?? ''}:1`;
	if (shown === undefined || !(port <= 65_535) || !URL.canParse(address)) {
		return refuse(`${quote(text)} is no address to listen on. ${example}`);
	}

	return accept({host: bracketed ?? plain ?? '', port, isLoopback: isLoopback(new URL(address).hostname)});
}

/** Parses names of hosts, as a browser or Prometheus sends them, with commas between them and without a port. */
export function parseHostNames(text: string): Parsed<readonly string[]> {
	const names = text.split(',').map(name => name.trim().toLowerCase()).filter(name => name !== '');
	const wrong = names.find(name => !/^[\p{Letter}\p{Number}](?:[\p{Letter}\p{Number}\-.]*[\p{Letter}\p{Number}])?$/v.test(name));
	if (wrong !== undefined) {
		return refuse(`${quote(wrong)} is no host name. Give names without a port, such as ryzetop.example.net.`);
	}

	return names.length === 0 ? refuse('It names no host. Give one or more names, such as ryzetop.example.net.') : accept(names);
}
