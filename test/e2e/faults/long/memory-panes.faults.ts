import assert from 'node:assert/strict';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {describe} from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {checkRecorded, serveTruth} from '../memory/truth.js';
import {changeSeen, runOn, watch} from '../memory/watching.js';

const second = 1000;

describe('several processes on one memory', {concurrency: true}, () => {
	for (const [seconds, what] of [[30, 'shorter than the others wait for it'], [70, 'longer than the others wait for it']] as const) {
		test(`what is seen while the one that records is stopped, ${what}, is neither missed, nor invented, nor there twice`, async () => {
			const file = path.join(freshFolder(), 'history.db');
			await using truth = await serveTruth(2);
			await using holder = await watch(truth, {file});
			await changeSeen(truth, holder, 0, 2);
			await using other = await watch(truth, {file});
			// The other one knows from its second reading on that the first one records.
			await sleep(20 * second);
			await changeSeen(truth, other, 2, 4);
			holder.child.kill('SIGSTOP');
			const end = Date.now() + (seconds * second);
			let changes = 4;
			// Each goes through all states and comes back, so that one that looks only at the end cannot tell.
			while (Date.now() < end) {
				// eslint-disable-next-line no-await-in-loop -- one after the other
				await changeSeen(truth, other, changes, changes + 1);
				changes++;
			}

			holder.child.kill('SIGCONT');
			await sleep(2 * second);
			await changeSeen(truth, other, changes, changes + 3);
			await sleep(25 * second);
			await changeSeen(truth, other, changes + 3, changes + 5);
			await other.end();
			await holder.end();
			checkRecorded(file, truth);
			assert.deepEqual([...holder.said(), ...other.said()], []);
		});
	}

	test('panes that poll at different intervals, and lists that come and go, agree on what was', async () => {
		const file = path.join(freshFolder(), 'history.db');
		await using truth = await serveTruth(3);
		await using slow = await watch(truth, {file, interval: '5s'});
		await using fast = await watch(truth, {file});
		for (let index = 0; index < 4; index++) {
			const name = truth.names[index % truth.names.length] ?? '';
			truth.change(index);
			// eslint-disable-next-line no-await-in-loop -- one after the other
			const [listed] = await Promise.all([runOn(truth, ['list', '--output', 'csv'], {file}), fast.sees(name), slow.sees(name)]);
			assert.equal(listed.stderr, '');
			assert.equal(listed.stdout.trim().split('\n').length, 1 + truth.names.length);
		}

		const {stdout} = await runOn(truth, ['list', 'since<1m', '--output', 'csv'], {file});
		assert.ok(truth.names.every(name => stdout.includes(name)), 'what a pane has recorded a list knows');
		await slow.end();
		await changeSeen(truth, fast, 4, 7);
		await fast.end();
		checkRecorded(file, truth);
		assert.deepEqual([...slow.said(), ...fast.said()], []);
	});
});
