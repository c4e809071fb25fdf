import type {Socket} from 'node:net';
import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import type {UnreachableReason, Outcome} from '../../../source/core/polling/outcome.js';
import {changeEnvironment} from '../../helpers/change-environment.js';
import {
	answering,
	serve,
	serveRaw,
	serveSecurely,
} from '../../helpers/servers/loopback-server.js';
import {
	ask,
	askRaw,
	askServer,
	clientFor,
	list,
	unreachable,
} from './asking.js';

/** Short for a test, and still far longer than loopback takes. */
const timeout = 300;

test('a server or a proxy that never answers, or stops inside the body, is given up in time', {concurrency: true}, async t => {
	await using proxy = await serveRaw(() => {
		// Says nothing.
	});
	const set = changeEnvironment(t);
	set('HTTPS_PROXY', proxy.url);
	set('https_proxy', undefined);
	set('NO_PROXY', undefined);
	set('no_proxy', undefined);
	await Promise.all([
		t.test('before the headers', async () => {
			assert.deepEqual(await askServer(() => {
				// Says nothing.
			}, {timeout}), unreachable('headers-timeout'));
		}),
		t.test('inside the body', async () => {
			assert.deepEqual(await askServer((_, response) => {
				response.write(list.slice(0, 20));
			}, {timeout}), unreachable('body-timeout'));
		}),
		t.test('inside the TLS handshake', async () => {
			await using server = await serveRaw(() => {
				// Says nothing.
			});
			assert.deepEqual(await ask(server.url.replace('http:', 'https:'), {timeout}), unreachable('connect-timeout'));
		}),
		t.test('from a proxy that says nothing', async () => {
			assert.deepEqual(await ask('https://ryze.test', {timeout}), unreachable('connect-timeout'));
		}),
	]);
});

/** Writes a piece again and again, much more often than the timeout, until the connection is closed. */
const drip = (socket: Socket, piece: string) => {
	const timer = setInterval(() => {
		socket.write(piece);
	}, timeout / 10);
	socket.on('close', () => {
		clearInterval(timer);
	});
};

const earlyHints = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n';

test('an answer that keeps coming and never ends is given up at the timeout, whatever part of it comes', {concurrency: true}, async t => {
	const cases: ReadonlyArray<readonly [part: string, begin: string, piece: string, reason: UnreachableReason]> = [
		['informational answers', earlyHints, earlyHints, 'headers-timeout'],
		['the status line', 'HTTP/1.1 200 O', 'K', 'headers-timeout'],
		['headers', 'HTTP/1.1 200 OK\r\n', 'x: y\r\n', 'headers-timeout'],
		['a body of known length', 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n', ' ', 'body-timeout'],
		['chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', '1\r\n \r\n', 'body-timeout'],
		['a body without an end', 'HTTP/1.1 200 OK\r\n\r\n', ' ', 'body-timeout'],
	];
	await Promise.all(cases.map(async ([part, begin, piece, reason]) => t.test(part, async () => {
		await using server = await serveRaw(socket => {
			socket.write(begin);
			drip(socket, piece);
		});
		assert.deepEqual(await inTime(ask(server.url, {timeout})), unreachable(reason));
		await server.isLeft();
	})));
});

test('only the time of a whole answer counts', {concurrency: true}, async t => {
	await Promise.all([
		t.test('a refusal whose body hangs is still a refusal', async () => {
			const outcome = await inTime(askServer((_, response) => {
				response.writeHead(401, {'content-length': '1000'});
				response.write('{');
			}, {timeout}));
			assert.equal(outcome.kind, 'unauthorized');
		}),
		t.test('a wall clock that is set back makes no answer wait longer', async () => {
			let at = Date.now();
			assert.deepEqual(await inTime(askServer((_, response) => {
				response.write('{');
			}, {
				timeout, now() {
					at -= 3_600_000;
					return at;
				},
			})), unreachable('body-timeout'));
		}),
		t.test('an answer that came while the process was stopped is read, though its time is over', async () => {
			const stopped = 60_000;
			let elapsed = 0;
			const outcome = await inTime(askServer((_, response) => {
				// The process goes on long after the timeout, with this answer waiting for it.
				elapsed = stopped;
				setTimeout(() => {
					response.end(list);
				}, timeout + 50);
			}, {timeout, elapsed: () => elapsed}));
			assert.equal(outcome.kind, 'ok');
		}),
	]);
});

test('a proxy whose tunnel never opens is given up at the timeout, and the next request takes a new connection', async t => {
	let isDripping = true;
	await using proxy = await serveRaw(socket => {
		if (isDripping) {
			socket.write('HTTP/1.1 200 Connection established\r\n');
			drip(socket, 'x: y\r\n');
			return;
		}

		socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
	});
	const set = changeEnvironment(t);
	set('HTTPS_PROXY', proxy.url);
	set('https_proxy', undefined);
	set('NO_PROXY', undefined);
	set('no_proxy', undefined);
	const client = clientFor({baseUrl: 'https://ryze.test', timeout});
	const {signal} = new AbortController();
	assert.deepEqual(await inTime(client.fetchList(signal)), unreachable('connect-timeout'));
	await proxy.isLeft();
	isDripping = false;
	assert.deepEqual(await inTime(client.fetchList(signal)), unreachable('proxy'));
	await client.close();
});

/** The outcome; fails only where none would ever come. */
async function inTime<Value>(outcome: Promise<Value>): Promise<Value> {
	const {promise, reject} = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		reject(new Error('No outcome came.'));
	}, 60_000);
	try {
		return await Promise.race([outcome, promise]);
	} finally {
		clearTimeout(timer);
	}
}

