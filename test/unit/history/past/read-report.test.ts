import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import type {AccountReport, ReportRow} from '../../../../source/core/report/account-report.js';
import {closeDays} from '../../../../source/history/past/days.js';
import {prune} from '../../../../source/history/past/prune.js';
import {readReport, type ReportOptions} from '../../../../source/history/past/read-report.js';
import {sharesOf} from '../../../../source/history/past/shares.js';
import {stripsOf} from '../../../../source/history/past/strips.js';
import {adoptNames, put, readRecord} from '../../../../source/history/record/record.js';
import {
	hour,
	minute,
	openRecord,
	second,
	stateOf,
	type TestRecord,
} from '../../../helpers/history/polls.js';

const midnight = Date.UTC(2026, 5, 1);

/** What happened, in hours since a midnight: when somebody watched, and from when on an instance was in a state. */
type Story = {
	readonly watched: ReadonlyArray<readonly [from: number, to: number]>;
	readonly states: Readonly<Record<string, ReadonlyArray<readonly [at: number, state: string | undefined]>>>;
};

function write({tables, account}: TestRecord, {watched, states}: Story): void {
	for (const [from, to] of watched) {
		tables.addWatch(account, {
			instance: undefined, began: midnight + (from * hour), seen: midnight + (to * hour), every: 5 * second,
		});
	}

	const first = watched[0]?.[0] ?? 0;
	const record = readRecord(tables, account);
	const all = Object.entries(states).flatMap(([uid, own]) => own.map(([at, state]) => ({uid, at, state})));
	for (const {uid, at, state} of all.toSorted((one, other) => one.at - other.at)) {
		put(tables, record, {
			uid, name: uid, state: state === undefined ? undefined : stateOf(state), at: midnight + (at * hour), slack: at === first ? undefined : 5 * second,
		}, {isFirst: at === first});
	}
}

function report({tables, account}: TestRecord, from: number, to: number, options: Partial<ReportOptions> = {}): AccountReport {
	const asked = {from: midnight + (from * hour), to: midnight + (to * hour)};
	return runAtOnce(readReport(tables, {account, place: 'host'}, {
		asked, asDays: asked, isWithoutFalls: false, cells: 0, isWanted: () => true, ...options,
	}));
}

/** A row in a line: name, hours connected of hours watched, outages, the hours of the longest and of all. */
function tell({name, share: {up, seen}, outages, isGone}: ReportRow): string {
	const hours = (milliseconds: number | undefined) => milliseconds === undefined ? '-' : String(Math.round(100 * milliseconds / hour) / 100);
	const marks = outages === undefined ? '' : `${outages.begunBefore > 0 ? '<' : ''}${outages.count}${outages.open > 0 ? '>' : ''}`;
	return `${name} ${hours(up)}/${hours(seen)} ${marks} ${hours(outages?.longest?.milliseconds)} ${outages?.longest?.bound ?? ''} ${hours(outages?.total.milliseconds)}${isGone ? ' gone' : ''}`;
}

test('an empty memory, a span before it and a span of holes have nothing to tell, and say what is remembered', async () => {
	const record = await openRecord();
	assert.deepEqual([report(record, 0, 24)].map(({window, recorded, rows}) => ({window, recorded, rows})), [{window: undefined, recorded: undefined, rows: []}]);
	write(record, {watched: [[100, 110], [150, 160]], states: {a: [[100, 'disconnected']]}});
	const recorded = {from: midnight + (100 * hour), to: midnight + (160 * hour)};
	for (const [from, to] of [[0, 100], [110.5, 149], [161, 200]] as const) {
		const {window, rows, recorded: found} = report(record, from, to);
		assert.deepEqual({window, rows, found}, {window: undefined, rows: [], found: recorded});
	}
});

test('a report ends at the last look, and tells the times in which nobody watched', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 10], [12, 20], [23, 30]], states: {a: [[0, 'connected'], [5, 'disconnected'], [6, 'connected'], [13, 'connecting']]}});
	const {window, unwatched, watched, rows, total} = report(record, 2, 100);
	assert.deepEqual(window, {from: midnight + (2 * hour), to: midnight + (30 * hour)});
	assert.deepEqual(unwatched.map(({from, to}) => [(from - midnight) / hour, (to - midnight) / hour]), [[10, 12], [20, 23]]);
	assert.equal(watched, 23 * hour);
	assert.deepEqual(rows.map(row => tell(row)), ['a 8/23 2> 17 approximate 18']);
	assert.deepEqual(total.share, {up: 8 * hour, seen: 23 * hour, window: 28 * hour});
});

