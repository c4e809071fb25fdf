import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {accountId, type AccountId} from '../../../source/core/instance/instance.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {createWatchMemory} from '../../../source/polling/memory/watch-memory.js';
import {createWatcher} from '../../../source/polling/watcher.js';
import {noon, snapshotOf, type WireItem} from '../../helpers/fleet.js';
import {listed} from '../../helpers/fold-snapshot.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {createHandClock} from '../../helpers/hand-clock.js';

const minute = 60_000;
const [prod, lab] = [accountId('prod'), accountId('lab')];
const down: Outcome = {kind: 'unreachable', reason: 'refused'};

/** Watches two accounts of one deployment for a minute: the list of each, or none. Gives the instances of each, by name and state. */
const watchBoth = async (file: string, start: number, lists: Readonly<Partial<Record<string, readonly WireItem[]>>>) => {
	const clock = createHandClock(start);
	const accounts = [prod, lab];
	const memory = createWatchMemory({
		file, accounts: accounts.map(account => ({account, names: [], url: 'https://api.example'})), isReader: false, isShownUnanswered: true,
		elapsed: clock.elapsed, isIdle: () => true, recalled: () => undefined, report: words => assert.fail(words),
	});
	const watcher = createWatcher({
		accounts: accounts.map(account => ({
			account, host: sanitize('api.example'), timeout: 15_000,
			async fetchList() {
				const items = lists[account];
				return items === undefined ? down : listed(snapshotOf(items, clock.now(), account));
			},
		})),
		clock, interval: 5000, random: () => 0, memory,
	});
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	await Promise.all(accounts.map(async account => memory.of(account)));
	await clock.turn(minute);
	stop.abort();
	await running;
	memory.close();
	const {tracked} = watcher.fleet().inventory;
	const ofAccount = (account: AccountId) => tracked.values().filter(({instance}) => instance.account === account).map(({instance, since}) => `${instance.name} ${instance.state.kind} ${since.at - noon}`).toArray();
	return {prod: ofAccount(prod), lab: ofAccount(lab)};
};

const item = (id: string, name: string, state: string) => ({id, name, state});

test('two accounts at one place are remembered apart, and neither takes what is remembered of the other for its own', async () => {
	const file = path.join(freshFolder(), 'history.db');
	await watchBoth(file, noon, {prod: [item('p1', 'sales', 'disconnected')], lab: [item('l1', 'sales', 'connected')]});
	const again = await watchBoth(file, noon + (10 * minute), {prod: [item('p1', 'sales', 'disconnected')], lab: [item('l1', 'sales', 'connected')]});
	assert.deepEqual(again, {prod: ['sales disconnected 0'], lab: ['sales connected 0']});
});

test('an account that gives no answer shows nothing of another one at its place', async () => {
	const file = path.join(freshFolder(), 'history.db');
	await watchBoth(file, noon, {prod: [item('p1', 'sales', 'connected')]});
	assert.deepEqual(await watchBoth(file, noon + (10 * minute), {prod: [item('p1', 'sales', 'connected')]}), {prod: ['sales connected 0'], lab: []});
});

test('two accounts that answer one list have instances of their own', async () => {
	const file = path.join(freshFolder(), 'history.db');
	const list = [item('x', 'sales', 'connected')];
	assert.deepEqual(await watchBoth(file, noon, {prod: list, lab: list}), {prod: ['sales connected 0'], lab: ['sales connected 0']});
});