test('what breaks on the way is told apart', async () => {
	const cases: ReadonlyArray<readonly [answer: string, reason: UnreachableReason]> = [
		['', 'reset'],
		[`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${list}`, 'reset'],
		['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnonsense\r\n', 'protocol'],
		['SSH-2.0-OpenSSH_9.2\r\n', 'protocol'],
		[`HTTP/1.1 200 OK\r\n${'x-flood: water\r\n'.repeat(20_000)}\r\n`, 'headers-too-large'],
		[`HTTP/1.1 200 OK\r\ncontent-length: ${list.length}\r\ncontent-length: ${list.length}\r\n\r\n${list}`, 'bad-headers'],
		[`HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n${list}`, 'protocol'],
	];
	for (const [answer, reason] of cases) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		assert.deepEqual(await askRaw(answer), unreachable(reason), answer.slice(0, 40));
	}
});

test('a connection that is refused, or does not speak TLS, is told apart', async () => {
	const server = await serve(answering(list));
	assert.deepEqual(await ask(server.url.replace('http:', 'https:')), unreachable('tls'));
	await server[Symbol.asyncDispose]();
	assert.deepEqual(await ask(server.url), unreachable('refused'));
});

test('polls share a connection that is kept open', async () => {
	await using server = await serve(answering(list));
	const client = clientFor({baseUrl: server.url});
	assert.deepEqual(await pollThrice(client), ['ok', 'ok', 'ok']);
	assert.equal(server.connections(), 1);
	await client.close();
});

test('a server that closes a kept connection in the moment it is used again is asked once more', async () => {
	const answered = new WeakSet<Socket>();
	await using server = await serve((request, response) => {
		if (answered.has(request.socket)) {
			request.socket.destroy();
			return;
		}

		answered.add(request.socket);
		answering(list)(request, response);
	});
	const client = clientFor({baseUrl: server.url});
	assert.deepEqual(await pollThrice(client), ['ok', 'ok', 'ok']);
	await client.close();
});

test('a server that cuts every kept connection is asked once a poll after the first time', async () => {
	const answered = new WeakSet<Socket>();
	let asked = 0;
	await using server = await serve((request, response) => {
		asked += 1;
		if (answered.has(request.socket)) {
			request.socket.resetAndDestroy();
			return;
		}

		answered.add(request.socket);
		answering(list)(request, response);
	});
	const client = clientFor({baseUrl: server.url});
	assert.deepEqual(await pollThrice(client), ['ok', 'ok', 'ok']);
	assert.deepEqual(await pollThrice(client), ['ok', 'ok', 'ok']);
	assert.equal(asked, 7);
	await client.close();
});

test('a connection is used for five minutes at most, so that an address that moves is followed', async () => {
	await using server = await serve(answering(list));
	let elapsed = 0;
	const client = clientFor({baseUrl: server.url, elapsed: () => elapsed});
	const connections: number[] = [];
	for (const at of [0, 200_000, 299_000, 301_000, 500_000, 602_000]) {
		elapsed = at;
		// eslint-disable-next-line no-await-in-loop -- Polls follow each other.
		const {kind} = await client.fetchList(new AbortController().signal);
		assert.equal(kind, 'ok');
		connections.push(server.connections());
	}

	assert.deepEqual(connections, [1, 1, 1, 2, 2, 3]);
	await client.close();
	await server.isLeft();
});

