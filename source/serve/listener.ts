import {Buffer} from 'node:buffer';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import {pipeline} from 'node:stream';
import {errorCode} from '../process/error-code.js';
import {createConnections} from './connections.js';
import {isHostServed, type HostRules} from './hosts.js';
import {unzip, type ZippedText} from './zip.js';

/** What is served at one path. A body that is kept compressed is decompressed for those who do not take gzip. */
export type Page = {
	readonly status: number;
	readonly type: string;
	readonly body: ZippedText | string;
};

/** Address to listen on, and the names it is asked by. */
export type ListenOptions = {
	readonly host: string;
	readonly port: number;
	/** Gives the names it is asked by, which may change while it listens. */
	readonly rules: () => HostRules;
	/** The pages by their paths. */
	readonly pages: Readonly<Record<string, () => Promise<Page>>>;
};

export type Listener = {
	/** Address without a slash at its end. */
	readonly url: string;
	/** Cuts all connections. */
	readonly close: () => Promise<void>;
};

export type Listening = {readonly kind: 'listening'; readonly listener: Listener} | {readonly kind: 'failed'; readonly code: string};

/** Prometheus and a few people; each connection costs some tens of kilobytes. */
const mostConnections = 64;

/** Those that were cut off for others are still counted until Node has closed them. */
const mostSockets = 2 * mostConnections;

/** In bytes. Prometheus sends 300. */
const largestHeaders = 8192;

/** In milliseconds: for the whole of a request, for its headers, and until a reader has taken the answer. */
const requestLimit = 10_000;
const headersLimit = 5000;
const answerLimit = 30_000;

/** A connection is kept for the next scrape, which usually comes within a minute, in milliseconds. */
const keepFor = 75_000;

/**
Listens for requests. It takes GET and HEAD alone, and tells no other origin's page anything. What many or slow readers hold is bounded:
they share one body, and are cut off in time.
*/
export async function listen({host, port, pages, rules}: ListenOptions): Promise<Listening> {
	const connections = createConnections<Socket>(mostConnections);
	const server = createServer({
		maxHeaderSize: largestHeaders,
		requestTimeout: requestLimit,
		headersTimeout: headersLimit,
		keepAliveTimeout: keepFor,
		connectionsCheckingInterval: headersLimit,
	}, (request, response) => {
		const {socket} = request;
		connections.answering(socket);
		response.on('close', () => {
			connections.answered(socket);
		});
		void answer(request, response, {pages, rules});
	});
	server.maxConnections = mostSockets;
	server.on('connection', socket => {
		connections.opened(socket);
		socket.on('close', () => {
			connections.closed(socket);
		});
	});
	const {promise, resolve} = Promise.withResolvers<Listening>();
	server.on('error', error => {
		resolve({kind: 'failed', code: errorCode(error)});
	});
	server.listen({host, port}, () => {
		const address = server.address();
		const taken = typeof address === 'object' && address !== null ? address.port : port;
		resolve({
			kind: 'listening',
			listener: {
				url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
				async close() {
					const closed = Promise.withResolvers<void>();
					server.close(() => {
						closed.resolve();
					});
					server.closeAllConnections();
					await closed.promise;
				},
			},
		});
	});
	return promise;
}

/** Headers of every answer. No page may be framed, kept or run anything. */
const headers = {
	'Cache-Control': 'no-store',
	'Content-Security-Policy': 'default-src \'none\'; style-src \'unsafe-inline\'; frame-ancestors \'none\'',
	'X-Content-Type-Options': 'nosniff',
} as const;

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	{pages, rules}: Pick<ListenOptions, 'pages' | 'rules'>,
): Promise<void> {
	const late = setTimeout(() => {
		request.socket.destroy();
	}, answerLimit);
	response.on('close', () => {
		clearTimeout(late);
	});
	const {status, type, body} = await choose(request, {pages, rules});
	if (response.destroyed) {
		// Its reader has gone, or was cut off, while the page was made.
		return;
	}

	const whole = typeof body === 'string' ? Buffer.from(body) : body;
	const isZipped = 'zipped' in whole && isGzipTaken(request);
	response.writeHead(status, {
		...headers,
		'Content-Type': type,
		'Content-Length': isZipped ? whole.zipped.length : whole.length,
		...typeof body !== 'string' && {Vary: 'Accept-Encoding'},
		...isZipped && {'Content-Encoding': 'gzip'},
		...status === 405 && {Allow: 'GET, HEAD', Connection: 'close'},
		...status === 400 && {Connection: 'close'},
	});
	if (request.method === 'HEAD') {
		response.end();
	} else if ('zipped' in whole && !isZipped) {
		// Whoever goes away in the middle ends both; nobody is left to be told.
		pipeline(unzip(whole.zipped), response, () => undefined);
	} else {
		response.end('zipped' in whole ? whole.zipped : whole);
	}
}

function isGzipTaken({headers: {'accept-encoding': accepted = ''}}: IncomingMessage): boolean {
	return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/v.test(accepted);
}

async function choose(
	{method, url = '', headers: {host: named}, headersDistinct}: IncomingMessage,
	{pages, rules}: Pick<ListenOptions, 'pages' | 'rules'>,
): Promise<Page> {
	// RFC 9112, section 3.2: which of them a proxy on the way went by, nobody knows.
	if ((headersDistinct.host?.length ?? 0) > 1) {
		return plainPage(400, 'A request has one host.\n');
	}

	const {host, path} = readTarget(url, named);
	if (!isHostServed(host, rules())) {
		return plainPage(403, 'This host name is not served. Ask by the address, or start ryzetop serve with --host-name NAME.\n');
	}

	if (method !== 'GET' && method !== 'HEAD') {
		return plainPage(405, 'Only GET and HEAD are taken here.\n');
	}

	const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
	return page === undefined ? plainPage(404, 'There is nothing here. Try /metrics, /healthz or /.\n') : page();
}

/**
Reads the host and the path that a request is for. A target that is a whole address names the host itself, and the header does not count
then (RFC 9112, section 3.2.2): proxies send such targets, and no page in a browser can.
*/
function readTarget(url: string, header: string | undefined): {readonly host: string | undefined; readonly path: string} {
	const {host, path = ''} = {...(/^(?:http:\/\/(?<host>[^#\/?]*))?(?<path>[^?]*)/iv).exec(url)?.groups};
	return host === undefined ? {host: header, path} : {host, path: path === '' ? '/' : path};
}

function plainPage(status: number, body: string): Page {
	return {status, type: 'text/plain; charset=utf-8', body};
}