test('a window that is past has the states of then, not those of now', async () => {
	const record = await openRecord();
	write(record, {
		watched: [[0, 1000]],
		states: {
			healed: [[0, 'disconnected'], [500, 'connected']], fell: [[0, 'connected'], [500, 'disconnected']], new: [[500, 'connected']], left: [[0, 'connected'], [500, undefined]],
		},
	});
	assert.deepEqual(report(record, 100, 200).rows.map(row => tell(row)), [
		'healed 0/100 <1> 100 at-least 100', 'fell 100/100 0 -  0', 'left 100/100 0 -  0',
	]);
	// A change at the very end is of the next window.
	assert.deepEqual(report(record, 100, 500).rows.map(row => tell(row)), [
		'healed 0/400 <1> 400 at-least 400', 'fell 400/400 0 -  0', 'left 400/400 0 -  0',
	]);
	assert.deepEqual(report(record, 500, 600).rows.map(row => tell(row)), ['fell 0/100 1> 100 at-least 100', 'healed 100/100 0 -  0', 'new 100/100 0 -  0']);
});

test('what the last look showed is in the report that ends with it', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 10]], states: {a: [[0, 'connected'], [10, 'disconnected']]}});
	assert.deepEqual(report(record, 0, 11).rows.map(row => tell(row)), ['a 10/10 1> 0 at-least 0']);
});

test('an instance that came and went counts for the time in which it was listed', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 100]], states: {a: [[0, 'connected']], guest: [[20, 'connected'], [30, 'disconnected'], [40, undefined], [60, 'connected'], [70, undefined]]}});
	const five = 5 * second;
	const {rows} = report(record, 0, 100);
	assert.deepEqual(rows.map(({name, share, isGone}) => ({name, ...share, isGone})), [
		{
			name: 'guest', up: (20 * hour) - five, seen: (30 * hour) - (2 * five), window: 100 * hour, isGone: true,
		},
		{
			name: 'a', up: 100 * hour, seen: 100 * hour, window: 100 * hour, isGone: false,
		},
	]);
	assert.equal(rows[0]?.outages?.count, 1);
});

test('an instance is told under its last name, also when it got a new id, and two of one name are two', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 100]], states: {a: [[0, 'connected'], [10, 'disconnected'], [20, 'connected']], b: [[0, 'connected']], c: [[0, 'connected']]}});
	const {tables, account} = record;
	const kept = readRecord(tables, account);
	const observed = {
		state: stateOf('connected'), at: midnight + (50 * hour), slack: 5 * second,
	};
	put(tables, kept, {uid: 'a', name: 'renamed', ...observed}, {isFirst: false});
	put(tables, kept, {uid: 'c', name: 'b', ...observed}, {isFirst: false});
	adoptNames(tables, kept, [{uid: 'a2', name: 'renamed', ...observed}, {uid: 'b', name: 'b', ...observed}, {uid: 'c', name: 'b', ...observed}]);
	assert.deepEqual(report(record, 0, 100).rows.map(({id, name, share: {up}}) => `${id} ${name} ${up / hour}`), ['a2 renamed 90', 'b b 100', 'c b 100']);
});

test('times of watching that overlap, since the clock was set back, count once', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 50], [49, 100]], states: {a: [[0, 'connected'], [49.5, 'disconnected'], [50.5, 'connected']]}});
	const {watched, unwatched, rows} = report(record, 0, 100);
	assert.deepEqual({watched, unwatched}, {watched: 100 * hour, unwatched: []});
	assert.deepEqual(rows.map(row => tell(row)), ['a 99/100 1 1 exact 1']);
});

test('the time of a fall of the whole fleet can be left out, in the shares and in the outages', async () => {
	const record = await openRecord();
	const {tables, account} = record;
	write(record, {
		watched: [[0, 100]],
		states: {a: [[0, 'connected'], [40, 'disconnected'], [50, 'connected']], b: [[0, 'connected'], [40, 'disconnected'], [60, 'connected']]},
	});
	tables.addMass(account, {
		began: midnight + (39 * hour), until: midnight + (40 * hour), fallen: 2, listed: 2, ended: midnight + (50 * hour),
	});
	const counted = report(record, 0, 100);
	assert.deepEqual(counted.rows.map(row => tell(row)), ['b 80/100 1 20 exact 20', 'a 90/100 1 10 exact 10']);
	assert.deepEqual(counted.falls.map(({fallen, listed}) => ({fallen, listed})), [{fallen: 2, listed: 2}]);
	const without = report(record, 0, 100, {isWithoutFalls: true});
	assert.deepEqual(without.rows.map(row => tell(row)), ['b 79/89 1 10 exact 10', 'a 89/89 0 -  0']);
	assert.deepEqual(without.rows.map(({share: {window}}) => window / hour), [89, 89]);
	assert.equal(without.isWithoutFalls, true);
});

test('an instance that is not wanted is not in the report, nor in its total', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 10]], states: {a: [[0, 'connected'], [5, 'disconnected']], b: [[0, 'connected']]}});
	const {rows, total} = report(record, 0, 10, {isWanted: ({name}) => name === 'b'});
	assert.deepEqual(rows.map(row => tell(row)), ['b 10/10 0 -  0']);
	assert.equal(total.instances, 1);
});

