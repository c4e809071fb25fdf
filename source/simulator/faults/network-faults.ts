import type {Socket} from 'node:net';
import {
	live,
	trouble,
	type Exchange,
	type Fault,
} from './fault.js';
import {
	respondLate,
	sendRaw,
	sendInPieces,
	wait,
} from './send.js';

const cut = trouble(/unreachable .* the connection was cut/v);
const inPieces = trouble(/unreachable .* the answer did not arrive whole in time/v);
const noAnswer = trouble(/unreachable .* no answer in time/v);

/**
Faults of the connection, below HTTP.
Failures of host names, addresses, TLS and proxies are absent, because they occur before a server is reached.
*/
export const networkFaults = [
	{
		id: 'reset-before-headers',
		summary: 'The connection is reset before the answer begins.',
		expected: cut,
		handle({request}) {
			request.socket.resetAndDestroy();
		},
	},
	{
		id: 'reset-in-body',
		summary: 'The connection is reset in the middle of the body.',
		expected: cut,
		async handle(exchange) {
			await sendHalf(exchange);
			// A reset discards bytes that the client has not read yet, so it waits until these are read.
			await wait(exchange, 100);
			exchange.request.socket.resetAndDestroy();
		},
	},
	{
		id: 'closed-in-body',
		summary: 'The connection is closed before all the announced bytes have come.',
		expected: cut,
		async handle(exchange) {
			await sendHalf(exchange);
			exchange.request.socket.end();
		},
	},
	{
		id: 'closed-in-chunks',
		summary: 'The connection is closed between two chunks.',
		expected: cut,
		handle(exchange) {
			const headers = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
			// A character is a byte only in ASCII, and the length of a chunk is in bytes.
			const chunk = exchange.text.slice(0, 400).replaceAll(/[^\u{20}-\u{7E}]/gv, '?');
			sendRaw(exchange, `${headers}${chunk.length.toString(16)}\r\n${chunk}\r\n`);
		},
	},
	{
		id: 'hang-before-headers',
		summary: 'Nothing is ever answered.',
		expected: noAnswer,
		handle() {
			// The connection stays open without a response.
		},
	},
	{
		id: 'early-hints',
		summary: 'Informational answers come for ever, and no other.',
		expected: noAnswer,
		handle: async exchange => repeat(exchange, 'HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n'),
	},
	{
		id: 'endless-headers',
		summary: 'The headers come one by one, and never end.',
		expected: noAnswer,
		async handle(exchange) {
			exchange.request.socket.write('HTTP/1.1 200 OK\r\n');
			await repeat(exchange, 'x-more: yes\r\n');
		},
	},
	{
		id: 'late',
		summary: 'The answer comes when nobody waits for it any more.',
		expected: noAnswer,
		handle: async exchange => respondLate(exchange, 4000),
	},
	{
		id: 'hang-in-body',
		summary: 'Half of the body comes, and then nothing more.',
		expected: inPieces,
		handle: sendHalf,
	},
	{
		id: 'byte-a-second',
		summary: 'The body comes byte by byte, one a second.',
		expected: inPieces,
		handle: async exchange => sendInPieces(exchange, {pieceBytes: 1, pause: 1000}),
	},
	{
		id: 'byte-by-byte',
		summary: 'The body comes byte by byte, each of them in time, and the whole never.',
		expected: inPieces,
		handle: async exchange => sendInPieces(exchange, {pieceBytes: 1, pause: 200}),
	},
	{
		id: 'closed-while-idle',
		summary: 'Every connection is closed soon after its answer, without a word in the headers.',
		expected: live(),
		async handle(exchange) {
			const {response, request} = exchange;
			response.once('finish', () => {
				void wait(exchange, 200).then(() => request.socket.end());
			});
			await exchange.respond();
		},
	},
	{
		id: 'closed-when-reused',
		summary: 'A connection answers once, and is reset when it is used again.',
		expected: live(),
		handle: createSingleUse(),
	},
	{
		id: 'not-http',
		summary: 'Something answers that is no web server.',
		expected: trouble(/unreachable .* what answered does not speak HTTP/v),
		handle(exchange) {
			sendRaw(exchange, 'SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n');
		},
	},
] as const satisfies readonly Fault[];

/** Writes a text to the connection again and again, until that is closed. */
async function repeat(exchange: Exchange, text: string): Promise<void> {
	const {socket} = exchange.request;
	while (!socket.destroyed) {
		socket.write(text);
		// eslint-disable-next-line no-await-in-loop -- The pause is far shorter than any timeout.
		await wait(exchange, 200);
	}
}

/** Sends the headers of the good answer, with the length of the whole body, and then half of the body. Resolves when that is written. */
async function sendHalf({response, text}: Exchange): Promise<void> {
	const bytes = new TextEncoder().encode(text);
	const {promise, resolve} = Promise.withResolvers<void>();
	response.writeHead(200, {'content-type': 'application/json', 'content-length': bytes.length});
	response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
		resolve();
	});
	return promise;
}

/** Makes a handler that answers the first request of each connection and resets the connection at the second. */
function createSingleUse(): Fault['handle'] {
	const used = new WeakSet<Socket>();
	return async exchange => {
		const {socket} = exchange.request;
		if (used.has(socket)) {
			socket.resetAndDestroy();
			return;
		}

		used.add(socket);
		await exchange.respond();
	};
}
