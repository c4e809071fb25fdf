import assert from 'node:assert/strict';
import test from 'node:test';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {prune} from '../../../../source/history/past/prune.js';
import {put, readRecord} from '../../../../source/history/record/record.js';
import {
	day,
	minute,
	openRecord,
	stateOf,
	type TestRecord,
} from '../../../helpers/history/polls.js';

const begin = Date.UTC(2026, 0, 1);

/** A record of two instances, each of which changes every so often, watched all the time. */
async function recordOf(length: number, every: number): Promise<TestRecord> {
	const record = await openRecord();
	const {database, tables, account} = record;
	database.exec('begin');
	const rows = readRecord(tables, account);
	for (let at = begin; at <= begin + length; at += every) {
		for (const uid of ['a', 'b']) {
			put(tables, rows, {
				uid, name: uid, state: stateOf((at - begin) / every % 2 === 0 ? 'connected' : 'disconnected'), at, slack: 5000,
			}, {isFirst: at === begin});
		}
	}

	for (let at = begin; at < begin + length; at += 30 * day) {
		tables.addWatch(account, {
			instance: undefined, began: at, seen: Math.min(at + (30 * day) - minute, begin + length), every: 5000,
		});
		tables.addTrouble(account, {
			began: at, ended: at + minute, kind: 'unreachable:dns', status: undefined,
		});
		tables.addMass(account, {
			began: at, until: at + minute, fallen: 2, listed: 2, ended: at + (2 * minute),
		});
	}

	for (let number = 0; number < Math.ceil(length / day); number++) {
		tables.addDayOf(account, (begin / day) + number, day);
	}

	database.exec('commit');
	return record;
}

/** Prunes, and tells the number of transactions. */
function pruneAll({database, tables, account}: TestRecord, limit?: number): number {
	let transactions = 0;
	runAtOnce(prune({
		tables, account, ...limit !== undefined && {limit},
		isWritten(write) {
			transactions++;
			database.exec('begin immediate');
			write();
			database.exec('commit');
			return true;
		},
	}));
	return transactions;
}

const timesOf = ({tables, account}: TestRecord) => tables.changesFrom(account, 0).map(({at}) => at).toArray();

test('changes are kept for ninety days and days for four hundred, and what is older goes in steps', async () => {
	const record = await recordOf(420 * day, 6 * 60 * minute);
	const {tables, account} = record;
	const end = tables.lastSeen(account);
	const before = timesOf(record).length;
	const transactions = pruneAll(record);
	const times = timesOf(record);
	assert.equal(Math.min(...times) >= end - (90 * day), true);
	assert.equal(times.length, 2 * ((4 * 90) + 1));
	assert.ok(transactions >= (before - times.length) / 500, String(transactions));
	assert.deepEqual(tables.troublesOf(account, 100).map(({began}) => began >= end - (90 * day)), [true, true, true]);
	assert.equal(tables.massesOf(account, 100).length, 3);
	assert.equal(tables.watchesOf(account, 100).length, 4);
	const days = tables.daysOf(account, 0);
	assert.equal(days[0]?.day, Math.floor(end / day) - 400);
	assert.equal(pruneAll(record), 7, 'nothing is left to delete');
});

test('a clock that is years ahead deletes nothing until somebody has watched for a day', async () => {
	const record = await recordOf(30 * day, day);
	const {tables, account} = record;
	const later = begin + (3000 * day);
	const id = tables.addWatch(account, {
		instance: undefined, began: later, seen: later + minute, every: 5000,
	});
	pruneAll(record);
	assert.equal(timesOf(record).length, 60);
	assert.equal(tables.daysOf(account, 0).length, 30);
	tables.moveWatch({id, seen: later + day, every: 5000});
	pruneAll(record);
	assert.equal(timesOf(record).length, 0);
});

test('a memory that is too large loses its oldest changes', async () => {
	const record = await recordOf(60 * day, 10 * minute);
	const {tables} = record;
	const times = timesOf(record);
	const limit = Math.floor(tables.usedBytes() / 2);
	pruneAll(record, limit);
	const left = timesOf(record);
	assert.ok(tables.usedBytes() <= limit && tables.usedBytes() > limit * 0.8, `${tables.usedBytes()} of ${limit}`);
	assert.deepEqual(left, times.slice(-left.length));
});
