import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import fc from 'fast-check';
import {openHistory} from '../../../../source/history/open.js';
import type {ChangeRow} from '../../../../source/history/tables/change.js';
import type {WatchRow} from '../../../../source/history/tables/watch.js';
import {openTables} from '../../../../source/history/tables.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {
	createWorld,
	startWatcher,
	type TestWatcher,
	type World,
} from '../../../helpers/history/watchers.js';
import {tries} from '../../../helpers/properties/tries.js';

const second = 1000;
const noon = Date.UTC(2026, 5, 1, 12);

/** What happens to a watcher at a second of the test, or to the API, which fails for all of them until it answers. */
type Deed = {readonly at: number; readonly who: number; readonly what: 'start' | 'kill' | 'end' | 'fail' | 'answer'};

const deeds = fc.array(fc.record({
	at: fc.integer({min: 0, max: 900}),
	who: fc.integer({min: 0, max: 2}),
	what: fc.constantFrom<Deed['what']>('start', 'start', 'start', 'kill', 'end', 'fail', 'answer'),
}), {minLength: 10, maxLength: 40, size: 'max'});

const changes = fc.array(fc.record({
	at: fc.integer({min: 1, max: 900}),
	instance: fc.integer({min: 0, max: 1}),
	state: fc.constantFrom('connected', 'connecting', 'disconnected', 'qr', undefined),
}), {minLength: 20, maxLength: 60, size: 'max'});

/** Every watcher's interval, in seconds. The states of the world last longer, so that none of them can be missed between two polls. */
const intervals = [5, 2, 7];
const shortest = 20;
const longestInterval = 7 * second;

/** So many stories share a file, as accounts do. */
const storiesPerFile = 20;

const folder = freshFolder();

test('what several watchers record, die and take over, agrees with the world, and nothing is there twice', async () => {
	let round = 0;
	await fc.assert(fc.asyncProperty(deeds, changes, async (plan, story) => {
		round += 1;
		const file = fileOf(round);
		const world = createWorld(story, shortest);
		const place = `host/${round}`;
		const watchers = new Map<number, TestWatcher>();
		for (let time = 0; time <= 1000; time++) {
			const now = plan.filter(deed => deed.at === time);
			for (const {who, what} of now) {
				if (what === 'fail' || what === 'answer') {
					world.setFailing(what === 'fail');
					continue;
				}

				// eslint-disable-next-line no-await-in-loop -- One deed after the other.
				await act(watchers, who, what, {file, place});
			}

			if (time === 950) {
				world.setFailing(false);
				// The last one looks until the end, so that all that was to be found is found.
				// eslint-disable-next-line no-await-in-loop -- See above.
				await act(watchers, 3, 'start', {file, place});
			}

			for (const watcher of watchers.values()) {
				watcher.tick(time, world);
			}
		}

		for (const watcher of watchers.values()) {
			watcher.kill();
		}

		await check({file, place}, world);
	}), {
		numRuns: tries(25),
		// Of some thousand stories one has a newcomer that takes over just before a watcher that knows more: its rule is by time.
		seed: 1,
	});
});

test('a holder that was stopped for long finds that another one records, and writes nothing', async () => {
	const where = {file: path.join(folder, 'stopped.db'), place: 'host'};
	const world = createWorld([{at: 50, instance: 0, state: 'disconnected'}, {at: 150, instance: 0, state: 'connected'}], shortest);
	const [stopped, other] = [
		await startWatcher({
			...where, interval: 5, holder: 'a', start: noon,
		}), await startWatcher({
			...where, interval: 5, holder: 'b', start: noon,
		}),
	];
	for (let time = 0; time <= 300; time++) {
		if (time === 20) {
			stopped.stop();
		} else if (time === 250) {
			assert.deepEqual([stopped.isHolder(), other.isHolder()], [true, true]);
			stopped.continue();
		}

		stopped.tick(time, world);
		other.tick(time, world);
	}

	assert.deepEqual([stopped.isHolder(), other.isHolder()], [false, true]);
	stopped.kill();
	other.kill();
	await check(where, world, 2);
});

