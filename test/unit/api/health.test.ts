import assert from 'node:assert/strict';
import type {IncomingMessage} from 'node:http';
import {test} from 'node:test';
import {decodeHealth, readUptime} from '../../../source/api/decode-health.js';
import {createHealthClients} from '../../../source/api/health-clients.js';
import {createHealthClient} from '../../../source/api/health-client.js';
import {accountId} from '../../../source/core/instance/instance.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {mask, Secret} from '../../../source/core/text/secret.js';
import type {ServerReport} from '../../../source/core/polling/server.js';
import {day, hour} from '../../../source/core/text/duration.js';
import {
	answering,
	serve,
	serveRaw,
	serveSecurely,
	type LoopbackServer,
} from '../../helpers/servers/loopback-server.js';

const plain = (text: string) => text;

const decode = (status: number, body: string | undefined, maskText = plain) => decodeHealth(status, body, maskText);

const unreadable: ServerReport = {kind: 'unknown', reason: 'unreadable'};

/** What a server of this address reports to a client of no token. */
async function ask(url: string, timeout = 2000): Promise<ServerReport | undefined> {
	const client = createHealthClient({baseUrl: url, timeout, maskText: plain});
	try {
		return await client.fetchHealth(new AbortController().signal);
	} finally {
		await client.close();
	}
}

test('the documented answers are read', () => {
	const body = (status: string, db: string) => JSON.stringify({
		status, service: 'ryzeapi', uptime: '12h34m56s', timestamp: '2026-11-27T12:00:00Z', checks: {db, cache: 'ok'},
	});
	const uptime = 45_296_000;
	assert.deepEqual(decode(200, body('ok', 'ok')), {kind: 'ok', uptime, failing: []});
	assert.deepEqual(decode(503, body('degraded', 'timeout')), {kind: 'degraded', uptime, failing: ['db']});
	assert.deepEqual(decode(200, body('degraded', 'timeout')), {kind: 'degraded', uptime, failing: ['db']});
});

test('an uptime is in hours, minutes and seconds, and anything else is none', () => {
	const check = (text: string, expected: number | undefined) => {
		assert.equal(readUptime(text), expected, text);
	};

	check('0s', 0);
	check('56s', 56_000);
	check('5m3s', 303_000);
	check('75h0m12s', (75 * hour) + 12_000);
	check('87600h0m0s', 3650 * day);
	for (const text of ['', '-5s', '12h', '12h34m', '1h5s', '99m0s', '1m75s', '1.5s', '5', '1d2h', ' 5s', '5s\n', '9999999h0m0s', '1e3s', '٥s', `${'9'.repeat(400)}s`]) {
		check(text, undefined);
	}
});

test('what is not documented is not guessed at', () => {
	const check = (expected: ServerReport, status: number, body: unknown) => {
		assert.deepEqual(decode(status, typeof body === 'string' ? body : JSON.stringify(body)), expected, JSON.stringify(body));
	};

	for (const body of ['', 'ok', '<html>', '{', '[]', 'null', '"ok"', '{}', {status: 1}, {status: null}, {status: ['ok']}, {Status: 'ok'}, '['.repeat(10_000)]) {
		check(unreadable, 200, body);
	}

	check({kind: 'unknown', reason: 'not-there'}, 404, {status: 'ok'});
	for (const status of [204, 302, 401, 429, 500, 502]) {
		check(unreadable, status, {status: 'ok'});
	}

	// A gateway's status contradicts the body.
	check(unreadable, 503, {status: 'ok'});
	check({
		kind: 'other', word: sanitize('unhealthy'), uptime: undefined, failing: [],
	}, 200, {status: 'unhealthy'});
	// Fields of another type say nothing.
	for (const uptime of [45_296, -1, null, {}, '-12h34m56s', Infinity]) {
		check({kind: 'ok', uptime: undefined, failing: []}, 200, {status: 'ok', uptime});
	}

	for (const checks of [null, 'ok', 5, ['db'], {}]) {
		check({kind: 'degraded', uptime: undefined, failing: []}, 503, {status: 'degraded', checks});
	}
});

