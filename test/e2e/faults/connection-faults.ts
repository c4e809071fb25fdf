import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {trouble} from '../../../source/simulator/faults/fault.js';
import {makeCertificate} from '../../helpers/servers/certificate.js';
import {
	answering,
	dripping,
	mute,
	openGate,
	throughTls,
	throughTunnel,
	to,
	type Gate,
	type Passage,
} from './gate.js';
import type {Trial} from './lead.js';
import {monitor, type Monitored} from './monitored.js';

/** A monitor, and the faults of the connection between it and the API. */
export type Setup = AsyncDisposable & {
	readonly monitored: Monitored;
	readonly trials: readonly Trial[];
};

const host = 'ryze.test';
const tlsFailed = trouble(/unreachable .* the TLS certificate or handshake failed/v);
const proxyRefused = trouble(/unreachable .* the proxy refused/v);

/** The connections that can fail before a server is reached. */
export const setups: ReadonlyMap<string, () => Promise<Setup>> = new Map([
	['names and addresses', setUpNames],
	['TLS', setUpTls],
	['a proxy', setUpProxy],
]);

/** Connects over a name that is looked up in a file. */
async function setUpNames(): Promise<Setup> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-names-'));
	const names = path.join(folder, 'names');
	const gate = await openGate(mute);
	const find = (word: string) => {
		writeFileSync(names, word);
	};

	const loopback = '127.0.0.1';
	find(loopback);
	const monitored = await monitor({
		preload: 'own-names', env: {RYZETOP_TEST_NAMES: names}, url(simulator) {
			gate.turn(to(portOf(simulator.url)));
			return urlOf('http', gate);
		},
	});
	const onward = to(portOf(monitored.simulator.url));
	const unnamed = (id: string, summary: string, word: string, words: RegExp): Trial => ({
		id, summary, expected: trouble(words), begin() {
			find(word);
			gate.turn(onward);
		}, end() {
			find(loopback);
		},
	});

	return withCleanUp(monitored, [
		unnamed('dns-unknown', 'The name is not known.', 'ENOTFOUND', /unreachable .* the host name is not known/v),
		unnamed('dns-failing', 'Names cannot be looked up for now.', 'EAI_AGAIN', /unreachable .* the host name is not known/v),
		// An address to which the system itself opens no connection.
		unnamed('no-route', 'There is no way to the address.', '255.255.255.255', /unreachable .* there is no way to the host/v),
		{
			id: 'refused', summary: 'Nothing listens any more, and then again.', expected: trouble(/unreachable .* the connection was refused/v), begin: gate.shut, end: gate.open,
		},
		turned(gate, onward, {id: 'cut', summary: 'Every connection is closed at once.', expected: trouble(/unreachable .* the connection was cut/v)}, socket => {
			socket.end();
		}),
	], gate, folder);
}

/** Connects over TLS, with an authority of its own. */
async function setUpTls(): Promise<Setup> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-tls-'));
	const own = makeCertificate('localhost');
	const other = makeCertificate('elsewhere.test');
	const day = 24 * 60 * 60 * 1000;
	const old = makeCertificate('localhost', {from: Date.now() - (2 * day), until: Date.now() - day});
	const gate = await openGate(mute);
	const authorities = path.join(folder, 'authorities.pem');
	writeFileSync(authorities, [own, other, old].map(({cert}) => cert).join(''));
	const monitored = await monitor({
		env: {NODE_EXTRA_CA_CERTS: authorities}, url(simulator) {
			gate.turn(throughTls(own, to(portOf(simulator.url))));
			return urlOf('https', gate, 'localhost');
		},
	});
	const onward = to(portOf(monitored.simulator.url));
	const secure = throughTls(own, onward);
	return withCleanUp(monitored, [
		turned(gate, secure, {id: 'tls-plain', summary: 'What answers speaks plain HTTP.', expected: tlsFailed}, onward),
		turned(gate, secure, {id: 'tls-stranger', summary: 'A certificate nobody vouches for.', expected: tlsFailed}, throughTls(makeCertificate('localhost'), onward)),
		turned(gate, secure, {id: 'tls-other-host', summary: 'The certificate of another host.', expected: tlsFailed}, throughTls(other, onward)),
		turned(gate, secure, {id: 'tls-expired', summary: 'A certificate that ended yesterday.', expected: tlsFailed}, throughTls(old, onward)),
		turned(gate, secure, {id: 'tls-mute', summary: 'Nobody answers the greeting.', expected: trouble(/unreachable .* no connection in time/v)}, mute),
	], gate, folder);
}

/** Connects through a proxy to a host that only the proxy knows. */
async function setUpProxy(): Promise<Setup> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-proxy-'));
	const own = makeCertificate(host);
	const gate = await openGate(mute);
	const authority = path.join(folder, 'authority.pem');
	writeFileSync(authority, own.cert);
	const through = (url: string) => throughTunnel(throughTls(own, to(portOf(url))));
	const monitored = await monitor({
		env: {NODE_EXTRA_CA_CERTS: authority, HTTPS_PROXY: urlOf('http', gate, 'localhost')}, url(simulator) {
			gate.turn(through(simulator.url));
			return `https://${host}`;
		},
	});
	const passage = through(monitored.simulator.url);
	return withCleanUp(monitored, [
		turned(gate, passage, {id: 'proxy-403', summary: 'The proxy forbids the way.', expected: proxyRefused}, answering('403 Forbidden')),
		turned(gate, passage, {id: 'proxy-407', summary: 'The proxy wants a password.', expected: proxyRefused}, answering('407 Proxy Authentication Required')),
		turned(gate, passage, {id: 'proxy-502', summary: 'The proxy does not reach the host.', expected: proxyRefused}, answering('502 Bad Gateway')),
		turned(gate, passage, {id: 'proxy-mute', summary: 'The proxy says nothing.', expected: trouble(/unreachable .* no (?:answer|connection) in time/v)}, mute),
		turned(gate, passage, {id: 'proxy-drips', summary: 'The answer of the proxy never ends.', expected: trouble(/unreachable .* no connection in time/v)}, dripping),
		{
			id: 'proxy-gone', summary: 'The proxy itself refuses connections.', expected: trouble(/unreachable .* the proxy cannot be reached/v), begin: gate.shut, end: gate.open,
		},
	], gate, folder);
}

/** A fault during which new connections take the way `astray`; afterwards they take the good one again. */
function turned(gate: Gate, good: Passage, fault: Pick<Trial, 'id' | 'summary' | 'expected'>, astray: Passage): Trial {
	return {
		...fault, begin() {
			gate.turn(astray);
		}, end() {
			gate.turn(good);
		},
	};
}

function withCleanUp(monitored: Monitored, trials: readonly Trial[], gate: Gate, folder: string): Setup {
	return {
		monitored, trials, async [Symbol.asyncDispose]() {
			await monitored[Symbol.asyncDispose]();
			await gate[Symbol.asyncDispose]();
			rmSync(folder, {recursive: true});
		},
	};
}

function portOf(url: string): number {
	return Number(new URL(url).port);
}

function urlOf(scheme: 'http' | 'https', {port}: Gate, name = host): string {
	return `${scheme}://${name}:${port}`;
}