test('what another one saw while the holder was stopped for a short time is recorded, though the holder goes on', async () => {
	const where = {file: path.join(folder, 'paused.db'), place: 'host'};
	const words = ['disconnected', 'connecting', 'connected'];
	const story = Array.from({length: 12}, (_, index) => ({at: 60 + (4 * index), instance: 0, state: words[index % words.length] ?? ''}));
	const world = createWorld(story, 4);
	const [holder, other] = [
		await startWatcher({
			...where, interval: 2, holder: 'a', start: noon,
		}), await startWatcher({
			...where, interval: 2, holder: 'b', start: noon,
		}),
	];
	for (let time = 0; time <= 200; time++) {
		if (time === 61) {
			holder.stop();
		} else if (time === 91) {
			holder.continue();
		}

		holder.tick(time, world);
		other.tick(time, world);
	}

	assert.deepEqual([holder.isHolder(), other.isHolder()], [false, true]);
	holder.kill();
	other.kill();
	await check(where, world, 12);
});

test('one that was alone records again after it was stopped, and what it holds when it ends', async () => {
	for (const end of [100, 200]) {
		const where = {file: path.join(folder, 'alone.db'), place: `host/${end}`};
		const world = createWorld([{at: 50, instance: 0, state: 'disconnected'}, {at: 95, instance: 0, state: 'connected'}], 4);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const watcher = await startWatcher({
			...where, interval: 2, holder: 'a', start: noon,
		});
		for (let time = 0; time <= end; time++) {
			if (time === 40) {
				watcher.stop();
			} else if (time === 90) {
				watcher.continue();
			}

			watcher.tick(time, world);
		}

		watcher.end();
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await check(where, world, 2);
	}
});

test('what is seen while the file is locked is written later', async () => {
	const where = {file: path.join(folder, 'locked.db'), place: 'host'};
	const world = createWorld([{at: 50, instance: 0, state: 'disconnected'}, {at: 80, instance: 0, state: 'connected'}], shortest);
	const watcher = await startWatcher({
		...where, interval: 5, holder: 'a', start: noon,
	});
	const opened = await openHistory(where.file);
	const locker = opened.kind === 'open' ? opened.database : assert.fail();
	for (let time = 0; time <= 150; time++) {
		if (time === 40) {
			locker.exec('begin immediate');
		} else if (time === 100) {
			locker.exec('rollback');
		}

		watcher.tick(time, world);
	}

	assert.ok(watcher.faults.length > 0 && watcher.faults.every(fault => fault === 'busy'));
	locker.close();
	watcher.kill();
	await check(where, world, 2);
});

test('a clock that jumps ahead and back makes nothing twice, and no time runs backwards', async () => {
	const where = {file: path.join(folder, 'jumps.db'), place: 'host'};
	const world = createWorld([{at: 50, instance: 0, state: 'disconnected'}, {at: 150, instance: 0, state: 'connected'}, {at: 250, instance: 0, state: 'qr'}], shortest);
	const hour = 3600 * second;
	const watcher = await startWatcher({
		...where, interval: 5, holder: 'a', start: noon, skew: time => time >= 100 && time < 200 ? hour : 0,
	});
	for (let time = 0; time <= 300; time++) {
		watcher.tick(time, world);
	}

	watcher.kill();
	const opened = await openHistory(where.file);
	const database = opened.kind === 'open' ? opened.database : assert.fail();
	const tables = openTables(database);
	const account = tables.accountsAt('host')[0] ?? assert.fail();
	const all = [...tables.changesFrom(account, 0)];
	assert.deepEqual(all.map(({was, became}) => [was?.text, became?.text]), [['connected', 'disconnected'], ['disconnected', 'connected'], ['connected', 'qr']]);
	assert.ok(all.every(({at}, index) => index === 0 || at >= (all[index - 1]?.at ?? 0)));
	assert.ok(all.every(({at}) => at <= noon + (300 * second)), 'what was recorded ahead is cut');
	checkWatches(tables.watchesOf(account, 100));
	database.close();
});

