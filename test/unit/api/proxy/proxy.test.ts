import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {changeEnvironment, type SetVariable} from '../../../helpers/change-environment.js';
import {answering, serve, serveRaw} from '../../../helpers/servers/loopback-server.js';
import {ask, clientFor, list} from '../asking.js';

const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'];

/** Lets a test set the proxies of the environment, which has none at first. */
const withoutProxies = (t: TestContext): SetVariable => {
	const set = changeEnvironment(t);
	for (const name of variables) {
		set(name, undefined);
	}

	return set;
};

/** A URL without TLS, which a proxy gets to see whole. */
const plain = (rest: string) => `http://${rest}`;

const kindOf = async (url: string) => {
	const {kind} = await ask(url);
	return kind;
};

/** This machine, under an address that is not among the loopback ones. */
const anyAddress = (url: string) => url.replace('127.0.0.1', '0.0.0.0');

test('a request goes through the proxy of the environment, which is told the whole URL', async t => {
	const set = withoutProxies(t);
	const asked: Array<string | undefined> = [];
	await using proxy = await serve((request, response) => {
		asked.push(request.url, request.headers.host);
		// The client leaves a connection two seconds before the server would close it, so at once.
		response.writeHead(200, {'keep-alive': 'timeout=2'}).end(list);
	});
	set('HTTP_PROXY', proxy.url);
	const client = clientFor({baseUrl: plain('ryze.test/gate')});
	const outcome = await client.fetchList(new AbortController().signal);
	assert.equal(outcome.kind, 'ok');
	assert.deepEqual(asked, [plain('ryze.test/gate/api/instance/list'), 'ryze.test']);
	// No connection is kept beyond the time that the proxy names.
	await proxy.isLeft();
	await client.close();
});

test('the proxy is passed by for the hosts that need none', async t => {
	const set = withoutProxies(t);
	await using proxy = await serve((_, response) => {
		response.writeHead(500).end();
	});
	await using server = await serve(answering(list));
	set('HTTP_PROXY', proxy.url);
	assert.equal(await kindOf(anyAddress(server.url)), 'server-error');
	set('NO_PROXY', '0.0.0.0');
	assert.equal(await kindOf(anyAddress(server.url)), 'ok');
});

test('a proxy without a scheme, and one for all schemes, is used', async t => {
	const set = withoutProxies(t);
	await using proxy = await serve((_, response) => {
		response.writeHead(500).end();
	});
	for (const name of ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY']) {
		set(name, `127.0.0.1:${proxy.port}`);
		// eslint-disable-next-line no-await-in-loop -- One variable after the other.
		assert.equal(await kindOf(plain('ryze.test')), 'server-error', name);
		set(name, undefined);
	}
});

test('a request to a network that needs no proxy does not reach the proxy', async t => {
	const set = withoutProxies(t);
	await using proxy = await serve((_, response) => {
		response.writeHead(500).end();
	});
	await using server = await serve(answering(list));
	set('http_proxy', proxy.url);
	set('no_proxy', '10.0.0.0/8,0.0.0.0/8');
	assert.equal(await kindOf(anyAddress(server.url)), 'ok');
	assert.equal(proxy.connections(), 0);
});

test('this machine\'s own addresses never go through a proxy', async t => {
	const set = withoutProxies(t);
	await using proxy = await serve((_, response) => {
		response.writeHead(500).end();
	});
	await using server = await serve(answering(list));
	set('HTTP_PROXY', proxy.url);
	assert.equal(await kindOf(server.url), 'ok');
	assert.equal(await kindOf(server.url.replace('127.0.0.1', 'localhost')), 'ok');
	assert.equal(proxy.connections(), 0);
});

test('a proxy that refuses, wants a password, or has an impossible address is named as the trouble', async t => {
	const set = withoutProxies(t);
	const refusing = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n';
	await using proxy = await serveRaw(socket => {
		socket.end(refusing);
	});
	set('HTTPS_PROXY', proxy.url);
	assert.deepEqual(await ask('https://ryze.test'), {kind: 'unreachable', reason: 'proxy'});

	await using closed = await serve((_, response) => {
		response.writeHead(407).end();
	});
	set('HTTP_PROXY', closed.url);
	assert.deepEqual(await ask('https://ryze.test'), {kind: 'unreachable', reason: 'proxy'});

	// Without a tunnel the proxy answers in place of the API.
	assert.deepEqual(await ask(plain('ryze.test')), {kind: 'unreachable', reason: 'proxy'});

	set('HTTP_PROXY', 'no address');
	assert.deepEqual(await ask(plain('ryze.test')), {kind: 'unreachable', reason: 'proxy-address'});
});

test('a proxy that cannot be reached is not taken for the API', async t => {
	const set = withoutProxies(t);
	const gone = await serve(answering(list));
	await gone[Symbol.asyncDispose]();
	for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) {
		set(name, gone.url);
	}

	for (const url of [plain('ryze.test'), 'https://ryze.test']) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		assert.deepEqual(await ask(url), {kind: 'unreachable', reason: 'proxy-unreachable'}, url);
	}
});

test('closing the client leaves a proxy that says nothing', async t => {
	const set = withoutProxies(t);
	const {promise, resolve} = Promise.withResolvers<void>();
	await using proxy = await serveRaw(() => {
		resolve();
	});
	set('HTTPS_PROXY', proxy.url);
	const client = clientFor({baseUrl: 'https://ryze.test', timeout: 60_000});
	const outcome = client.fetchList(new AbortController().signal);
	await promise;
	await client.close();
	assert.deepEqual(await outcome, {kind: 'unreachable', reason: 'closed'});
	await proxy.isLeft();
});
