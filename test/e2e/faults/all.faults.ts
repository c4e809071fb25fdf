import assert from 'node:assert/strict';
import {describe, test, type TestContext} from 'node:test';
import {faultGroups} from '../../../source/simulator/faults/faults.js';
import {setups} from './connection-faults.js';
import {lead, trialOf, type Trial} from './lead.js';
import {monitor, type Monitored} from './monitored.js';
import {noting, printResults, type Result} from './results.js';

describe('one long-lived monitor is led through all faults', {concurrency: true}, () => {
	for (const [group, faults] of Object.entries(faultGroups)) {
		test(`of ${group}`, async t => {
			await using monitored = await monitor({
				// Answers of 64 MiB take their time on a busy machine; only the faults of the network are noticed by it.
				timeout: group === 'network' ? '1s' : '10s',
				...group === 'limit' && {preload: 'short-waits'},
			});
			await leadThrough(t, monitored, faults.map(fault => trialOf(monitored, fault)), group);
		});
	}

	for (const [way, setUp] of setups) {
		test(`on the way over ${way}`, async t => {
			await using setup = await setUp();
			await leadThrough(t, setup.monitored, setup.trials, way);
		});
	}
});

async function leadThrough(t: TestContext, monitored: Monitored, trials: readonly Trial[], title: string): Promise<void> {
	const results: Result[] = [];
	for (const trial of trials) {
		// eslint-disable-next-line no-await-in-loop -- One monitor has one fault at a time.
		await t.test(`${trial.id}: ${trial.summary}`, async () => {
			await noting(trial.id, results, async () => lead(monitored, trial));
		});
	}

	printResults(title, results);
	assert.ok(!monitored.screen.bytes().includes(monitored.simulator.token), 'the token was never written');
	assert.deepEqual([...monitored.paths()], ['/api/instance/list'], 'nothing else was asked for');
}
