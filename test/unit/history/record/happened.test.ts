import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {OddChange} from '../../../../source/history/record/good-poll.js';
import {
	openRecord,
	pollAt,
	recordPoll,
	second,
	startRecorder,
	type TestRecord,
} from '../../../helpers/history/polls.js';

const noon = Date.UTC(2026, 5, 1, 12);
const at = (seconds: number) => noon + (seconds * second);

/** An oddity of the one instance, with times in seconds. */
function oddOf(began: number, ended?: number, slack: number | undefined = 5): OddChange {
	return {
		uid: 'a', name: 'a', what: 'no-webhook', began: at(began), slack: slack === undefined ? undefined : slack * second, ended: ended === undefined ? undefined : at(ended),
	};
}

function rowsOf({database}: TestRecord, table: string, ...columns: readonly string[]): ReadonlyArray<readonly unknown[]> {
	const seconds = (value: unknown) => typeof value === 'number' && value >= noon ? (value - noon) / second : value;
	return database.prepare(`select * from ${table} order by id`).all().map(row => columns.map(column => seconds(row[column])));
}

test('an oddity is one row that is completed when it ends, and a trouble is a row once it is over', async () => {
	const record = await openRecord();
	const recorder = startRecorder(record);
	recordPoll(recorder, pollAt(at(0), {a: 'connected'}));
	recordPoll(recorder, pollAt(at(5), {a: 'connected'}, {odd: [oddOf(5)]}));
	assert.deepEqual(rowsOf(record, 'odd', 'began', 'slack', 'ended'), [[5, 5000, null]]);
	recordPoll(recorder, pollAt(at(30), {a: 'connected'}, {
		odd: [oddOf(5, 30)], troubles: [{
			began: at(10), ended: at(30), kind: 'server-error', status: 502,
		}],
	}));

	assert.deepEqual(rowsOf(record, 'odd', 'began', 'slack', 'ended'), [[5, 5000, 30]]);
	assert.deepEqual(rowsOf(record, 'trouble', 'began', 'ended', 'kind', 'status'), [[10, 30, 'server-error', 502]]);
	recordPoll(recorder, pollAt(at(35), {a: 'connected'}, {odd: [oddOf(35)]}));
	assert.deepEqual(rowsOf(record, 'odd', 'began', 'ended'), [[5, 30], [35, null]]);
});

test('a restart of the server that two processes saw is one, between the closest looks; the next one is another', async () => {
	const record = await openRecord();
	const recorder = startRecorder(record);
	const restart = (began: number, ended: number) => ({
		began: at(began), ended: at(ended), kind: 'server-restarted', status: 3600,
	});
	recordPoll(recorder, pollAt(at(0), {a: 'connected'}));
	recordPoll(recorder, pollAt(at(60), {a: 'connected'}, {troubles: [restart(0, 30), restart(30, 60)]}));
	recordPoll(recorder, pollAt(at(65), {a: 'connected'}, {troubles: [restart(20, 29), restart(35, 65)]}));
	assert.deepEqual(rowsOf(record, 'trouble', 'began', 'ended', 'kind', 'status'), [
		[20, 29, 'server-restarted', 3600], [35, 60, 'server-restarted', 3600],
	]);
});

test('an oddity whose end nobody saw ends when a later one of its kind begins, at the last look without that', async () => {
	const record = await openRecord();
	const recorder = startRecorder(record);
	recordPoll(recorder, pollAt(at(0), {a: 'connected'}, {odd: []}));
	recordPoll(recorder, pollAt(at(5), {a: 'connected'}, {odd: [oddOf(5)]}));
	recordPoll(recorder, pollAt(at(60), {a: 'connected'}, {odd: [oddOf(60)]}));

	assert.deepEqual(rowsOf(record, 'odd', 'began', 'ended'), [[5, 55], [60, null]]);
});

test('an oddity that was there at the first look of a watcher is the one that the record has', async () => {
	const record = await openRecord();
	const recorder = startRecorder(record);
	recordPoll(recorder, pollAt(at(0), {a: 'connected'}));
	recordPoll(recorder, pollAt(at(5), {a: 'connected'}, {odd: [oddOf(5)]}));
	recorder.release();
	const next = startRecorder(record, 'two');
	recordPoll(next, pollAt(at(20), {a: 'connected'}));
	recordPoll(next, pollAt(at(25), {a: 'connected'}, {odd: [{...oddOf(20, 25), slack: undefined}]}));

	assert.deepEqual(rowsOf(record, 'odd', 'began', 'ended'), [[5, 25]]);
});

test('a fall of many is one row that follows it to its end', async () => {
	const record = await openRecord();
	const recorder = startRecorder(record);
	const mass = (until: number, fallen: number, ended?: number) => ({
		mass: {
			began: at(0), until: at(until), fallen, listed: 9, ended: ended === undefined ? undefined : at(ended),
		},
	});
	recordPoll(recorder, pollAt(at(0), {a: 'connected'}));
	recordPoll(recorder, pollAt(at(5), {a: 'connected'}, mass(5, 6)));
	recordPoll(recorder, pollAt(at(10), {a: 'connected'}, mass(10, 8)));
	const before = record.database.prepare('select total_changes() as count').get()?.count;
	recordPoll(recorder, pollAt(at(12), {a: 'connected'}, mass(10, 8)));
	assert.equal(record.database.prepare('select total_changes() as count').get()?.count, before, 'one that is as before is not written');
	recordPoll(recorder, pollAt(at(15), {a: 'connected'}, mass(10, 8, 15)));

	assert.deepEqual(rowsOf(record, 'mass', 'began', 'until', 'fallen', 'listed', 'ended'), [[0, 10, 8, 9, 15]]);
});

