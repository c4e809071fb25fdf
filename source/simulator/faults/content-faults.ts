import {promisify} from 'node:util';
import {brotliCompress, gzip} from 'node:zlib';
import {live, trouble, type Fault} from './fault.js';
import {send} from './send.js';
import {gatewayPage, htmlHeaders} from './web-page.js';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

const undecodable = trouble(/no usable answer .* the answer could not be decoded/v);

/** Bodies whose content type or content encoding is wrong or unusual. */
export const contentFaults = [
	{
		id: 'web-page',
		summary: '200 with a web page.',
		expected: trouble(/no usable answer .* a web page came instead of the list/v),
		handle(exchange) {
			send(exchange, {headers: htmlHeaders, body: gatewayPage});
		},
	},
	{
		id: 'wrong-type',
		summary: 'The list, declared as a web page.',
		expected: live(),
		handle(exchange) {
			send(exchange, {headers: htmlHeaders, body: exchange.text});
		},
	},
	{
		id: 'broken-gzip',
		summary: 'A body that is declared gzip and is not.',
		expected: undecodable,
		handle(exchange) {
			send(exchange, {headers: {'content-encoding': 'gzip'}, body: exchange.text});
		},
	},
	{
		id: 'half-gzip',
		summary: 'Gzip that ends in the middle.',
		expected: undecodable,
		async handle(exchange) {
			const whole = await compressGzip(exchange.text);
			send(exchange, {headers: {'content-encoding': 'gzip'}, body: whole.subarray(0, whole.length / 2)});
		},
	},
	{
		id: 'unknown-encoding',
		summary: 'An encoding nobody asked for.',
		expected: undecodable,
		handle(exchange) {
			send(exchange, {headers: {'content-encoding': 'compress'}, body: exchange.text});
		},
	},
	{
		id: 'charset-as-encoding',
		summary: 'The list, with its character set in the place of an encoding.',
		expected: live(),
		handle(exchange) {
			send(exchange, {headers: {'content-encoding': 'UTF-8'}, body: exchange.text});
		},
	},
	{
		id: 'encoding-none',
		summary: 'The list, with `Content-Encoding: none`.',
		expected: live(),
		handle(exchange) {
			send(exchange, {headers: {'content-encoding': 'none'}, body: exchange.text});
		},
	},
	{
		id: 'brotli',
		summary: 'The list in Brotli, as it was asked for.',
		expected: live(),
		async handle(exchange) {
			send(exchange, {headers: {'content-encoding': 'br'}, body: await compressBrotli(exchange.text)});
		},
	},
	{
		id: 'stored',
		summary: 'A cache in between answers with a copy that it has kept for an hour and a half.',
		expected: trouble(/old data .* stale \d+s .* a cache answered with an old copy/v),
		async handle({response, respond}) {
			response.setHeader('age', '5400');
			await respond();
		},
	},
	{
		id: 'age-nonsense',
		summary: 'The age of the answer is no number of seconds.',
		expected: live(),
		async handle({response, respond}) {
			response.setHeader('age', ['-1e99', 'old']);
			await respond();
		},
	},
] as const satisfies readonly Fault[];
