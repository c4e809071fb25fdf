import assert from 'node:assert/strict';
import test from 'node:test';
import {createClient} from '../../../source/api/client.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {Secret} from '../../../source/core/text/secret.js';
import type {Simulator, SimulatorOptions} from '../../../source/simulator/server/server.js';
import {account} from '../../helpers/fleet.js';
import {simulate} from '../../helpers/servers/simulate.js';

/** The client's outcome for one answer of the simulator, asked with that token and for these names. */
async function ask(simulator: Simulator, {token = simulator.accountToken, instances = []}: {readonly token?: string; readonly instances?: readonly string[]} = {}): Promise<Outcome> {
	const secret = new Secret(token);
	const client = createClient({
		account, baseUrl: simulator.url, token: {current: () => secret, refresh: async () => false}, instances, timeout: 5000, now: Date.now,
	});
	const outcome = await client.fetchList(new AbortController().signal);
	await client.close();
	return outcome;
}

async function start(options: Partial<SimulatorOptions> = {}): Promise<Simulator & AsyncDisposable> {
	return simulate({scenario: 'busy', rateLimit: undefined, ...options});
}

const namesIn = (outcome: Outcome) => outcome.kind === 'ok' ? outcome.snapshot.instances.map(({name}) => name) : outcome.kind;

test('an account token without a filter gives the whole account', async () => {
	await using simulator = await start();
	const outcome = await ask(simulator);
	assert.equal(namesIn(outcome).length, simulator.world.instances().length);
	assert.equal(outcome.kind === 'ok' && outcome.snapshot.tokenKind, 'account');
	assert.deepEqual(outcome.kind === 'ok' && outcome.snapshot.rejected, []);
	assert.equal(outcome.kind === 'ok' && outcome.budget?.limit, 100);
});

test('one name gives that instance, or the calm answer that there is none', async () => {
	await using simulator = await start();
	assert.deepEqual(namesIn(await ask(simulator, {instances: ['billing']})), ['billing']);
	const missing = await ask(simulator, {instances: ['nobody']});
	assert.equal(missing.kind, 'not-found');
	assert.equal(missing.kind === 'not-found' && missing.message, 'Instance not found');
});

test('of several names those that exist are given', async () => {
	await using simulator = await start();
	assert.deepEqual(namesIn(await ask(simulator, {instances: ['nobody', 'suporte', 'billing']})), ['billing', 'suporte']);
	assert.deepEqual(namesIn(await ask(simulator, {instances: ['nobody', 'no-one']})), []);
});

test('a filter of blanks is never sent, since the server would answer it with the whole account', async () => {
	const queries: string[] = [];
	await using simulator = await start({
		onRequest({query}) {
			queries.push(query);
		},
	});
	assert.equal(namesIn(await ask(simulator, {instances: ['']})).length, simulator.world.instances().length);
	assert.deepEqual(namesIn(await ask(simulator, {instances: [' ']})), [], 'a name of blanks is looked for here');
	assert.ok(queries.every(query => !query.includes('instanceName')), String(queries));
});

test('an instance token gives its own row, whatever is asked for', async () => {
	await using simulator = await start();
	const token = simulator.instanceToken('billing') ?? '';
	for (const instances of [[], ['suporte'], ['billing', 'suporte']]) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const outcome = await ask(simulator, {token, instances});
		assert.deepEqual(namesIn(outcome), ['billing'], String(instances));
		assert.equal(outcome.kind === 'ok' && outcome.snapshot.tokenKind, 'instance');
	}
});

test('an unknown token is refused in the API\'s words', async () => {
	await using simulator = await start();
	const outcome = await ask(simulator, {token: 'unknown-token'});
	assert.deepEqual(outcome.kind === 'unauthorized' && [outcome.status, outcome.message], [401, 'Invalid token']);
});

test('more than the limit is answered with a 429 and when the window ends', async () => {
	await using simulator = await start({rateLimit: 1});
	await ask(simulator);
	const outcome = await ask(simulator);
	assert.equal(outcome.kind === 'rate-limited' && outcome.message, 'Rate limit exceeded. Try again later.');
	assert.ok(outcome.kind === 'rate-limited' && (outcome.budget?.resetAt ?? 0) > Date.now());
});

test('whatever the hostile fleet puts into its strings, every instance is read', async () => {
	await using simulator = await start({scenario: 'hostile'});
	const outcome = await ask(simulator);
	assert.equal(namesIn(outcome).length, simulator.world.instances().length);
});