test('before the changes that are kept there are days of UTC, whose sums are those of the changes', async () => {
	const record = await openRecord();
	const {tables, account} = record;
	const isWritten = (change: () => void) => {
		change();
		return true;
	};

	const length = 100 * 24;
	write(record, {
		watched: [[6, 24 * 30], [24 * 31, length + 7]],
		states: {a: [[6, 'connected'], [50, 'disconnected'], [80, 'connected'], [length - 10, 'disconnected'], [length - 7, 'connected']], b: [[6, 'loggedout']], new: [[24 * 97, 'connected']]},
	});
	const whole = runAtOnce(sharesOf(tables, account, {now: midnight + ((length + 7) * hour), windows: [(length + 7) * hour]}));
	runAtOnce(closeDays({tables, account, isWritten}));
	runAtOnce(prune({tables, account, isWritten}));
	const {rows, isByDays, window, watched, falls, total} = report(record, 0, 10_000, {isWithoutFalls: true});
	assert.deepEqual(window, {from: midnight, to: midnight + ((length + 7) * hour)});
	assert.deepEqual({isByDays, falls, watched: watched / hour}, {isByDays: true, falls: [], watched: length + 7 - 6 - 24});
	assert.deepEqual(new Map(rows.map(({name, share}) => [name, share])), new Map(whole.entries().map(([uid, [share]]) => [uid, share])));
	assert.deepEqual(rows.map(({outages, flapped}) => outages ?? flapped), [undefined, undefined, undefined]);
	assert.equal(total.outages, undefined);
	const early = report(record, 24, 48);
	assert.deepEqual(early.rows.map(({name, share: {up, seen}}) => `${name} ${up / hour}/${seen / hour}`).toSorted(), ['a 24/24', 'b 0/24']);
});

test('a strip tells the window cell by cell, and is blank before the instance was known', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 40], [60, 100]], states: {a: [[0, 'connected'], [20, 'loggedout'], [30, 'connected']], late: [[70, 'connected']]}});
	const {rows} = report(record, 0, 100, {cells: 10});
	const draw = (row: ReportRow) => row.strip.map(cell => ({
		blank: ' ', unseen: '.', fine: '-', brief: '\'', flapping: '%', down: 'x',
	})[cell.kind]).join('');
	assert.deepEqual(rows.map(row => `${row.name} ${draw(row)}`), ['a --x-..----', 'late        ---']);
});

test('the hours of a report of many changes are those of its minutes', async () => {
	const record = await openRecord();
	const states = Array.from({length: 200}, (_, index): readonly [number, string] => [index / 60, index % 2 === 0 ? 'connected' : 'disconnected']);
	write(record, {watched: [[0, 4]], states: {a: states}});
	const [row] = report(record, 0, 4).rows;
	assert.deepEqual({up: row?.share.up, flapped: row?.flapped, outages: row?.outages?.count}, {up: 100 * minute, flapped: 1, outages: 100});
	assert.equal(row?.outages?.open, 1);
});

test('the strips of the last day have what happened now, and nothing of one that the list does not have', async () => {
	const record = await openRecord();
	write(record, {watched: [[0, 40]], states: {a: [[0, 'connected'], [20, 'connecting'], [21, 'connected'], [40, 'disconnected']], gone: [[0, 'connected'], [10, undefined]], new: [[30, 'connected']]}});
	const {tables, account} = record;
	const strips = runAtOnce(stripsOf(tables, account, {now: midnight + (40 * hour), window: 24 * hour, cells: 24}));
	assert.deepEqual(new Map(strips.entries().map(([uid, cells]) => [uid, cells.map(({kind}) => kind[0]).join('')])), new Map([
		['a', 'ffffdfffffffffffffffffff'.replace(/f$/v, 'b')], ['new', `${'b'.repeat(14)}${'f'.repeat(10)}`],
	]));
});

test('of instances that did not change each counts by its own looks, and from its first look on', async () => {
	const record = await openRecord();
	write(record, {watched: [[10, 40]], states: {a: [[10, 'connected']], b: [[10, 'connected']], c: [[10, 'disconnected']]}});
	const {tables, account} = record;
	tables.addWatch(account, {
		instance: 1, began: midnight + (40 * hour), seen: midnight + (50 * hour), every: 5 * second,
	});
	assert.deepEqual(report(record, 20, 45).rows.map(row => tell(row)), ['c 0/20 <1> 20 at-least 20', 'a 25/25 0 -  0', 'b 20/20 0 -  0']);
	assert.deepEqual(report(record, 0, 45).rows.map(row => tell(row)), ['c 0/30 1> 30 at-least 30', 'a 35/35 0 -  0', 'b 30/30 0 -  0']);
	put(tables, readRecord(tables, account), {
		uid: 'd', name: 'd', state: stateOf('connected'), at: midnight + (25 * hour), slack: undefined,
	}, {isFirst: true});
	assert.equal(report(record, 0, 45).rows.map(row => tell(row)).at(-1), 'd 15/15 0 -  0');
	assert.deepEqual(report(record, 0, 45, {cells: 9}).rows.map(({strip}) => strip[0]?.kind), ['blank', 'blank', 'blank', 'blank']);
});
