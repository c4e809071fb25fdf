import {trouble, type Fault} from './fault.js';
import {sendRaw} from './send.js';

const noHttp = trouble(/unreachable .* what answered does not speak HTTP/v);

/** Responses that an HTTP parser rejects, because of their headers, lengths or chunks. */
export const framingFaults = [
	{
		id: 'chunk-garbage',
		summary: 'Chunks that are none.',
		expected: noHttp,
		handle(exchange) {
			sendRaw(exchange, 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnonsense\r\n\u{1B}]0;owned\u{7}\r\n');
		},
	},
	{
		id: 'two-lengths',
		summary: 'Two lengths that contradict each other, so that neither holds.',
		expected: trouble(/unreachable .* the connection was cut/v),
		handle(exchange) {
			sendRaw(exchange, 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ');
		},
	},
	{
		id: 'length-junk',
		summary: 'A length that is no number.',
		expected: noHttp,
		handle(exchange) {
			sendRaw(exchange, 'HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}');
		},
	},
	{
		id: 'header-flood',
		summary: 'Twenty thousand headers.',
		expected: noHttp,
		handle(exchange) {
			sendRaw(exchange, `HTTP/1.1 200 OK\r\n${'x-flood: water\r\n'.repeat(20_000)}\r\n`);
		},
	},
] as const satisfies readonly Fault[];
