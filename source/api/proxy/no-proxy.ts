import {BlockList, isIP} from 'node:net';

/** A host to which requests go. `hostname` and `port` are as `URL` gives them, with the port of the scheme where the URL has none. */
export type Target = {
	readonly hostname: string;
	readonly port: number;
};

/**
Whether `NO_PROXY` names a host. Its entries, between commas or blanks, are `*`, names, which stand for all names below them as well,
whether they begin with a dot or not, `*.` and a name for those below it alone, addresses, and networks such as `10.0.0.0/8`. An entry can
end with a port, and a name with the dot of the root.

Undici's own `NO_PROXY` knows no networks, and no package does that is both well kept and does.
*/
export function isWithoutProxy({hostname, port}: Target, list: string): boolean {
	const host = withoutBrackets(hostname.toLowerCase()).replace(/(?<=.)\.$/v, '');
	return list.toLowerCase().split(/[\s,]+/v).filter(entry => entry !== '').some(entry => {
		const {pattern, port: ownPort} = readEntry(entry);
		return (ownPort === undefined || ownPort === port) && (pattern === '*' || (isIP(host) === 0 ? isBelow(host, pattern) : isWithin(host, pattern)));
	});
}

type Entry = {readonly pattern: string; readonly port: number | undefined};

/** An address of version 6 has colons of its own, so that its port needs brackets before it. */
function readEntry(entry: string): Entry {
	const {pattern, port} = /^(?<pattern>\[[^\]]+\](?:\/\d+)?|[^:]+):(?<port>\d+)$/v.exec(entry)?.groups ?? {};
	return {pattern: withoutBrackets(pattern ?? entry), port: port === undefined ? undefined : Number(port)};
}

function withoutBrackets(host: string): string {
	return host.replaceAll(/^\[|\]/gv, '');
}

function isBelow(host: string, pattern: string): boolean {
	const name = pattern.replace(/^\*?\./v, '').replace(/\.$/v, '');
	return name !== '' && (host.endsWith(`.${name}`) || (host === name && !pattern.startsWith('*')));
}

/** Whether an address is another one, however that is written, or within a network. What is neither holds no address. */
function isWithin(address: string, pattern: string): boolean {
	const [network = '', prefix, ...rest] = pattern.split('/');
	const version = isIP(network);
	if (version === 0 || rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/v.test(prefix))) {
		return false;
	}

	const bits = version === 4 ? 32 : 128;
	const length = prefix === undefined ? bits : Number(prefix);
	if (length > bits) {
		return false;
	}

	const addresses = new BlockList();
	addresses.addSubnet(network, length, familyOf(version));
	return addresses.check(address, familyOf(isIP(address)));
}

function familyOf(version: number): 'ipv4' | 'ipv6' {
	return version === 4 ? 'ipv4' : 'ipv6';
}
