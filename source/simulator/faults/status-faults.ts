import {live, trouble, type Fault} from './fault.js';
import {errorEnvelope, send} from './send.js';
import {gatewayPage, htmlHeaders} from './web-page.js';

const empty = trouble(/no usable answer .* the answer is empty/v);

/** Responses with another status than 200, except redirects and the rate limit. */
export const statusFaults = [
	{
		id: '204',
		summary: '204, which has no body.',
		expected: empty,
		handle({response}) {
			response.writeHead(204).end();
		},
	},
	{
		id: '304',
		summary: '304, though nothing was asked conditionally.',
		expected: trouble(/no usable answer .* no list came, only word that it has not changed \(HTTP 304\)/v),
		handle({response}) {
			response.writeHead(304).end();
		},
	},
	{
		id: '400',
		summary: '400 in the API\'s own envelope.',
		expected: trouble(/no usable answer .* the API refused the request \(HTTP 400\): Bad filter/v),
		handle(exchange) {
			send(exchange, {status: 400, body: errorEnvelope('Bad filter')});
		},
	},
	{
		id: '401',
		summary: '401: the token is not known.',
		expected: trouble(/token refused .* the API does not know the token: Invalid token/v),
		handle(exchange) {
			send(exchange, {status: 401, body: errorEnvelope('Invalid token')});
		},
	},
	{
		id: '403',
		summary: '403: the token may not do this.',
		expected: trouble(/token refused .* the token may not do this: Instance token/v),
		handle(exchange) {
			send(exchange, {status: 403, body: errorEnvelope('Instance token does not match requested instance')});
		},
	},
	{
		id: '403-html',
		summary: '403 with the web page of a firewall.',
		expected: trouble(/token refused .* the token may not do this/v),
		handle(exchange) {
			send(exchange, {status: 403, headers: htmlHeaders, body: gatewayPage});
		},
	},
	{
		id: 'token-echoed',
		summary: '401 whose message repeats the token.',
		expected: trouble(/token refused .* the API does not know the token: Unknown token •+ of •+/v),
		handle(exchange) {
			send(exchange, {status: 401, body: errorEnvelope(`Unknown token ${exchange.token} of ${exchange.token}`)});
		},
	},
	{
		id: '404',
		summary: '404: there is nothing at that path.',
		expected: trouble(/no usable answer .* the list was not found there/v),
		handle(exchange) {
			send(exchange, {status: 404, body: errorEnvelope('Route not found')});
		},
	},
	{
		id: '500',
		summary: '500 in the API\'s own envelope.',
		expected: trouble(/no usable answer .* the server is in trouble \(HTTP 500\): database is locked/v),
		handle(exchange) {
			send(exchange, {status: 500, body: errorEnvelope('database is locked')});
		},
	},
	{
		id: '502',
		summary: '502 with the web page of a gateway.',
		expected: trouble(/no usable answer .* a gateway answered for the API \(HTTP 502\)/v),
		handle(exchange) {
			send(exchange, {status: 502, headers: htmlHeaders, body: gatewayPage});
		},
	},
	{
		id: '503',
		summary: '503 with the web page of a gateway.',
		expected: trouble(/no usable answer .* a gateway answered for the API \(HTTP 503\)/v),
		handle(exchange) {
			send(exchange, {status: 503, headers: {...htmlHeaders, 'retry-after': 'soon'}, body: gatewayPage});
		},
	},
	{
		id: '504',
		summary: '504 without a body.',
		expected: trouble(/no usable answer .* the server is in trouble \(HTTP 504\)/v),
		handle(exchange) {
			send(exchange, {status: 504});
		},
	},
	{
		id: '103',
		summary: 'Early hints, and then the list.',
		expected: live(),
		async handle({response, respond}) {
			response.writeEarlyHints({link: '</style.css>; rel=preload'});
			await respond();
		},
	},
	{
		id: '999',
		summary: 'A status that HTTP does not have.',
		expected: trouble(/no usable answer .* the server is in trouble \(HTTP 999\)/v),
		handle(exchange) {
			send(exchange, {status: 999, body: exchange.text});
		},
	},
] as const satisfies readonly Fault[];
