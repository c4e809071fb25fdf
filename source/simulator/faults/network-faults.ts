import type {Socket} from 'node:net';
import {
	live,
	trouble,
	type Exchange,
	type Fault,
} from './fault.js';
import {
	passLate,
	sendRaw,
	trickle,
	wait,
} from './send.js';

const cut = trouble(/unreachable .* the connection was cut/v);
const inPieces = trouble(/unreachable .* the answer did not arrive whole in time/v);
const noAnswer = trouble(/unreachable .* no answer in time/v);

/** What goes wrong on the way, below HTTP. Names, addresses, TLS and proxies fail before a server is reached, so they are not among these. */
export const networkFaults = [
	{
		id: 'reset-before-headers',
		summary: 'The connection is reset before the answer begins.',
		expected: cut,
		strike({request}) {
			request.socket.resetAndDestroy();
		},
	},
	{
		id: 'reset-in-body',
		summary: 'The connection is reset in the middle of the body.',
		expected: cut,
		async strike(exchange) {
			await sendHalf(exchange);
			// Time for what was sent to be read: a reset throws away what was not.
			await wait(exchange, 100);
			exchange.request.socket.resetAndDestroy();
		},
	},
	{
		id: 'closed-in-body',
		summary: 'The connection is closed before all the announced bytes have come.',
		expected: cut,
		async strike(exchange) {
			await sendHalf(exchange);
			exchange.request.socket.end();
		},
	},
	{
		id: 'closed-in-chunks',
		summary: 'The connection is closed between two chunks.',
		expected: cut,
		strike(exchange) {
			const half = exchange.text.slice(0, 400).replaceAll(/[^\u{20}-\u{7E}]/gv, '?');
			sendRaw(exchange, `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${half.length.toString(16)}\r\n${half}\r\n`);
		},
	},
	{
		id: 'hang-before-headers',
		summary: 'Nothing is ever answered.',
		expected: noAnswer,
		strike() {
			// Says nothing.
		},
	},
	{
		id: 'late',
		summary: 'The answer comes when nobody waits for it any more.',
		expected: noAnswer,
		strike: async exchange => passLate(exchange, 4000),
	},
	{
		id: 'hang-in-body',
		summary: 'Half of the body comes, and then nothing more.',
		expected: inPieces,
		strike: sendHalf,
	},
	{
		id: 'byte-a-second',
		summary: 'The body comes byte by byte, one a second.',
		expected: inPieces,
		strike: async exchange => trickle(exchange, {piece: 1, pause: 1000}),
	},
	{
		id: 'byte-by-byte',
		summary: 'The body comes byte by byte, each of them in time, and the whole never.',
		expected: inPieces,
		strike: async exchange => trickle(exchange, {piece: 1, pause: 200}),
	},
	{
		id: 'closed-while-idle',
		summary: 'Every connection is closed soon after its answer, without a word in the headers.',
		expected: live(),
		async strike(exchange) {
			const {response, request} = exchange;
			response.once('finish', () => {
				void wait(exchange, 200).then(() => request.socket.end());
			});
			await exchange.pass();
		},
	},
	{
		id: 'closed-when-reused',
		summary: 'A connection answers once, and is reset when it is used again.',
		expected: live(),
		strike: createReuse(),
	},
	{
		id: 'not-http',
		summary: 'Something answers that is no web server.',
		expected: trouble(/unreachable .* what answered does not speak HTTP/v),
		strike(exchange) {
			sendRaw(exchange, 'SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n');
		},
	},
] as const satisfies readonly Fault[];

/** Sends the beginning of a good answer that announces all of it; resolves when it is on its way. */
async function sendHalf({response, text}: Exchange): Promise<void> {
	const bytes = new TextEncoder().encode(text);
	const {promise, resolve} = Promise.withResolvers<void>();
	response.writeHead(200, {'content-type': 'application/json', 'content-length': bytes.length});
	response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
		resolve();
	});
	return promise;
}

function createReuse(): Fault['strike'] {
	const used = new WeakSet<Socket>();
	return async exchange => {
		const {socket} = exchange.request;
		if (used.has(socket)) {
			socket.resetAndDestroy();
			return;
		}

		used.add(socket);
		await exchange.pass();
	};
}
