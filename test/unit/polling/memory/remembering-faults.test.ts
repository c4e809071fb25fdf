import assert from 'node:assert/strict';
import {
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test from 'node:test';
import {noon} from '../../../helpers/fleet.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {run as runEvery, sinces, type RunOptions} from '../../../helpers/history/runs.js';

const minute = 60_000;
const hour = 60 * minute;

/** A run that polls three times a minute, and does not wait for the disk. */
const run = async (options: RunOptions) => runEvery({interval: 20_000, isIdle: false, ...options});

const two = (a: string, b = 'connected') => [{name: 'a', state: a}, {name: 'b', state: b}];

/** A row of change, and the times of watching, as a file has them. */
type Recorded = {readonly changes: ReadonlyArray<readonly [at: number, was: number, became: number]>; readonly watches: ReadonlyArray<readonly [number, number]>};

/** What a file has of the only account, in minutes after noon. */
function read(file: string): Recorded {
	using database = new DatabaseSync(file, {readOnly: true});
	const after = (at: unknown) => (Number(at) - noon) / minute;
	return {
		changes: database.prepare('select at, was, became from change order by id').all().map(({at, was, became}) => [after(at), Number(was), Number(became)]),
		watches: database.prepare('select began, seen from watch order by id').all().map(({began, seen}) => [after(began), after(seen)]),
	};
}

/** Writes over the tables of a file, whose header stays, so that it opens. */
function damage(file: string): void {
	writeFileSync(file, readFileSync(file).fill(0xFF, 100, 4096));
}

test('a memory that shows only when it is read that it is damaged is told, and left as it is by whoever only reads', async () => {
	const file = path.join(freshFolder(), 'damaged.db');
	await run({
		file, start: noon, length: minute, answer: () => two('disconnected'),
	});
	damage(file);
	const before = readFileSync(file);
	const {fleet, told} = await run({
		file, start: noon + hour, length: minute, isReader: true, answer: () => two('disconnected'),
	});
	assert.deepEqual(told, ['the memory is damaged']);
	assert.equal(fleet.inventory.tracked.size, 2);
	assert.deepEqual(readFileSync(file), before);
});

test('a memory that can be opened, and whose instances cannot be read, is told by whoever only reads', async () => {
	const file = path.join(freshFolder(), 'damaged-behind.db');
	await run({
		file, start: noon, length: minute, answer: () => two('disconnected'),
	});
	// The schema and the accounts stay.
	writeFileSync(file, readFileSync(file).fill(0xFF, 3 * 4096));
	const {fleet, told} = await run({
		file, start: noon + hour, length: minute, isReader: true, answer: () => two('disconnected'),
	});
	assert.deepEqual(told, ['the memory is damaged']);
	assert.equal(fleet.inventory.tracked.size, 2);
});

test('a memory that shows only when it is read that it is damaged is put aside and begun anew', async () => {
	const folder = freshFolder();
	const file = path.join(folder, 'damaged.db');
	await run({
		file, start: noon, length: minute, answer: () => two('disconnected'),
	});
	damage(file);
	const {told} = await run({
		file, start: noon + hour, length: 4 * minute, answer: at => two(at < noon + hour + (2 * minute) ? 'disconnected' : 'connected'),
	});
	assert.deepEqual(told, ['the memory is damaged and is begun anew beside it']);
	assert.equal(readdirSync(folder).filter(name => name.includes('.damaged-')).length, 1);
	const next = await run({
		file, start: noon + hour + (5 * minute), length: minute, answer: () => two('connected'),
	});
	assert.deepEqual(sinces(next.fleet, noon + hour + (6 * minute)), {a: [4, 'exact'], b: [6, 'at-least']});
});

test('a memory that shows when older changes are looked up that it is damaged is put aside, and what was seen since the start is in the new one', async () => {
	const folder = freshFolder();
	const file = path.join(folder, 'deep.db');
	await run({
		file, start: noon, length: minute, answer: () => two('disconnected'),
	});
	{
		using database = new DatabaseSync(file);
		database.exec(`begin; insert into change (account, instance, at, slack, was, became, lasted)
			with recursive number(n) as (select 1 union all select n + 1 from number where n < 5000)
			select 1, 1, 100 + n, 100, 1 + n % 2, 2 - n % 2, 1 from number;
			update instance set last = (select max(id) from change); update change set prev = id - 1 where id > 1; commit; pragma wal_checkpoint(truncate)`);
	}

	const {told} = await run({
		file, start: noon + (2 * minute), length: 6 * minute,
		answer: at => two(at < noon + (4 * minute) ? 'disconnected' : 'connected', at < noon + (6 * minute) ? 'connected' : 'loggedout'),
		eachMinute(minutes, {memory, fleet}) {
			if (minutes !== 3) {
				return;
			}

			// The first pages of the table of changes, which no poll needs.
			writeFileSync(file, readFileSync(file).fill(0xFF, 20 * 4096, 30 * 4096), {flag: 'r+'});
			for (const tracked of fleet.inventory.tracked.values()) {
				memory.pastOf(tracked, 0);
			}
		},
	});
	assert.deepEqual(told, ['the memory is damaged and is begun anew beside it']);
	assert.deepEqual(read(file).changes, [[4, 3, 1], [6, 1, 4]]);
});

test('a newer version that makes the file its own is told once, and nothing more is written', async () => {
	const file = path.join(freshFolder(), 'newer.db');
	const {told} = await run({
		file, start: noon, length: 6 * minute, answer: at => two(at < noon + (2 * minute) ? 'connected' : 'disconnected'),
		eachMinute(minutes) {
			if (minutes !== 1) {
				return;
			}

			using newer = new DatabaseSync(file);
			newer.exec('begin; pragma user_version = 1000; update account set schema = 1000; commit');
		},
	});
	assert.deepEqual(told, ['the memory was made over by a newer ryzetop, and is left as it is']);
	assert.deepEqual(read(file).changes, []);
});

test('a lock is told where it lasts for more than a poll, once, and polls without an answer do not make it told again', async () => {
	const file = path.join(freshFolder(), 'locked.db');
	let locker: DatabaseSync | undefined;
	const {told} = await run({
		file, start: noon, length: 7 * minute,
		answer: at => at > noon + (4 * minute) && at < noon + (5 * minute) ? {kind: 'unreachable', reason: 'refused'} : two(at < noon + (3 * minute) ? 'connected' : 'disconnected'),
		eachMinute(minutes) {
			if (minutes === 2) {
				locker = new DatabaseSync(file);
				locker.exec('begin immediate');
			} else if (minutes === 6) {
				locker?.close();
			}
		},
	});
	assert.deepEqual(told, ['the memory is locked by another program']);
	assert.deepEqual(read(file).changes, [[3, 1, 3]]);
});

test('a lock that is over at the next poll is not worth a word', async () => {
	const file = path.join(freshFolder(), 'moment.db');
	let locker: DatabaseSync | undefined;
	const {told} = await run({
		file, start: noon, length: 4 * minute,
		answer(at) {
			if (at === noon + (2 * minute)) {
				locker = new DatabaseSync(file);
				locker.exec('begin immediate');
			} else {
				locker?.close();
				locker = undefined;
			}

			return two(at < noon + (2 * minute) ? 'connected' : 'disconnected');
		},
	});
	assert.deepEqual(told, []);
	assert.deepEqual(read(file).changes, [[2, 1, 3]]);
});

test('a file that was moved away is left, and the one begun anew has the changes that were seen before it', async () => {
	const file = path.join(freshFolder(), 'moved.db');
	const {told} = await run({
		file, start: noon, length: 6 * minute, answer: at => two(at < noon + minute ? 'connected' : (at < noon + (2 * minute) ? 'disconnected' : 'connected')),
		eachMinute(minutes) {
			if (minutes === 3) {
				renameSync(file, `${file}.moved`);
			}
		},
	});
	assert.equal(told.length, 1);
	assert.deepEqual(read(file).changes, [[1, 1, 3], [2, 3, 1]]);
});

/** The states of one instance after so many minutes by the clock that does not jump. */
const turns: ReadonlyArray<readonly [minutes: number, state: string]> = [[1, 'disconnected'], [3, 'connected'], [5, 'loggedout'], [7, 'connected']];
const stateAfter = (elapsed: number) => turns.findLast(([minutes]) => elapsed >= minutes * minute)?.[1] ?? 'connected';

const jumps: Readonly<Record<string, ReadonlyArray<readonly [minutes: number, hours: number]>>> = {
	'ahead by two hours': [[2, 2]],
	'back by two hours': [[2, -2]],
	'ahead by two hours and back again': [[2, 2], [6, -2]],
	'back by two hours and ahead again': [[2, -2], [6, 2]],
};

for (const [how, moves] of Object.entries(jumps)) {
	test(`a clock that is set ${how} makes no change missed, invented, there twice, or later than now`, async () => {
		const file = path.join(freshFolder(), 'jumps.db');
		let end = 0;
		const {told} = await run({
			file, start: noon, length: 9 * minute, answer: (_, elapsed) => two(stateAfter(elapsed)),
			eachMinute(minutes, {clock}) {
				const hours = moves.find(([at]) => at === minutes)?.[1] ?? 0;
				if (hours !== 0) {
					clock.set(clock.now() + (hours * hour));
				}

				end = (clock.now() - noon) / minute;
			},
		});
		assert.deepEqual(told, []);
		const {changes, watches} = read(file);
		assert.deepEqual(changes.map(([, was, became]) => [was, became]), [[1, 3], [3, 1], [1, 4], [4, 1]]);
		const times = changes.map(([at]) => at);
		assert.deepEqual(times, times.toSorted((one, other) => one - other), 'the record is in the order of time');
		assert.ok(times.every(at => at <= end), String(times));
		assert.ok(watches.every(([began, seen], index) => began <= seen && seen <= end && began >= (watches[index - 1]?.[1] ?? -Infinity)), String(watches));
		// The last change came after the last jump, and was seen within a poll.
		const ago = end - (times.at(-1) ?? 0);
		assert.ok(ago > 1.5 && ago <= 2, String(ago));
		const next = await run({
			file, start: noon + ((end + 1) * minute), length: minute, answer: () => two('connected'),
		});
		assert.deepEqual(sinces(next.fleet, noon + ((end + 2) * minute)).a, [4, 'exact']);
	});
}

test('what is seen while the file is locked and the clock is set back is in its order, and neither later than now nor before it was', async () => {
	const file = path.join(freshFolder(), 'dated.db');
	let end = 0;
	let locker: DatabaseSync | undefined;
	await run({
		file, start: noon, length: 9 * minute, answer: (_, elapsed) => two(elapsed < 3 * minute ? 'connected' : (elapsed < 5 * minute ? 'disconnected' : 'loggedout')),
		eachMinute(minutes, {clock}) {
			switch (minutes) {
				case 2: {
					locker = new DatabaseSync(file);
					locker.exec('begin immediate');

					break;
				}

				case 4: {
					clock.set(clock.now() - (2 * hour));

					break;
				}

				case 6: {
					locker?.close();

					break;
				}
			// No default
			}

			end = (clock.now() - noon) / minute;
		},
	});
	const {changes} = read(file);
	assert.deepEqual(changes.map(([, was, became]) => [was, became]), [[1, 3], [3, 4]]);
	for (const [index, minutes] of [3, 5].entries()) {
		const ago = end - (changes[index]?.[0] ?? 0);
		assert.ok(ago >= 0 && ago <= 9 - minutes, `${index}: ${ago}`);
	}
});
