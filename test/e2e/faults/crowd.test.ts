import assert from 'node:assert/strict';
import test from 'node:test';
import {clientFor} from '../../unit/api/asking.js';
import {simulate} from '../../helpers/servers/simulate.js';

test('a hundred thousand instances are a list for a client, and so are none', async () => {
	await using simulator = await simulate();
	simulator.beginFault('crowd');
	const client = clientFor({
		baseUrl: simulator.url, token: simulator.token, timeout: 30_000, now: Date.now,
	});
	const {signal} = new AbortController();
	const crowd = await client.fetchList(signal);
	const none = await client.fetchList(signal);
	await client.close();
	assert.deepEqual([crowd, none].map(outcome => outcome.kind), ['ok', 'ok']);
	assert.ok(crowd.kind === 'ok' && crowd.snapshot.instances.length >= 100_000);
	assert.ok(none.kind === 'ok' && none.snapshot.instances.length === 0);
});
