import assert from 'node:assert/strict';
import test from 'node:test';
import type {Fleet} from '../../../source/core/fleet/fleet.js';
import {accountId, type AccountId} from '../../../source/core/instance/instance.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {createWatcher, watchUntil, type FleetChange} from '../../../source/polling/watcher.js';
import {noon, snapshotOf, type WireItem} from '../../helpers/fleet.js';
import {listed} from '../../helpers/fold-snapshot.js';
import {createHandClock} from '../../helpers/hand-clock.js';

const [mine, theirs] = [accountId('mine'), accountId('theirs')];
const down: Outcome = {kind: 'unreachable', reason: 'refused'};

/** The answer of one account: its instances belong to it. */
function answer(account: AccountId, items: readonly WireItem[], at: number): Outcome {
	return listed(snapshotOf(items, at, account));
}

/** Watches two accounts on a clock that is turned by hand; `answers` gives what each account's polls come to. */
function watchTwo(answers: (account: AccountId, at: number) => Outcome) {
	const clock = createHandClock(noon);
	const watcher = createWatcher({
		accounts: [mine, theirs].map(account => ({
			account, host: sanitize(`${account}.example`), fetchList: async () => answers(account, clock.now()),
		})),
		clock, interval: 5000, random: () => 0,
	});
	const changes: FleetChange[] = [];
	watcher.subscribe(change => {
		changes.push(change);
	});
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	return {
		clock, watcher, changes,
		async end() {
			stop.abort();
			await running;
		},
	};
}

const sinceOf = ({inventory}: Fleet, name: string) => inventory.tracked.values().find(({instance}) => instance.name === name)?.since.at;

test('one hour of sleep moves no time, however many accounts are watched, and each account tells of it once', async () => {
	const {clock, watcher, end} = watchTwo((account, at) => answer(account, [{name: `of-${account}`}], at));
	await clock.turn(12_000);
	const before = watcher.fleet();
	clock.set(clock.now() + 3_600_000);
	await clock.turn(12_000);
	const after = watcher.fleet();
	for (const account of [mine, theirs]) {
		assert.equal(sinceOf(after, `of-${account}`), sinceOf(before, `of-${account}`));
		assert.equal(after.inventory.coverage.get(account)?.past.length, 1);
	}

	assert.deepEqual(after.log.events.map(({kind}) => kind), ['unwatched', 'unwatched']);
	assert.deepEqual(new Set(after.log.events.map(({account}) => account)), new Set([mine, theirs]));
	await end();
});

test('the trouble of one account is its own, and the other goes on', async () => {
	const {clock, watcher, end} = watchTwo((account, at) => account === theirs && at > noon ? down : answer(account, [{name: `of-${account}`}], at));
	await clock.turn(16_000);
	const {feeds, log} = watcher.fleet();
	assert.equal(feeds.get(mine)?.trouble, undefined);
	assert.equal(feeds.get(theirs)?.trouble?.outcome, down);
	assert.deepEqual(log.events.map(({kind, account}) => [kind, account]), [['trouble-began', theirs]]);
	await end();
});

test('every change comes in its order, after the one before has been taken, and none is lost', async () => {
	const {clock, changes, end} = watchTwo((account, at) => answer(account, [{name: `of-${account}`}], at));
	await clock.turn(26_000);
	const polls = changes.filter(({poll}) => poll !== undefined);
	assert.equal(polls.length, 12);
	assert.ok(changes.every(({before}, index) => index === 0 || before === changes[index - 1]?.fleet));
	assert.equal(polls.at(-1)?.fleet.feeds.get(mine)?.polls.made, 6);
	assert.equal(polls.at(-1)?.fleet.feeds.get(theirs)?.polls.made, 6);
	await end();
});

test('while polls succeed a poll that begins changes nothing; while they fail it takes the time of the next try away', async () => {
	let isDown = false;
	const {clock, changes, end} = watchTwo((account, at) => isDown ? down : answer(account, [{name: 'a'}], at));
	await clock.turn(11_000);
	assert.ok(changes.every(({poll}) => poll !== undefined));
	isDown = true;
	await clock.turn(30_000);
	const begun = changes.filter(({poll}) => poll === undefined);
	assert.ok(begun.length > 0);
	assert.ok(begun.every(({fleet}) => fleet.feeds.values().some(({next, trouble}) => next === undefined && trouble !== undefined)));
	await end();
});

test('watching until something holds ends with it, and leaves no sleeper behind', async () => {
	const clock = createHandClock(noon);
	let polls = 0;
	const watcher = createWatcher({
		accounts: [{
			account: mine, host: sanitize('mine.example'), async fetchList() {
				polls += 1;
				return answer(mine, [{name: 'a', state: polls < 3 ? 'connecting' : 'connected'}], clock.now());
			},
		}],
		clock, interval: 5000,
	});
	const found = watchUntil(watcher, new AbortController().signal, ({poll}) => {
		const state = poll.outcome.kind === 'ok' ? poll.outcome.snapshot.instances[0]?.state.kind : undefined;
		return state === 'connected' ? polls : undefined;
	});
	await clock.turn(60_000);
	assert.equal(await found, 3);
	assert.deepEqual(clock.sleeping(), []);
});
