import assert from 'node:assert/strict';
import process from 'node:process';
import {afterEach, beforeEach, test} from 'node:test';
import {ask, clientFor, list} from './asking.js';
import {answering, serve, serveRaw} from './serving.js';

const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

const setVariable = (name: string, value: string | undefined) => {
	if (value === undefined) {
		Reflect.deleteProperty(process.env, name);
	} else {
		process.env[name] = value;
	}
};

const former = variables.map(name => [name, process.env[name]] as const);

beforeEach(() => {
	for (const name of variables) {
		setVariable(name, undefined);
	}
});

afterEach(() => {
	for (const [name, value] of former) {
		setVariable(name, value);
	}
});

/** A URL without TLS, which a proxy gets to see whole. */
const plain = (rest: string) => `http://${rest}`;

const kindOf = async (url: string) => {
	const {kind} = await ask(url);
	return kind;
};

/** This machine, under an address that is not among the loopback ones. */
const anyAddress = (url: string) => url.replace('127.0.0.1', '0.0.0.0');

test('a request goes through the proxy of the environment, which is told the whole URL', async () => {
	const asked: Array<string | undefined> = [];
	await using proxy = await serve((request, response) => {
		asked.push(request.url, request.headers.host);
		response.end(list);
	});
	setVariable('HTTP_PROXY', proxy.url);
	const client = clientFor({baseUrl: plain('ryze.test/gate')});
	const outcome = await client.fetchList(new AbortController().signal);
	assert.equal(outcome.kind, 'ok');
	assert.deepEqual(asked, [plain('ryze.test/gate/api/instance/list'), 'ryze.test']);
	// No connection is kept for the next poll.
	await proxy.isLeft();
	await client.close();
});

test('the proxy is passed by for the hosts that need none', async () => {
	await using proxy = await serve((_, response) => {
		response.writeHead(500).end();
	});
	await using server = await serve(answering(list));
	setVariable('HTTP_PROXY', proxy.url);
	assert.equal(await kindOf(anyAddress(server.url)), 'server-error');
	setVariable('NO_PROXY', '0.0.0.0');
	assert.equal(await kindOf(anyAddress(server.url)), 'ok');
});

test('this machine\'s own addresses never go through a proxy', async () => {
	await using proxy = await serve((_, response) => {
		response.writeHead(500).end();
	});
	await using server = await serve(answering(list));
	setVariable('HTTP_PROXY', proxy.url);
	assert.equal(await kindOf(server.url), 'ok');
	assert.equal(await kindOf(server.url.replace('127.0.0.1', 'localhost')), 'ok');
	assert.equal(proxy.connections(), 0);
});

test('a proxy that refuses, wants a password, or has an impossible address is named as the trouble', async () => {
	const refusing = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n';
	await using proxy = await serveRaw(socket => {
		socket.end(refusing);
	});
	setVariable('HTTPS_PROXY', proxy.url);
	assert.deepEqual(await ask('https://ryze.test'), {kind: 'unreachable', reason: 'proxy'});

	await using closed = await serve((_, response) => {
		response.writeHead(407).end();
	});
	setVariable('HTTP_PROXY', closed.url);
	assert.deepEqual(await ask('https://ryze.test'), {kind: 'unreachable', reason: 'proxy'});

	setVariable('HTTP_PROXY', 'no address');
	assert.deepEqual(await ask(plain('ryze.test')), {kind: 'unreachable', reason: 'proxy'});
});

test('a proxy that says nothing is given up in time', async () => {
	await using proxy = await serveRaw(() => {
		// Says nothing.
	});
	setVariable('HTTPS_PROXY', proxy.url);
	assert.deepEqual(await ask('https://ryze.test', {timeout: 300}), {kind: 'unreachable', reason: 'headers-timeout'});
});

test('closing the client leaves a proxy that says nothing', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	await using proxy = await serveRaw(() => {
		resolve();
	});
	setVariable('HTTPS_PROXY', proxy.url);
	const client = clientFor({baseUrl: 'https://ryze.test', timeout: 60_000});
	const outcome = client.fetchList(new AbortController().signal);
	await promise;
	await client.close();
	assert.deepEqual(await outcome, {kind: 'unreachable', reason: 'closed'});
	await proxy.isLeft();
});