test('an answer with a header of 20 kB is read', async () => {
	const {kind} = await askServer(answering(list, {'content-security-policy': 'x'.repeat(20_000)}));
	assert.equal(kind, 'ok');
});

test('a server that cuts every connection is told as it is, after one more try', async () => {
	let asked = 0;
	await using server = await serve((request, response) => {
		asked += 1;
		if (asked === 1) {
			answering(list)(request, response);
		} else {
			request.socket.destroy();
		}
	});
	const client = clientFor({baseUrl: server.url});
	const {signal} = new AbortController();
	await client.fetchList(signal);
	assert.deepEqual(await client.fetchList(signal), unreachable('reset'));
	assert.equal(asked, 3);
	await client.close();
});

async function pollThrice(client: ReturnType<typeof clientFor>): Promise<readonly string[]> {
	const kinds: string[] = [];
	for (let poll = 0; poll < 3; poll++) {
		// eslint-disable-next-line no-await-in-loop -- Polls follow each other.
		const {kind} = await client.fetchList(new AbortController().signal);
		kinds.push(kind);
	}

	return kinds;
}

/** Lets a request hang at some point, ends it, and waits until the server has seen its connection go. */

const endHanging = async (url: string, server: Awaited<ReturnType<typeof serve>>, hanging: Promise<unknown>, end: (
	client: ReturnType<typeof clientFor>,
	controller: AbortController,
) => Promise<void>): Promise<Outcome> => {
	const client = clientFor({baseUrl: url, timeout: 60_000});
	const controller = new AbortController();
	const outcome = client.fetchList(controller.signal);
	await hanging;
	await end(client, controller);
	const ended = await outcome;
	await client.close();
	await server.isLeft();
	return ended;
};

const ways: ReadonlyArray<readonly [name: string, end: Parameters<typeof endHanging>[3]]> = [
	['closing the client', async client => client.close()],
	['the signal', async (_, controller) => {
		controller.abort();
	}],
];

for (const [name, end] of ways) {
	test(`${name} ends a request that hangs before the headers, inside the body or while it connects`, async () => {
		const headless = Promise.withResolvers<void>();
		await using silent = await serveRaw(() => {
			headless.resolve();
		});
		assert.deepEqual(await endHanging(silent.url, silent, headless.promise, end), unreachable('closed'));

		const inside = Promise.withResolvers<void>();
		await using slow = await serve((_, response) => {
			response.write('{', () => {
				inside.resolve();
			});
		});
		assert.deepEqual(await endHanging(slow.url, slow, inside.promise, end), unreachable('closed'));

		const greeted = Promise.withResolvers<void>();
		await using mute = await serveRaw(() => {
			greeted.resolve();
		});
		assert.deepEqual(await endHanging(mute.url.replace('http:', 'https:'), mute, greeted.promise, end), unreachable('closed'));
	});
}

test('a redirect does not take the token anywhere', async () => {
	let asked = 0;
	await using other = await serve((_, response) => {
		asked += 1;
		response.end(list);
	});
	const outcome = await askServer((_, response) => {
		response.writeHead(302, {location: `${other.url}/api/instance/list`}).end();
	});
	assert.strictEqual(outcome.kind, 'redirected');
	assert.strictEqual(outcome.host, `127.0.0.1:${other.port}`);
	assert.equal(asked, 0);
});

test('a hundred polls leave no listener on the signal', async () => {
	await using server = await serve(answering(list));
	const client = clientFor({baseUrl: server.url});
	const {signal} = new AbortController();
	const warnings: unknown[] = [];
	const note = (warning: unknown) => {
		warnings.push(warning);
	};

	process.on('warning', note);
	for (let poll = 0; poll < 100; poll++) {
		// eslint-disable-next-line no-await-in-loop -- Polls follow each other.
		await client.fetchList(signal);
	}

	const {promise, resolve} = Promise.withResolvers<void>();
	setImmediate(resolve);
	await promise;
	process.off('warning', note);
	assert.deepEqual(warnings, []);
	await client.close();
});

test('a certificate that nobody vouches for is refused, though Node is told to take any', async t => {
	changeEnvironment(t)('NODE_TLS_REJECT_UNAUTHORIZED', '0');
	let asked = 0;
	await using server = await serveSecurely((_, response) => {
		asked += 1;
		response.end(list);
	});
	assert.deepEqual(await ask(server.url.replace('http:', 'https:').replace('127.0.0.1', 'localhost'), {timeout: 2000}), unreachable('tls'));
	assert.equal(asked, 0);
});