test('a word of the server\'s cannot command the terminal, nor fill the screen, nor tell a token in use', () => {
	const token = 'tok-3f9c1d77aa20';
	const body = JSON.stringify({
		status: '\u{1B}]0;owned\u{7}\u{202E}\n',
		checks: {
			['x'.repeat(5000)]: 'no', [token]: 'no', '\u{1B}[2Jdb': null, fourth: 'no', __proto__x: 'no',
		},
	});
	const report = decode(200, body, text => text.split(token).join(mask));
	assert.strictEqual(report.kind, 'other');
	const texts = [report.word, ...report.failing];
	assert.equal(report.failing.length, 3);
	assert.ok(texts.every(text => !/[\p{Bidi_Control}\p{Control}]/v.test(text) && text.length <= 20 && !text.includes(token)), JSON.stringify(texts));
});

test('the request has no token in any form, and follows no redirect to any origin', async () => {
	const seen: IncomingMessage[] = [];
	await using other = await serve((request, response) => {
		seen.push(request);
		response.end('{"status":"ok"}');
	});
	await using server = await serve((request, response) => {
		seen.push(request);
		response.writeHead(request.url === '/health' ? 302 : 307, {location: request.url === '/health' ? `${other.url}/health` : '/health'}).end();
	});
	const token = 'tok-3f9c1d77aa20';
	const source = (url: string, name: string) => ({
		account: accountId(name), url, timeout: 2000, token: {current: () => new Secret(token)},
	});
	const clients = createHealthClients([source(server.url, 'a'), source(`${server.url}/below`, 'b'), source(`${server.url}/`, 'c')]);
	const {signal} = new AbortController();
	assert.deepEqual(await clients.of(accountId('a'))?.fetchHealth(signal), unreadable);
	assert.deepEqual(await clients.of(accountId('b'))?.fetchHealth(signal), unreadable);
	assert.equal(clients.of(accountId('a')), clients.of(accountId('c')), 'one address is one client');
	await clients.close();
	assert.deepEqual(seen.map(({method, url, headers}) => [method, url, headers.host]), [
		['GET', '/health', new URL(server.url).host], ['GET', '/below/health', new URL(server.url).host],
	]);
	for (const {rawHeaders, headers} of seen) {
		assert.ok(!rawHeaders.join('\n').includes(token));
		assert.deepEqual(Object.keys(headers).filter(name => /token|auth|key|cookie/v.test(name)), []);
	}
});

test('whatever a server does, a look ends in time and tells why it is not known how it is', async () => {
	const noAnswer: ServerReport = {kind: 'unknown', reason: 'no-answer'};
	const check = async (making: Promise<LoopbackServer>, expected: ServerReport) => {
		await using server = await making;
		assert.deepEqual(await ask(server.url, 300), expected);
	};

	await Promise.all([
		check(serve(answering('{"status":"ok","uptime":"5s"}')), {kind: 'ok', uptime: 5000, failing: []}),
		check(serve(answering('x'.repeat(100_000))), unreadable),
		check(serve(answering('{"status":"ok"}', {'content-encoding': 'gzip'})), unreadable),
		check(serve(() => undefined), noAnswer),
		check(serve((_, response) => {
			response.write('{"status":');
		}), noAnswer),
		check(serveRaw(socket => {
			socket.destroy();
		}), noAnswer),
		check(serveRaw(socket => {
			socket.end('SSH-2.0-x\r\n');
		}), noAnswer),
		// A certificate that no authority has signed is refused, as for the list.
		(async () => {
			await using server = await serveSecurely(answering('{"status":"ok"}'));
			assert.deepEqual(await ask(server.url.replace('http:', 'https:')), noAnswer);
		})(),
	]);
});

test('a look that is stopped tells nothing, and one after the end sends nothing', async () => {
	await using server = await serve(() => undefined);
	const client = createHealthClient({baseUrl: server.url, timeout: 5000, maskText: plain});
	const stop = new AbortController();
	const asked = client.fetchHealth(stop.signal);
	stop.abort();
	assert.equal(await asked, undefined);
	await client.close();
	assert.equal(await client.fetchHealth(new AbortController().signal), undefined);
});
