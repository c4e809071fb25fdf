import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accountId, instanceKey, type AccountId} from '../../../source/core/instance/instance.js';
import {account, snapshotOf} from '../../helpers/fleet.js';
import {listed} from '../../helpers/fold-snapshot.js';
import {drawMonitor} from './drawn-monitor.js';

const first = accountId('first');
const second = accountId('second');

/** An answer of an account with instances of these names. */
const answerOf = (of: AccountId, names: readonly string[]) => {
	const snapshot = snapshotOf(names.map(name => ({name, state: 'connected'})));
	return listed({
		...snapshot,
		account: of,
		instances: snapshot.instances.map(instance => ({...instance, account: of, key: instanceKey(of, instance.name)})),
	});
};

/** What is painted as out of date after these keys, when a poll of one of two accounts has failed. The cursor begins on `a-1`. */
async function dimmedWhenFailing(failing: AccountId, ...chords: readonly string[]): Promise<readonly string[]> {
	const monitor = drawMonitor(30, 80, [first, second]);
	await monitor.does(() => {
		monitor.polled(answerOf(first, ['a-1', 'a-2']), first);
		monitor.polled(answerOf(second, ['b-1', 'b-2']), second);
		for (const chord of chords) {
			monitor.press(chord);
		}
	});
	const {dimmed} = await monitor.does(() => {
		monitor.polled({kind: 'unreachable', reason: 'reset'}, failing);
	});
	await monitor.end();
	return dimmed;
}

const names = (lines: readonly string[]) => lines.map(line => /[ab]-\d/v.exec(line)?.[0]);

test('a row is out of date while the polls of its own account fail, whichever account the header shows', async () => {
	assert.deepEqual(names(await dimmedWhenFailing(first)), ['a-2']);
	assert.deepEqual(names(await dimmedWhenFailing(second)), ['b-1', 'b-2']);
});

test('the detail of an instance whose account is in trouble tells its own age, and its title the account', async t => {
	const monitor = drawMonitor(30, 80, [first, second]);
	t.after(monitor.end);
	await monitor.does(() => {
		monitor.polled(answerOf(first, ['a-1']), first);
		monitor.polled(answerOf(second, ['b-1']), second);
		monitor.press('enter');
	});
	const titles = async (of: AccountId, after: number) => {
		const {painted} = await monitor.does(() => {
			monitor.polled({kind: 'unreachable', reason: 'reset'}, of, after);
		});
		return painted.filter(line => line.startsWith(' ● ')).map(line => line.split(/ {2,}/v)).map(([name, ...parts]) => {
			const age = parts.find(part => part.startsWith('stale '))?.split(' ↓', 1)[0];
			return [name, age];
		});
	};

	assert.deepEqual(await titles(first, 60_000), [[' ● first/a-1', 'stale 1m 10s']]);
	await monitor.does(() => {
		monitor.press(']');
	});
	assert.deepEqual((await titles(second, 30_000)).at(-1), [' ● second/b-1', 'stale 1m 40s']);
});

test('an open detail is out of date while the polls of the account of its instance fail', async () => {
	assert.ok((await dimmedWhenFailing(first, 'enter')).length > 0);
	assert.deepEqual(await dimmedWhenFailing(second, 'enter'), []);
	assert.ok((await dimmedWhenFailing(second, 'G', 'enter')).length > 0);
	assert.deepEqual(await dimmedWhenFailing(first, 'G', 'enter'), []);
});

test('the title of a detail counts the time in a state to the last answer, however long polls fail after it', async t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll([{name: 'sales'}]));
	await monitor.does(async () => monitor.poll([{name: 'sales', state: 'disconnected'}]));
	await monitor.does(() => {
		monitor.press('enter');
	});
	const titles = (painted: readonly string[]) => painted.filter(line => line.startsWith(' ○ sales')).map(line => line.split('↓', 1)[0]?.trimEnd());
	const answered = await monitor.does(async () => monitor.poll([{name: 'sales', state: 'disconnected'}]));
	assert.deepEqual(titles(answered.painted), [' ○ sales  disconnected 5s  reconnect']);
	const failed = await monitor.does(() => {
		monitor.polled({kind: 'unreachable', reason: 'refused'}, account, 9 * 3_600_000);
	});
	assert.deepEqual(titles(failed.painted), [], 'it stays as it was');
});

test('the counts of a screen that is too small for a grid tell their age, also where there is one line alone', async t => {
	const monitor = drawMonitor(1, 30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll([{name: 'sales'}]));
	const {painted} = await monitor.does(() => {
		monitor.polled({kind: 'unreachable', reason: 'refused'}, account, 55_000);
	});
	assert.deepEqual(painted, ['! 55s ●1  1']);
});
