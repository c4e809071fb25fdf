import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {
	live,
	trouble,
	type Exchange,
	type Fault,
} from './fault.js';
import {envelope, send, sendRaw} from './send.js';

/** More than a list may have when it is decoded: 64 MiB. */
const tooMany = 65 * 1024 * 1024;

const zip = promisify(gzip);
const zipSmaller = promisify(brotliCompress);

const empty = trouble(/no usable answer .* the answer is empty/v);
const undecodable = trouble(/no usable answer .* the answer could not be decoded/v);
const tooLarge = trouble(/no usable answer .* the answer is too large/v);
const noHttp = trouble(/unreachable .* what answered does not speak HTTP/v);

const page = '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.24.0</center></body></html>\n';
const html = {'content-type': 'text/html; charset=utf-8'};

/** What goes wrong in HTTP itself, but for the rate limit. */
export const httpFaults = [
	{
		id: '204',
		summary: '204, which has no body.',
		expected: empty,
		strike({response}) {
			response.writeHead(204).end();
		},
	},
	{
		id: '301',
		summary: '301 to another host.',
		expected: trouble(/no usable answer .* the server points to localhost:\d+/v),
		strike(exchange) {
			redirect(exchange, 301);
		},
	},
	{
		id: '302',
		summary: '302 to another host.',
		expected: trouble(/no usable answer .* the server points to localhost:\d+/v),
		strike(exchange) {
			redirect(exchange, 302);
		},
	},
	{
		id: '302-nowhere',
		summary: '302 that does not say where to.',
		expected: trouble(/no usable answer .* the server points elsewhere/v),
		strike({response}) {
			response.writeHead(302).end();
		},
	},
	{
		id: '304',
		summary: '304, though nothing was asked conditionally.',
		expected: empty,
		strike({response}) {
			response.writeHead(304).end();
		},
	},
	{
		id: '400',
		summary: '400 in the API\'s own envelope.',
		expected: trouble(/no usable answer .* the API refused the request \(HTTP 400\): Bad filter/v),
		strike(exchange) {
			send(exchange, {status: 400, body: envelope('Bad filter')});
		},
	},
	{
		id: '401',
		summary: '401: the token is not known.',
		expected: trouble(/token refused .* the API does not know the token: Invalid token/v),
		strike(exchange) {
			send(exchange, {status: 401, body: envelope('Invalid token')});
		},
	},
	{
		id: '403',
		summary: '403: the token may not do this.',
		expected: trouble(/token refused .* the token may not do this: Instance token/v),
		strike(exchange) {
			send(exchange, {status: 403, body: envelope('Instance token does not match requested instance')});
		},
	},
	{
		id: '403-html',
		summary: '403 with the web page of a firewall.',
		expected: trouble(/token refused .* the token may not do this/v),
		strike(exchange) {
			send(exchange, {status: 403, headers: html, body: page});
		},
	},
	{
		id: 'token-echoed',
		summary: '401 whose message repeats the token.',
		expected: trouble(/token refused .* the API does not know the token: Unknown token •+ of •+/v),
		strike(exchange) {
			send(exchange, {status: 401, body: envelope(`Unknown token ${exchange.token} of ${exchange.token}`)});
		},
	},
	{
		id: '404',
		summary: '404: there is nothing at that path.',
		expected: trouble(/no usable answer .* the list was not found there/v),
		strike(exchange) {
			send(exchange, {status: 404, body: envelope('Route not found')});
		},
	},
	{
		id: '500',
		summary: '500 in the API\'s own envelope.',
		expected: trouble(/no usable answer .* the server is in trouble \(HTTP 500\): database is locked/v),
		strike(exchange) {
			send(exchange, {status: 500, body: envelope('database is locked')});
		},
	},
	{
		id: '502',
		summary: '502 with the web page of a gateway.',
		expected: trouble(/no usable answer .* a gateway answered for the API \(HTTP 502\)/v),
		strike(exchange) {
			send(exchange, {status: 502, headers: html, body: page});
		},
	},
	{
		id: '503',
		summary: '503 with the web page of a gateway.',
		expected: trouble(/no usable answer .* a gateway answered for the API \(HTTP 503\)/v),
		strike(exchange) {
			send(exchange, {status: 503, headers: {...html, 'retry-after': 'soon'}, body: page});
		},
	},
	{
		id: '504',
		summary: '504 without a body.',
		expected: trouble(/no usable answer .* the server is in trouble \(HTTP 504\)/v),
		strike(exchange) {
			send(exchange, {status: 504});
		},
	},
	{
		id: 'web-page',
		summary: '200 with a web page.',
		expected: trouble(/no usable answer .* a web page came instead of the list/v),
		strike(exchange) {
			send(exchange, {headers: html, body: page});
		},
	},
	{
		id: 'wrong-type',
		summary: 'The list, declared as a web page.',
		expected: live(),
		strike(exchange) {
			send(exchange, {headers: html, body: exchange.text});
		},
	},
	{
		id: 'broken-gzip',
		summary: 'A body that is declared gzip and is not.',
		expected: undecodable,
		strike(exchange) {
			send(exchange, {headers: {'content-encoding': 'gzip'}, body: exchange.text});
		},
	},
	{
		id: 'half-gzip',
		summary: 'Gzip that ends in the middle.',
		expected: undecodable,
		async strike(exchange) {
			const whole = await zip(exchange.text);
			send(exchange, {headers: {'content-encoding': 'gzip'}, body: whole.subarray(0, whole.length / 2)});
		},
	},
	{
		id: 'unknown-encoding',
		summary: 'An encoding nobody asked for.',
		expected: undecodable,
		strike(exchange) {
			send(exchange, {headers: {'content-encoding': 'compress'}, body: exchange.text});
		},
	},
	{
		id: 'gzip-bomb',
		summary: 'A few kilobytes of gzip that become 65 MiB.',
		expected: tooLarge,
		async strike(exchange) {
			send(exchange, {headers: {'content-encoding': 'gzip'}, body: await zip(new Uint8Array(tooMany), {level: 1})});
		},
	},
	{
		id: 'brotli-bomb',
		summary: 'A few bytes of Brotli that become 65 MiB.',
		expected: tooLarge,
		async strike(exchange) {
			send(exchange, {headers: {'content-encoding': 'br'}, body: await zipSmaller(new Uint8Array(tooMany), {params: {[constants.BROTLI_PARAM_QUALITY]: 1}})});
		},
	},
	{
		id: 'brotli',
		summary: 'The list in Brotli, as it was asked for.',
		expected: live(),
		async strike(exchange) {
			send(exchange, {headers: {'content-encoding': 'br'}, body: await zipSmaller(exchange.text)});
		},
	},
	{
		id: 'chunk-garbage',
		summary: 'Chunks that are none.',
		expected: noHttp,
		strike(exchange) {
			sendRaw(exchange, 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnonsense\r\n\u{1B}]0;owned\u{7}\r\n');
		},
	},
	{
		id: 'two-lengths',
		summary: 'Two lengths that contradict each other, so that neither holds.',
		expected: trouble(/unreachable .* the connection was cut/v),
		strike(exchange) {
			sendRaw(exchange, 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ');
		},
	},
	{
		id: 'length-junk',
		summary: 'A length that is no number.',
		expected: noHttp,
		strike(exchange) {
			sendRaw(exchange, 'HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}');
		},
	},
	{
		id: '103',
		summary: 'Early hints, and then the list.',
		expected: live(),
		async strike({response, pass}) {
			response.writeEarlyHints({link: '</style.css>; rel=preload'});
			await pass();
		},
	},
	{
		id: '999',
		summary: 'A status that HTTP does not have.',
		expected: trouble(/no usable answer .* the server is in trouble \(HTTP 999\)/v),
		strike(exchange) {
			send(exchange, {status: 999, body: exchange.text});
		},
	},
	{
		id: 'header-flood',
		summary: 'Twenty thousand headers.',
		expected: noHttp,
		strike(exchange) {
			sendRaw(exchange, `HTTP/1.1 200 OK\r\n${'x-flood: water\r\n'.repeat(20_000)}\r\n`);
		},
	},
	{
		id: 'endless-body',
		summary: 'A body without an end, as fast as it is read.',
		expected: tooLarge,
		strike: flood,
	},
	{
		id: 'too-large',
		summary: 'A list of 65 MiB, all of it announced.',
		expected: tooLarge,
		strike(exchange) {
			send(exchange, {body: exchange.text.padEnd(tooMany)});
		},
	},
] as const satisfies readonly Fault[];

/** To this very server, under its other name: one that followed would ask for the path `/elsewhere`. */
function redirect({request, response}: Exchange, status: number): void {
	const port = request.socket.localPort ?? 0;
	response.writeHead(status, {location: `http://localhost:${port}/elsewhere`}).end();
}

const floodChunk = 256 * 1024;

function flood({response}: Exchange): void {
	const chunk = ' '.repeat(floodChunk);
	response.writeHead(200, {'content-type': 'application/json'});
	const pour = () => {
		while (!response.destroyed && response.write(chunk)) {
			// Until the client's side is full.
		}
	};

	response.on('drain', pour);
	pour();
}
