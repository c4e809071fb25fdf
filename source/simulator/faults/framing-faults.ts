import {live, trouble, type Fault} from './fault.js';
import {sendRaw} from './send.js';

const noHttp = trouble(/unreachable .* what answered does not speak HTTP/v);
const wrongHeaders = trouble(/unreachable .* the answer tells its length twice/v);

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
		expected: wrongHeaders,
		handle(exchange) {
			sendRaw(exchange, 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ');
		},
	},
	{
		id: 'length-twice',
		summary: 'The list, with its length twice.',
		expected: wrongHeaders,
		handle(exchange) {
			const length = `content-length: ${new TextEncoder().encode(exchange.text).length}\r\n`;
			sendRaw(exchange, `HTTP/1.1 200 OK\r\n${length}${length}\r\n${exchange.text}`);
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
		id: 'header-20-kb',
		summary: 'The list, with a header of 20 kB.',
		expected: live(),
		async handle({response, respond}) {
			response.setHeader('content-security-policy', 'x'.repeat(20_000));
			await respond();
		},
	},
	{
		id: 'header-flood',
		summary: 'Twenty thousand headers.',
		expected: trouble(/unreachable .* the headers of the answer are too large/v),
		handle(exchange) {
			sendRaw(exchange, `HTTP/1.1 200 OK\r\n${'x-flood: water\r\n'.repeat(20_000)}\r\n`);
		},
	},
] as const satisfies readonly Fault[];
