import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import test from 'node:test';
import {listen, type Page} from '../../../source/serve/listener.js';
import {zip} from '../../../source/serve/zip.js';

/** A listener on a free port of loopback with one page, and what opens connections to it. */
async function open() {
	const asked = Promise.withResolvers<undefined>();
	const made = Promise.withResolvers<Page>();
	const listening = await listen({
		host: '127.0.0.1',
		port: 0,
		rules: () => ({isLoopback: true, hostNames: []}),
		pages: {
			async '/'() {
				return {status: 200, type: 'text/plain', body: 'first'};
			},
			async '/metrics'() {
				return {status: 200, type: 'text/plain', body: 'metrics'};
			},
			async '/made'() {
				asked.resolve(undefined);
				return made.promise;
			},
		},
	});
	assert.equal(listening.kind, 'listening');
	const {url, close} = listening.listener;
	const sockets: Socket[] = [];
	const send = async (bytes: string) => {
		const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
		sockets.push(socket);
		await once(socket, 'connect');
		socket.write(bytes);
		return socket;
	};

	return {
		send,
		/** Resolves once the page that takes its time is asked for; `made` gives it. */
		asked: asked.promise,
		made: made.resolve,
		async ask(target: string, host = 'localhost') {
			const answer = await text(await send(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
			return `${answer.slice(9, 12)} ${answer.split('\r\n\r\n', 2)[1] ?? ''}`;
		},
		async [Symbol.asyncDispose]() {
			for (const socket of sockets) {
				socket.destroy();
			}

			await close();
		},
	};
}

test('a target that is a whole address names the host and the path, and the header that names another one does not count', async () => {
	await using listener = await open();
	const at = (place: string) => `http://${place}`;
	const asked = [at('localhost/metrics'), at('127.0.0.1:1/metrics?a=b').replace('http', 'HTTP'), at('localhost'), at('localhost?a'), `/metrics?${at('evil.example/')}`];
	assert.deepEqual(
		await Promise.all(asked.map(async target => listener.ask(target))),
		['200 metrics', '200 metrics', '200 first', '200 first', '200 metrics'],
	);
	assert.equal(await listener.ask(at('localhost/metrics'), 'evil.example'), '200 metrics');
	const refused = [at('evil.example/metrics'), at('localhost@evil.example/metrics'), at(''), at('/metrics')];
	assert.deepEqual((await Promise.all(refused.map(async target => listener.ask(target)))).map(answer => answer.slice(0, 3)), ['403', '403', '403', '403']);
	assert.match(await listener.ask('https://localhost/metrics'), /^404 /v);
});

test('half-sent requests, however many, keep nobody out', async () => {
	await using listener = await open();
	const flood = await Promise.all(Array.from({length: 200}, async () => listener.send('GET /metrics HTTP/1.1\r\nHost: loc')));
	assert.equal(await listener.ask('/metrics'), '200 metrics');
	// Those that were there first were cut off.
	const first = flood[0]?.resume() ?? assert.fail();
	await (first.closed ? undefined : once(first, 'close'));
});

test('a reader that goes away while its answer is made leaves the others served', async () => {
	await using listener = await open();
	const socket = await listener.send('GET /made HTTP/1.1\r\nHost: localhost\r\n\r\n');
	await listener.asked;
	socket.resetAndDestroy();
	assert.equal(await listener.ask('/'), '200 first');
	const body = await zip(function * (take) {
		take('the metrics');
		yield;
	});
	listener.made({status: 200, type: 'text/plain', body});
	assert.equal(await listener.ask('/metrics'), '200 metrics');
	assert.equal(await listener.ask('/made'), '200 the metrics');
});