test('what a standby saw besides the states is written when it takes over, and what the holder wrote is not there twice', async () => {
	const record = await openRecord();
	const [holder, standby] = [startRecorder(record, 'holder'), startRecorder(record, 'standby')];
	for (let time = 0; time <= 60; time += 5) {
		recordPoll(holder, pollAt(at(time), {a: 'connected'}, time === 60
			? {
				odd: [oddOf(60)], mass: {
					began: at(55), until: at(60), fallen: 6, listed: 9, ended: undefined,
				},
			}
			: {}));
		recordPoll(standby, pollAt(at(time) + second, {a: 'connected'}, time === 60
			? {
				odd: [{...oddOf(61), began: at(61)}], mass: {
					began: at(56), until: at(61), fallen: 6, listed: 9, ended: undefined,
				},
			}
			: {}));
	}

	// The holder is gone.
	for (let time = 66; time <= 200; time += 5) {
		recordPoll(standby, pollAt(at(time), {a: 'connected'}, time === 71
			? {
				odd: [{...oddOf(61, 71), began: at(61)}, {...oddOf(71), what: 'no-proxy'}],
				troubles: [{
					began: at(67), ended: at(71), kind: 'rate-limited', status: 429,
				}],
			}
			: {}));
	}

	assert.equal(standby.isHolder(), true);
	assert.deepEqual(rowsOf(record, 'odd', 'began', 'ended'), [[60, 71], [71, null]]);
	assert.deepEqual(rowsOf(record, 'trouble', 'began', 'ended'), [[67, 71]]);
	assert.deepEqual(rowsOf(record, 'mass', 'began', 'until'), [[55, 61]]);
});

test('troubles of one kind that overlap are one, and facts are dated by the clock as it is set when they are written', async () => {
	const record = await openRecord();
	const trouble = (began: number, ended: number) => ({
		began: at(began), ended: at(ended), kind: 'unreachable', status: undefined,
	});
	const recorder = startRecorder(record);
	recordPoll(recorder, pollAt(at(0), {a: 'connected'}));
	recordPoll(recorder, pollAt(at(40), {a: 'connected'}, {troubles: [trouble(5, 40)]}));
	recordPoll(recorder, pollAt(at(50), {a: 'connected'}, {troubles: [trouble(4, 50)]}));
	record.database.exec('pragma query_only = 1');
	assert.notEqual(recordPoll(recorder, pollAt(at(60), {a: 'connected'}, {odd: [oddOf(60)]})), undefined);
	record.database.exec('pragma query_only = 0');
	recordPoll(recorder, {...pollAt(at(165), {a: 'connected'}), look: {at: at(165), elapsed: at(65), interval: 5 * second}});

	assert.deepEqual(rowsOf(record, 'trouble', 'began', 'ended'), [[4, 50]]);
	assert.deepEqual(rowsOf(record, 'odd', 'began'), [[160]]);
});

test('whoever looks at the whole list after a part was watched records it, and claims nothing of what it sees first', async () => {
	const record = await openRecord();
	recordPoll(startRecorder(record, 'part'), pollAt(at(0), {a: 'connected'}, {isWhole: false, rank: 1}));
	const whole = startRecorder(record, 'whole');

	assert.equal(recordPoll(whole, pollAt(at(5), {a: 'disconnected', b: 'connected'})), undefined);
	assert.equal(whole.isHolder(), true);
	assert.deepEqual(rowsOf(record, 'change', 'instance', 'at', 'slack'), [[1, 5, 5000]]);
	assert.deepEqual(rowsOf(record, 'instance', 'uid', 'appeared', 'appeared_slack'), [['a', 0, null], ['b', 5, null]]);
});

test('while the whole list is looked at it is listed for its first look and for a stranger, not for every change', async () => {
	const recorder = startRecorder(await openRecord());
	let listings = 0;
	const record = (seconds: number, states: Readonly<Record<string, string>>, more: Parameters<typeof pollAt>[2] = {}) => {
		const poll = pollAt(at(seconds), states, more);
		recordPoll(recorder, {
			...poll, listed() {
				listings++;
				return poll.listed();
			},
		});
		return listings;
	};

	const first = record(0, {a: 'connected'});
	assert.ok(first > 0);
	const [changed] = pollAt(at(5), {a: 'disconnected'}).listed();
	assert.equal(record(5, {a: 'disconnected'}, {changes: changed === undefined ? [] : [changed]}), first);
	const [, stranger] = pollAt(at(10), {a: 'disconnected', b: 'connected'}).listed();
	assert.equal(record(10, {a: 'disconnected', b: 'connected'}, {changes: stranger === undefined ? [] : [stranger]}), first + 1);
});
