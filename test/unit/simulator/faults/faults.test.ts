import assert from 'node:assert/strict';
import {test} from 'node:test';
import {troubleOf} from '../../../../source/core/polling/feed.js';
import type {Fault} from '../../../../source/simulator/faults/fault.js';
import {faultGroups, type FaultId} from '../../../../source/simulator/faults/faults.js';
import {someOf} from '../../../helpers/properties/tries.js';
import {clientFor} from '../../api/asking.js';
import {ask, serve} from '../serving.js';

const faults = Object.values(faultGroups).flat();

test('every fault has an id of its own, and says in one line what it does', () => {
	assert.ok(faults.length > 80);
	assert.equal(new Set(faults.map(({id}) => id)).size, faults.length);
	assert.deepEqual(faults.filter(({summary}) => !/^[^\n]{4,120}\.$/v.test(summary)).map(({id}) => id), []);
});

test('a fault lasts from when it is suffered until it is healed, and another one takes its place', async () => {
	await using simulator = await serve();
	const statuses: number[] = [];
	const note = async () => {
		const {status} = await ask(simulator);
		statuses.push(status);
	};

	await note();
	simulator.beginFault('401');
	await note();
	await note();
	simulator.beginFault('500');
	await note();
	simulator.endFault();
	await note();
	assert.deepEqual(statuses, [200, 401, 401, 500, 200]);
	assert.equal(simulator.requests(), 5);
});

test('what is met by a fault is told without a status', async () => {
	const told: Array<number | undefined> = [];
	await using simulator = await serve({
		onRequest({status}) {
			told.push(status);
		},
	});
	simulator.beginFault('500');
	await ask(simulator);
	simulator.endFault();
	await ask(simulator);
	assert.deepEqual(told, [undefined, 200]);
});

/** Returns whether a client notices the fault only because time passes. */
const isNoticedInTime = ({expected}: Fault) => expected.kind === 'trouble' && expected.words.source.includes('in time');

/** As dear as all others together, as those that go beyond a bound are; `test/e2e/faults` has them, and `api/json/bounds.test.ts` the bounds. */
const dearest: ReadonlySet<FaultId> = new Set<FaultId>(['crowd', 'million-blanks', ...faultGroups.bounds.map(({id}) => id)]);

test('the answer is trouble for a client where the table says so, and a list where it does not', {concurrency: true, timeout: 60_000}, async t => {
	// A server and a client for each: a quarter of them after every change, all of them in `npm run faults`, as the monitor is led through all.
	await Promise.all(someOf(faults.filter(({id}) => !dearest.has(id)), 4).map(async (fault: Fault & {readonly id: FaultId}) => t.test(fault.id, async () => {
		await using simulator = await serve({now: Date.now});
		simulator.beginFault(fault.id);
		const client = clientFor({
			// Long for the other faults, which must not time out on a busy machine.
			baseUrl: simulator.url, token: simulator.token, timeout: isNoticedInTime(fault) ? 300 : 30_000, now: Date.now,
		});
		const outcome = await client.fetchList(new AbortController().signal);
		await client.close();
		assert.equal(troubleOf(outcome, 5000) === undefined, fault.expected.kind === 'live', outcome.kind);
		assert.ok(outcome.kind !== 'ok' || outcome.snapshot.isSimulated, 'a list that was got through a fault is marked as well');
	})));
});
