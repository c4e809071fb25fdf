import assert from 'node:assert/strict';
import test from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {newFleet, type Fleet} from '../../../source/core/fleet/fleet.js';
import {accountId, type AccountId} from '../../../source/core/instance/instance.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {watchUntil} from '../../../source/polling/watch-until.js';
import type {FleetChange} from '../../../source/polling/fleet-changes.js';
import {createWatcher} from '../../../source/polling/watcher.js';
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
			account, host: sanitize(`${account}.example`), timeout: 15_000, fetchList: async () => answers(account, clock.now()),
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
			account: mine, host: sanitize('mine.example'), timeout: 15_000, async fetchList() {
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

/** A watcher of two accounts on a clock that is turned by hand, with the signals that its requests got. */
function startTwo(fetchList: (account: AccountId, at: number) => Promise<Outcome>) {
	const clock = createHandClock(noon);
	const signals: AbortSignal[] = [];
	const watcher = createWatcher({
		accounts: [mine, theirs].map(account => ({
			account, host: sanitize(`${account}.example`), timeout: 15_000, async fetchList(signal) {
				signals.push(signal);
				return fetchList(account, clock.now());
			},
		})),
		clock, interval: 5000, random: () => 0,
	});
	return {clock, watcher, signals};
}

/** How a promise ends: `ended`, or the message that it is rejected with. */
async function endOf(promise: Promise<unknown>): Promise<string> {
	try {
		await promise;
		return 'ended';
	} catch (error) {
		return error instanceof Error ? error.message : 'no error';
	}
}

/** Reached only in failure, in milliseconds. */
const deadline = 10_000;

/** How a promise ends that waits for nothing; `pending` where it does not. */
async function soonEndOf(promise: Promise<unknown>): Promise<string> {
	const waited = new AbortController();
	const end = await Promise.race([endOf(promise), setTimeout(deadline, 'pending', {signal: waited.signal}).catch(() => '')]);
	waited.abort();
	return end;
}

test('an abort ends the watching though a subscriber never takes its change', async () => {
	const {clock, watcher} = startTwo(async (account, at) => answer(account, [{name: 'a'}], at));
	watcher.subscribe(async () => Promise.withResolvers<void>().promise);
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	await clock.turn(12_000);
	stop.abort();
	assert.equal(await soonEndOf(running), 'ended');
	assert.deepEqual(clock.sleeping(), []);
});

test('no subscriber holds up another account once the signal was aborted, and until then each change waits', async () => {
	const {clock, watcher, signals} = startTwo(async (account, at) => answer(account, [{name: 'a'}], at));
	let taken = 0;
	watcher.subscribe(async () => {
		taken += 1;
		await Promise.withResolvers<void>().promise;
	});
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	await clock.turn(12_000);
	assert.deepEqual([taken, signals.length], [1, 2]);
	stop.abort();
	assert.equal(await soonEndOf(running), 'ended');
});

test('a subscriber that throws between two polls ends the watching with what it threw, and with nothing else', async () => {
	// A rejection that nobody handles fails the test by itself.
	const {clock, watcher} = startTwo(async () => down);
	watcher.subscribe(({poll}) => {
		if (poll === undefined) {
			throw new Error('of the subscriber');
		}
	});
	const ended = endOf(watcher.run(new AbortController().signal));
	await clock.turn(30_000);
	assert.equal(await soonEndOf(ended), 'ended');
	assert.equal(await ended, 'of the subscriber');
	assert.deepEqual(clock.sleeping(), []);
});

test('a subscriber that throws while all pollers sleep ends the watching at once', async () => {
	const {clock, watcher} = startTwo(async (account, at) => answer(account, [{name: 'a'}], at));
	watcher.subscribe(({poll}) => {
		if (poll === undefined) {
			throw new Error('of the subscriber');
		}
	});
	const ended = endOf(watcher.run(new AbortController().signal));
	await clock.turn(3000);
	watcher.pollers.get(mine)?.setInterval(20_000);
	assert.equal(await soonEndOf(ended), 'ended');
	assert.equal(await ended, 'of the subscriber');
	assert.deepEqual(clock.sleeping(), []);
});

test('a request that is rejected ends the watching of every account', async () => {
	const {clock, watcher, signals} = startTwo(async (account, at) => {
		if (account === theirs && at > noon) {
			throw new Error('of the request');
		}

		return answer(account, [{name: 'a'}], at);
	});
	const ended = endOf(watcher.run(new AbortController().signal));
	await clock.turn(6000);
	assert.equal(await ended, 'of the request');
	const made = signals.length;
	await clock.turn(60_000);
	assert.equal(signals.length, made);
	assert.ok(signals.every(({aborted}) => aborted));
	assert.deepEqual(clock.sleeping(), []);
});

test('watching until something holds takes no more changes after it was rejected', async () => {
	const subscriptions = new Set<string>();
	const rejected = {
		pollers: new Map(),
		fleet: () => newFleet([]),
		subscribe() {
			subscriptions.add('one');
			return () => {
				subscriptions.clear();
			};
		},
		lookUpShares: () => undefined,
		async run() {
			throw new Error('of the watcher');
		},
	};
	assert.equal(await endOf(watchUntil(rejected, new AbortController().signal, () => undefined)), 'of the watcher');
	assert.equal(subscriptions.size, 0);
});

/** Watches one account whose polls hang from a time on, until they are let go. */
function watchHanging(hangsFrom: number) {
	const clock = createHandClock(noon);
	const hanging = Promise.withResolvers<void>();
	const watcher = createWatcher({
		accounts: [{
			account: mine, host: sanitize('mine.example'), timeout: 15_000, async fetchList() {
				if (clock.elapsed() >= hangsFrom) {
					await hanging.promise;
				}

				return answer(mine, [{name: 'a'}], clock.now());
			},
		}],
		clock, interval: 5000, random: () => 0,
	});
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	return {
		clock, watcher, feed: () => watcher.fleet().feeds.get(mine),
		letGo() {
			hanging.resolve();
		},
		async end() {
			stop.abort();
			hanging.resolve();
			await running;
			assert.deepEqual(clock.sleeping(), []);
		},
	};
}

test('a poll that hangs is told while it hangs, and is trouble once the planned wait and the timeout are over', async () => {
	const {clock, watcher, feed, letGo, end} = watchHanging(5000);
	await clock.turn(6900);
	assert.equal(feed()?.isWaiting, false);
	await clock.turn(200);
	assert.equal(feed()?.isWaiting, true);
	assert.equal(feed()?.trouble, undefined);
	await clock.turn(13_800);
	assert.equal(feed()?.trouble, undefined);
	await clock.turn(200);
	assert.deepEqual(feed()?.trouble?.outcome, {kind: 'overdue'});
	assert.deepEqual(watcher.fleet().log.events.map(({kind, at}) => [kind, at]), [['trouble-began', noon + 21_000]]);
	await clock.turn(600_000);
	assert.equal(watcher.fleet().log.events.length, 1);
	letGo();
	await clock.turn(0);
	assert.equal(feed()?.trouble, undefined);
	assert.equal(feed()?.isWaiting, false);
	assert.deepEqual(watcher.fleet().log.events.map(({kind}) => kind), ['unwatched', 'trouble-ended', 'trouble-began']);
	await end();
});

test('a first poll that hangs is trouble as well', async () => {
	const {clock, feed, end} = watchHanging(0);
	await clock.turn(15_900);
	assert.equal(feed()?.trouble, undefined);
	await clock.turn(200);
	assert.deepEqual(feed()?.trouble?.outcome, {kind: 'overdue'});
	await end();
});

test('polls that take their time, and an interval that changes, are no silence', async () => {
	const {clock, watcher, feed, end} = watchHanging(Infinity);
	await clock.turn(3000);
	watcher.pollers.get(mine)?.setInterval(60_000);
	await clock.turn(59_000);
	assert.equal(feed()?.polls.made, 2);
	watcher.pollers.get(mine)?.setInterval(600_000);
	await clock.turn(1_200_000);
	watcher.pollers.get(mine)?.pollNow();
	await clock.turn(5000);
	assert.deepEqual(watcher.fleet().log.events.filter(({kind}) => kind.startsWith('trouble')), []);
	assert.equal(feed()?.isWaiting, false);
	await end();
});

test('a wall clock that is set back does not make silence last longer', async () => {
	const {clock, feed, end} = watchHanging(5000);
	await clock.turn(5100);
	clock.set(noon - 3_600_000);
	await clock.turn(16_000);
	assert.deepEqual(feed()?.trouble?.outcome, {kind: 'overdue'});
	await end();
});

test('time in which the process was stopped is no trouble, though the picture is not live until the next answer', async () => {
	const {clock, watcher, feed, letGo, end} = watchHanging(5000);
	await clock.turn(1000);
	clock.stop(600_000);
	await clock.turn(100);
	assert.deepEqual(feed()?.trouble?.outcome, {kind: 'unwatched'});
	letGo();
	await clock.turn(0);
	assert.equal(feed()?.trouble, undefined);
	assert.deepEqual(watcher.fleet().log.events.map(({kind}) => kind), ['unwatched']);
	await end();
});

test('after the machine slept the picture is not live until the next answer, which is asked for at once', async () => {
	const {clock, watcher, feed, end} = watchHanging(Infinity);
	watcher.pollers.get(mine)?.setInterval(60_000);
	await clock.turn(11_000);
	const made = feed()?.polls.made ?? 0;
	const troubles: Array<string | undefined> = [];
	const unsubscribe = watcher.subscribe(({fleet}) => {
		troubles.push(fleet.feeds.get(mine)?.trouble?.outcome.kind);
	});
	clock.set(clock.now() + 3_600_000);
	await clock.turn(5100);
	unsubscribe();
	assert.ok(troubles.includes('unwatched'), String(troubles));
	assert.equal(feed()?.polls.made, made + 1);
	assert.equal(feed()?.trouble, undefined);
	assert.deepEqual(watcher.fleet().log.events.map(({kind}) => kind), ['unwatched']);
	await end();
});
