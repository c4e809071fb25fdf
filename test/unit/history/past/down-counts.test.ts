import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {downCounts} from '../../../../source/history/past/down-counts.js';
import {put, readRecord} from '../../../../source/history/record/record.js';
import {minute, openRecord, stateOf} from '../../../helpers/history/polls.js';
import {tries} from '../../../helpers/properties/tries.js';

const begin = Date.UTC(2026, 4, 1);
const uids = ['a', 'b', 'c', 'd'];

/** The state that an instance has from a minute on; absent without one. */
const turn = fc.record({
	at: fc.integer({min: 1, max: 50}), instance: fc.integer({min: 0, max: 3}), state: fc.constantFrom('connected', 'connected', 'disconnected', 'loggedout', undefined),
});

test('how many were down at once is what looking at each minute gives', async () => {
	const record = await openRecord();
	let round = 0;
	fc.assert(fc.property(fc.array(turn, {maxLength: 30}), fc.integer({min: 1, max: 40}), fc.integer({min: 0, max: 60}), (turns, count, from) => {
		round += 1;
		const account = record.tables.addAccount(`host/${round}`);
		const {database, tables} = record;
		const states = uids.map(uid => Array.from({length: 121}, (_, at): string | undefined => {
			const last = turns.filter(each => uids[each.instance] === uid && each.at <= at).toSorted((one, other) => one.at - other.at).at(-1);
			return last === undefined ? 'connected' : last.state;
		}));
		database.exec('begin');
		const rows = readRecord(tables, account);
		for (let at = 0; at <= 120; at++) {
			for (const [index, uid] of uids.entries()) {
				const word = states[index]?.[at];
				put(tables, rows, {
					uid, name: uid, state: word === undefined ? undefined : stateOf(word), at: begin + (at * minute), slack: minute,
				}, {isFirst: at === 0});
			}
		}

		tables.addWatch(account, {
			instance: undefined, began: begin, seen: begin + (120 * minute), every: minute,
		});
		database.exec('commit');
		const window = {from: begin + (from * minute), to: begin + ((from + count) * minute)};
		const counts = runAtOnce(downCounts(tables, account, {...window, count}));
		const downAt = (at: number) => states.filter(own => own[at] !== undefined && own[at] !== 'connected').length;
		// A bucket is a minute, and begins with a look.
		assert.deepEqual(counts.map(each => each?.down), Array.from({length: count}, (_, index) => downAt(from + index)));
		const wide = runAtOnce(downCounts(tables, account, {...window, count: 1}));
		assert.equal(wide[0]?.down, Math.max(...Array.from({length: count}, (_, index) => downAt(from + index))));
	}), {numRuns: tries(25)});
});

test('a time in which nobody watched has no count', async () => {
	const record = await openRecord();
	const {database, tables, account} = record;
	database.exec('begin');
	put(tables, readRecord(tables, account), {
		uid: 'a', name: 'a', state: stateOf('disconnected'), at: begin, slack: undefined,
	}, {isFirst: true});
	for (const [from, to] of [[0, 10], [30, 40]] as const) {
		tables.addWatch(account, {
			instance: undefined, began: begin + (from * minute), seen: begin + (to * minute), every: minute,
		});
	}

	database.exec('commit');
	const counts = runAtOnce(downCounts(tables, account, {from: begin, to: begin + (40 * minute), count: 4}));
	assert.deepEqual(counts.map(each => each?.down), [1, undefined, undefined, 1]);
});
