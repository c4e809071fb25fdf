import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect} from 'node:net';
import {test} from 'node:test';
import {startSimulator, type AnsweredRequest} from '../../../../source/simulator/server/server.js';
import sample from '../../../fixtures/sample-200.json' with {type: 'json'};
import {
	ask,
	askInTurn,
	createClock,
	failure,
	namesIn,
	serve,
	statusesOf,
} from '../serving.js';

const strangers: ReadonlyArray<readonly [string, Record<string, string>]> = [
	['no token', {}],
	['an unknown token', {token: 'a1b2c3d4'}],
	['an empty token', {token: ''}],
	['a token in the header apikey', {apikey: 'a1b2c3d4'}],
	['an unknown bearer', {authorization: 'Bearer a1b2c3d4'}],
];

for (const [who, headers] of strangers) {
	test(`${who} is refused as invalid`, async () => {
		await using simulator = await serve();
		const {status, body} = await ask(simulator, {headers});
		assert.equal(status, 401);
		assert.deepEqual(body, failure('Invalid token'));
	});
}

test('the token is taken from Authorization: Bearer as well, in any case', async () => {
	await using simulator = await serve({instances: 3});
	const answers = await askInTurn(simulator, ['Bearer', 'bearer'].map(scheme => ({headers: {authorization: `${scheme} ${simulator.accountToken}`}})));
	assert.deepEqual(answers.map(answered => namesIn(answered).length), [3, 3]);
});

test('the token of an instance that has gone is refused', async () => {
	await using simulator = await serve({scenario: 'empty'});
	simulator.world.add('sales');
	const token = simulator.instanceToken('sales') ?? '';
	simulator.world.remove('sales');
	const {status} = await ask(simulator, {token});
	assert.equal(status, 401);
	assert.equal(simulator.instanceToken('sales'), undefined);
});

test('another path is no route, which differs from no instance', async () => {
	await using simulator = await serve();
	const paths = ['/', '//', '/api/instance/list/', '/api/instance/lists', '/api/instance/connect/sales'];
	const answers = await askInTurn(simulator, paths.map(path => ({path})));
	assert.deepEqual(answers.map(({status, body}) => ({status, body})), paths.map(() => ({status: 404, body: failure('Route not found')})));
});

test('another method is not allowed', async () => {
	await using simulator = await serve();
	const {status, body} = await ask(simulator, {method: 'POST'});
	assert.equal(status, 405);
	assert.deepEqual(body, failure('Method not allowed'));
});

test('an answer has the keys of the API\'s page in the order of the page', async () => {
	await using simulator = await serve({instances: 1});
	const {body} = await ask(simulator);
	assert.deepEqual(keyPaths(body), keyPaths(sample));
});

test('JSON is declared as such', async () => {
	await using simulator = await serve();
	const answers = await askInTurn(simulator, [{}, {token: 'a1b2c3d4'}]);
	assert.deepEqual(answers.map(({headers}) => headers['content-type']), ['application/json; charset=utf-8', 'application/json; charset=utf-8']);
});

test('every answer says that it is the simulator\'s: a list, a refusal, a wrong path, a name that is none, and what is too much', async () => {
	await using simulator = await serve({rateLimit: 3});
	const answers = await askInTurn(simulator, [{}, {token: 'a1b2c3d4'}, {path: '/'}, {query: '?instanceName=nobody'}, {}]);
	assert.deepEqual(statusesOf(answers), [200, 401, 404, 404, 429]);
	assert.deepEqual(answers.map(({headers}) => headers['x-ryzetop-simulator']), ['1', '1', '1', '1', '1']);
});

test('requests are counted and told, with what they were answered', async () => {
	const told: AnsweredRequest[] = [];
	await using simulator = await serve({
		onRequest(request) {
			told.push(request);
		},
	});
	await ask(simulator, {query: '?instanceName=a,b'});
	await ask(simulator, {token: 'a1b2c3d4'});
	assert.equal(simulator.requests(), 2);
	assert.deepEqual(told, [
		{
			method: 'GET', path: '/api/instance/list', query: 'instanceName=a,b', status: 200,
		},
		{
			method: 'GET', path: '/api/instance/list', query: '', status: 401,
		},
	]);
});

test('closing does not wait for connections that are kept open, idle or half asked', {timeout: 5000}, async () => {
	const simulator = await startSimulator({scenario: 'calm', now: createClock().now});
	await ask(simulator);
	const closed = Promise.withResolvers<void>();
	const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
	// An end and a reset are both right.
	socket.on('error', () => undefined);
	socket.on('close', () => {
		closed.resolve();
	});
	await once(socket, 'connect');
	socket.write('GET /api/instance/list HTTP/1.1\r\nHost: half');
	await simulator.close();
	await closed.promise;
	await assert.rejects(ask(simulator), {code: 'ECONNREFUSED'});
});

test('a port in use is named in one line', async () => {
	await using other = await serve();
	const port = Number(new URL(other.url).port);
	await assert.rejects(
		startSimulator({scenario: 'calm', port, now: createClock().now}),
		{message: `Port ${port} on 127.0.0.1 is in use. Choose another, or none to get a free one.`},
	);
});

/** Every key with those above it, in the order they stand. */
function keyPaths(value: unknown, above = ''): readonly string[] {
	if (typeof value !== 'object' || value === null) {
		return [];
	}

	return Array.isArray(value) ? value.flatMap(item => keyPaths(item, `${above}[]`)) : Object.entries(value).flatMap(([key, item]) => [`${above}.${key}`, ...keyPaths(item, `${above}.${key}`)]);
}
