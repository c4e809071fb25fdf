import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {describeShare} from '../../../../source/core/fleet/past/share.js';
import type {Fleet} from '../../../../source/core/fleet/fleet.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import type {Remembering} from '../../../../source/polling/memory/remembering.js';
import {createWatchMemory, type WatchMemory} from '../../../../source/polling/memory/watch-memory.js';
import {createWatcher, type WatcherOptions} from '../../../../source/polling/watcher.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';
import {listed} from '../../../helpers/fold-snapshot.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {createHandClock} from '../../../helpers/hand-clock.js';
import {until} from '../../../helpers/processes.js';

const minute = 60_000;
const hour = 60 * minute;

/** Watches one account of two instances, of which `isDown` says when the first is down. */
function watch(start: number, more: Pick<WatcherOptions, 'memory' | 'shares' | 'interval'>, isDown: (at: number) => boolean = () => false) {
	const clock = createHandClock(start);
	const watcher = createWatcher({
		accounts: [{
			account, host: sanitize('api.example'), timeout: 15_000,
			async fetchList() {
				const state = isDown(clock.now()) ? 'disconnected' : 'connected';
				return listed(snapshotOf([{name: 'a', state}, {name: 'b', state: 'connected'}], clock.now()));
			},
		}],
		clock, random: () => 0, ...more,
	});
	return {clock, watcher};
}

function openMemory(file: string, isReader: boolean) {
	return createWatchMemory({
		file, accounts: [{account, names: [], url: 'https://api.example'}], isReader, isShownUnanswered: !isReader, elapsed: () => 0, isIdle: () => false,
		recalled: () => undefined, report: words => assert.fail(words),
	});
}

/** The memory of the account, once it is open: a busy machine takes longer than a poll waits for it. */
async function openedFor(memory: WatchMemory): Promise<Remembering> {
	const remembering = await memory.of(account);
	return remembering ?? openedFor(memory);
}

/** What the column of the last day shows for each instance. */
const textsOf = ({inventory: {shares}}: Fleet) => shares.get(account)?.values().map(({up24h}) => describeShare(up24h, unicodeSymbols)).toArray();

test('a second process tells the shares that a first one saw, with its first answer', async () => {
	const file = path.join(freshFolder(), 'shares.db');
	const shares = ['~75.0%', '~100%'];
	const run = async (start: number, length: number, isReader: boolean) => {
		const memory = openMemory(file, isReader);
		const {clock, watcher} = watch(
			start,
			{memory, shares: {areWanted: () => true, areAwaited: isReader}, interval: 10 * minute},
			at => at >= noon + (30 * minute) && at < noon + hour,
		);
		const told: unknown[] = [];
		watcher.subscribe(({fleet}) => {
			told.push(textsOf(fleet));
		});
		const stop = new AbortController();
		// It is open before the first poll, which waits for it no longer than a person would.
		assert.ok(await openedFor(memory));

		const running = watcher.run(stop.signal);
		await clock.turn(length);
		// Looking them up goes on between other work, however long that takes.
		await until(() => isDeepStrictEqual(told.at(-1), shares), 'the shares');
		stop.abort();
		await running;
		memory.close();
		return told;
	};

	const first = await run(noon, 2 * hour, false);
	assert.equal(first[0], undefined, 'the first picture does not wait');
	assert.deepEqual((await run(noon + (3 * hour), 1, true))[0], shares);
});

test('shares are looked up while they are wanted, once a minute at most, and as soon as they are', async () => {
	let lookedUp = 0;
	let areWanted = false;
	const remembering: Remembering = {
		* recall(fleet) { // eslint-disable-line require-yield -- nothing takes long
			return fleet;
		},
		* record() { // eslint-disable-line require-yield -- the same
			return undefined;
		},
		* shares() { // eslint-disable-line require-yield -- the same
			lookedUp++;
			return new Map();
		},
		noted: () => undefined,
		pastOf: () => [],
		acknowledge: () => undefined,
		visited: () => undefined,
		* downCounts() { // eslint-disable-line require-yield -- the same
			return undefined;
		},
		eventsBefore: () => ({events: [], falls: [], older: undefined}), * keep() {
			// Nothing is kept.
		},
		release: () => undefined,
	};
	const memory = {open: () => undefined, of: async () => remembering, recorded: () => undefined};
	const {clock, watcher} = watch(noon, {memory, shares: {areWanted: () => areWanted, areAwaited: false}, interval: 10 * minute});
	watcher.lookUpShares();
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	const lookUps = async (turned: number) => {
		await clock.turn(turned);
		return lookedUp;
	};

	watcher.lookUpShares();
	assert.equal(await lookUps(minute), 0, 'nobody wants them');
	areWanted = true;
	watcher.lookUpShares();
	watcher.lookUpShares();
	assert.equal(await lookUps(1), 1, 'before the next poll');
	watcher.lookUpShares();
	assert.equal(await lookUps(minute - 10), 1);
	assert.equal(await lookUps(10 * minute), 2, 'after a poll');
	areWanted = false;
	assert.equal(await lookUps(20 * minute), 2);
	stop.abort();
	await running;
});
