import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newFleet} from '../../../../source/core/fleet/fleet.js';
import {accountId, type AccountId} from '../../../../source/core/instance/instance.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import type {WatchMemory} from '../../../../source/polling/memory/watch-memory.js';
import {recallHour} from '../../../../source/tui/past/recall-hour.js';
import {createActions} from '../../../../source/tui/store/actions.js';
import {createSelectors} from '../../../../source/tui/store/selectors/selectors.js';
import {createMonitorStore} from '../../../../source/tui/store/store.js';
import {noon, snapshotOf} from '../../../helpers/fleet.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';

test('the last hour is looked up anew when an account first answers, when another is shown alone, and when a bucket is over', async () => {
	const accounts = ['prod', 'lab'].map(name => accountId(name));
	const [prod = assert.fail(), lab = assert.fail()] = accounts;
	const store = createMonitorStore({
		fleet: newFleet(accounts.map(account => ({account, host: sanitize('ryze.example')}))), interval: 5000, startedAt: noon,
	});
	const actions = createActions(store, createSelectors(unicodeSymbols));
	const asked: Array<AccountId | undefined> = [];
	let found = Promise.withResolvers<void>();
	const memory: Pick<WatchMemory, 'downCounts'> = {
		* downCounts(_, account) { // eslint-disable-line require-yield -- an iterator is wanted
			asked.push(account);
			return Array.from({length: 20}, () => ({down: asked.length, listed: 9}));
		},
	};
	const polled = recallHour({
		store,
		actions: {
			lastHourRecalled(past) {
				actions.lastHourRecalled(past);
				found.resolve();
			},
		},
		now: () => noon,
		memory: () => memory as WatchMemory,
		elapsed: () => 0,
		signal: new AbortController().signal,
		fail: found.reject,
		async pause() {
			// At once.
		},
	});
	const answer = (account: AccountId, at: number) => {
		const snapshot = snapshotOf([{name: `of-${account}`}], at);
		actions.fleetPolled(foldOne(store.getState().fleet, listed({...snapshot, account}), {at, of: account}), at);
		polled(at);
	};

	const steps = [
		() => {
			answer(prod, noon);
		},
		() => {
			answer(lab, noon);
		},
		() => {
			answer(lab, noon + 1000);
			actions.accountChosen(lab);
		},
		() => {
			answer(lab, noon + 200_000);
		},
		() => {
			actions.accountChosen(undefined);
		},
	];
	for (const step of steps) {
		found = Promise.withResolvers();
		step();
		await found.promise; // eslint-disable-line no-await-in-loop -- one after the other
	}

	assert.deepEqual(asked, [undefined, undefined, lab, lab, undefined]);
	assert.deepEqual(store.getState().hourPast?.counts[0], {down: 5, listed: 9});
});