type Where = {readonly file: string; readonly place: string};

function fileOf(round: number): string {
	return path.join(folder, `${Math.floor(round / storiesPerFile)}.db`);
}

async function act(watchers: Map<number, TestWatcher>, who: number, what: 'start' | 'kill' | 'end', where: Where): Promise<void> {
	const watcher = watchers.get(who);
	if (what === 'start') {
		if (watcher === undefined) {
			watchers.set(who, await startWatcher({
				...where, interval: intervals[who] ?? 5, holder: `${who}`, start: noon,
			}));
		}

		return;
	}

	watcher?.[what]();
	watchers.delete(who);
}

async function check({file, place}: Where, world: World, count?: number): Promise<void> {
	const opened = await openHistory(file);
	assert.equal(opened.kind, 'open');
	if (opened.kind !== 'open') {
		return;
	}

	const tables = openTables(opened.database);
	const account = tables.accountsAt(place)[0] ?? 0;
	const rows = [...tables.instancesOf(account)];
	const all = [...tables.changesFrom(account, 0)];
	const watched = tables.watchesOf(account, 1000);
	assert.ok(count === undefined || all.length === count, `${all.length} changes`);
	for (const row of rows) {
		const own = all.filter(({instance}) => instance === row.id);
		checkChain(own, row.uid, world);
		checkWatched(own, {uid: row.uid, appeared: row.appeared, first: row.state?.text}, watched, world);
	}

	checkWatches(watched);
	opened.database.close();
}

/** Each change begins where the one before ended, and lies within its slack in the world. */
function checkChain(own: readonly ChangeRow[], uid: string, world: World): void {
	for (const [index, {at, slack, was, became}] of own.entries()) {
		assert.notEqual(was?.text, became?.text, 'a change changes');
		assert.equal(index === 0 ? was?.text : own[index - 1]?.became?.text, was?.text, 'the changes are a chain');
		assert.equal(world.stateAt(uid, (at - noon) / second), became?.text, 'it was so when it was first seen so');
		if (slack !== undefined) {
			assert.equal(world.stateAt(uid, (at - slack - noon) / second), was?.text, 'it was not so at the look before');
		}

		assert.ok(index === 0 || at >= (own[index - 1]?.at ?? 0), 'times do not run backwards');
	}
}

type Subject = {readonly uid: string; readonly appeared: number; readonly first: string | undefined};

/** Whenever a watcher looked, the record knows the state of the world, but for the time between the two looks of its holder. */
function checkWatched(own: readonly ChangeRow[], {uid, appeared, first}: Subject, watched: readonly WatchRow[], world: World): void {
	for (const {began, seen} of watched) {
		// The end of a run is that of its last sign of life, and later changes come with a later one.
		for (let at = Math.max(began, appeared); at <= seen - longestInterval; at += second) {
			const next = own.find(change => change.at > at);
			const isBetween = next !== undefined && at >= next.at - (next.slack ?? longestInterval);
			if (!world.looks.has((at - noon) / second) || isBetween) {
				continue;
			}

			const before = own.findLast(change => change.at <= at);
			const recorded = before === undefined ? (own.length === 0 ? first : own[0]?.was?.text) : before.became?.text;
			assert.equal(recorded, world.stateAt(uid, (at - noon) / second), `${uid} at ${(at - noon) / second}`);
		}
	}
}

/** Times in which somebody looked do not overlap. */
function checkWatches(watched: readonly WatchRow[]): void {
	for (const [index, {began, seen}] of watched.entries()) {
		assert.ok(began <= seen);
		assert.ok(index === 0 || began >= (watched[index - 1]?.seen ?? 0), 'runs do not overlap');
	}
}
