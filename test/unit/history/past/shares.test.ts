import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {closeDays} from '../../../../source/history/past/days.js';
import {sharesOf} from '../../../../source/history/past/shares.js';
import {put, readRecord} from '../../../../source/history/record/record.js';
import {
	day,
	hour,
	minute,
	openRecord,
	stateOf,
	type TestRecord,
} from '../../../helpers/history/polls.js';
import {tries} from '../../../helpers/properties/tries.js';

const midnight = Date.UTC(2026, 5, 1);
const minutesOfDay = 1440;
const days = 4;

/** Times are minutes since the first midnight. Somebody looks each minute of a run. */
type Run = {readonly from: number; readonly to: number};
type Change = {readonly at: number; readonly slack: number; readonly state: string | undefined};

const spans = fc.array(fc.tuple(fc.integer({min: 30, max: 2500}), fc.integer({min: 5, max: 900})), {minLength: 3, maxLength: 9});
const turns = fc.array(fc.record({
	at: fc.integer({min: 1, max: days * minutesOfDay}),
	slack: fc.constantFrom(1, 1, 2, 4, 7),
	state: fc.constantFrom('connected', 'connected', 'disconnected', 'qr', undefined),
}), {maxLength: 12});

function runsOf(lengths: ReadonlyArray<readonly [number, number]>): readonly Run[] {
	const runs: Run[] = [];
	let from = 0;
	for (const [watched, hole] of lengths) {
		runs.push({from, to: from + watched});
		from += watched + hole;
	}

	return runs;
}

/** The changes that the looks of the runs can have shown. */
function changesOf(story: readonly Change[], runs: readonly Run[]): readonly Change[] {
	const changes: Change[] = [];
	for (const turn of story.toSorted((one, other) => one.at - other.at)) {
		const index = runs.findIndex(({to}) => to >= turn.at);
		const run = runs[index];
		if (run === undefined) {
			break;
		}

		const at = Math.max(turn.at, run.from);
		const lastLook = at - turn.slack >= run.from ? at - turn.slack : runs[index - 1]?.to;
		const before = changes.at(-1);
		if (lastLook !== undefined && lastLook >= (before?.at ?? 0) && (before === undefined ? 'connected' : before.state) !== turn.state) {
			changes.push({...turn, at, slack: at - lastLook});
		}
	}

	return changes;
}

type Model = {readonly first: string | undefined; readonly changes: readonly Change[]; readonly runs: readonly Run[]};

/** Whether a minute counts, and whether it is up. */
function countMinute({first, changes, runs}: Model, at: number): 'up' | 'down' | 'unseen' {
	const before = changes.findLast(change => change.at <= at);
	const next = changes.find(change => change.at > at);
	const state = before === undefined ? first : before.state;
	const isOver = next !== undefined && at >= next.at - next.slack && (next.slack > 3 || next.state === undefined);
	const isSeen = runs.some(run => run.from <= at && at < run.to);
	return state === undefined || isOver || !isSeen ? 'unseen' : (state === 'connected' ? 'up' : 'down');
}

function countBetween(model: Model, from: number, to: number) {
	const minutes = Array.from({length: to - from}, (_, index) => countMinute(model, from + index));
	const up = minutes.filter(kind => kind === 'up').length;
	return {up: up * minute, seen: minutes.filter(kind => kind !== 'unseen').length * minute};
}

function writeStory({tables, account}: TestRecord, runs: readonly Run[], stories: ReadonlyArray<Pick<Model, 'first' | 'changes'>>): void {
	for (const {from, to} of runs) {
		tables.addWatch(account, {
			instance: undefined, began: midnight + (from * minute), seen: midnight + (to * minute), every: minute,
		});
	}

	const record = readRecord(tables, account);
	const observe = (uid: number, {at, slack, state}: Omit<Change, 'slack'> & {readonly slack: number | undefined}, isFirst: boolean) => {
		put(tables, record, {
			uid: `${uid}`, name: `${uid}`, state: state === undefined ? undefined : stateOf(state), at: midnight + (at * minute), slack: slack === undefined ? undefined : slack * minute,
		}, {isFirst});
	};

	for (const [uid, {first}] of stories.entries()) {
		if (first !== undefined) {
			observe(uid, {at: 0, slack: undefined, state: first}, true);
		}
	}

	const all = stories.flatMap(({changes}, uid) => changes.map(change => ({uid, change})));
	for (const {uid, change} of all.toSorted((one, other) => one.change.at - other.change.at)) {
		observe(uid, change, false);
	}
}

/** Closes the days of a record as its holder does. */
function close({tables, account}: TestRecord): void {
	runAtOnce(closeDays({
		tables, account, isWritten(write) {
			write();
			return true;
		},
	}));
}

test('days and shares are what counting each minute gives, wherever a window begins and whether or not its days are closed', async () => {
	const records = await openRecord();
	let round = 0;
	await fc.assert(fc.asyncProperty(spans, fc.tuple(turns, turns, turns), fc.integer({min: 1, max: minutesOfDay}), async (lengths, [one, other, third], late) => {
		round += 1;
		const record = {...records, account: records.tables.addAccount(`host/${round}`)};
		const runs = runsOf(lengths);
		const models = [
			...[one, other].map(story => ({first: 'connected', runs, changes: changesOf(story, runs)})),
			// One that is not listed at first.
			{first: undefined, runs, changes: changesOf([{at: 3, slack: 1, state: undefined}, ...third], runs).filter((_, index) => index > 0)},
		];
		const known = models.filter(({first, changes}) => first !== undefined || changes.length > 0);
		writeStory(record, runs, models);
		const end = runs.at(-1)?.to ?? 0;
		const now = end + late;
		const windows = [6 * hour, day, (2 * day) + (17 * minute), 3 * day, Math.floor(3.3 * day / minute) * minute, 5 * day];
		const expected = known.map(model => windows.map(window => countBetween(model, now - (window / minute), now)));
		const read = () => runAtOnce(sharesOf(record.tables, record.account, {now: midnight + (now * minute), windows}))
			.values().map(shares => shares.map(({up, seen}) => ({up, seen}))).toArray();
		assert.deepEqual(read(), expected, 'from the changes');
		close(record);
		assert.deepEqual(read(), expected, 'from the days');
		checkDays(record, models, end);
	}), {numRuns: tries(30), seed: 1});
});

function checkDays({tables, account}: TestRecord, models: readonly Model[], end: number): void {
	const closed = tables.daysOf(account, 0);
	const ids = new Map(tables.instancesOf(account).map(({id, uid}) => [uid, id] as const));
	assert.deepEqual(closed.map(row => row.day - (midnight / day)), Array.from({length: Math.floor(end / minutesOfDay)}, (_, index) => index));
	for (const [index, {day: number, seen}] of closed.entries()) {
		const [from, to] = [index * minutesOfDay, (index + 1) * minutesOfDay];
		const rows = new Map(tables.dayRows(number).map(row => [row.instance, row]));
		for (const [uid, model] of models.entries()) {
			const id = ids.get(`${uid}`);
			if (id === undefined) {
				continue;
			}

			const {instance: _, ...row} = rows.get(id) ?? {
				up: seen, seen, changes: 0, instance: id,
			};
			assert.deepEqual(row, {...countBetween(model, from, to), changes: model.changes.filter(({at}) => at >= from && at < to).length});
		}
	}
}

test('a day has a row for an instance that changed or was not all connected, and for no other', async () => {
	const record = await openRecord();
	const runs = [{from: 0, to: 2 * minutesOfDay}];
	writeStory(record, runs, [
		{first: 'connected', changes: []},
		{first: 'disconnected', changes: []},
		{first: 'connected', changes: [{at: 60, slack: 1, state: 'qr'}, {at: 90, slack: 1, state: 'connected'}]},
	]);
	close(record);

	assert.deepEqual(record.tables.dayRows(midnight / day), [
		{
			instance: 2, up: 0, seen: day, changes: 0,
		},
		{
			instance: 3, up: day - (30 * minute), seen: day, changes: 2,
		},
	]);
	assert.deepEqual(record.tables.daysOf(record.account, 0), [{day: midnight / day, seen: day}, {day: (midnight / day) + 1, seen: day}]);
});

test('a day is not closed before a look after it, and not by a process that does not record any more', async () => {
	const record = await openRecord();
	writeStory(record, [{from: 0, to: minutesOfDay - 1}], [{first: 'disconnected', changes: []}]);
	close(record);
	assert.deepEqual(record.tables.daysOf(record.account, 0), []);
	writeStory(record, [{from: minutesOfDay, to: minutesOfDay + 1}], []);
	runAtOnce(closeDays({...record, isWritten: () => false}));
	assert.deepEqual(record.tables.daysOf(record.account, 0), []);
	close(record);
	assert.deepEqual(record.tables.daysOf(record.account, 0).map(({seen}) => seen), [day - minute]);
});

test('an instance that is watched by itself counts by its own looks', async () => {
	const record = await openRecord();
	const {tables, account} = record;
	writeStory(record, [{from: 0, to: 60}], [{first: 'connected', changes: []}, {first: 'connected', changes: []}]);
	tables.addWatch(account, {
		instance: 1, began: midnight + (30 * minute), seen: midnight + (100 * minute), every: minute,
	});

	const shares = runAtOnce(sharesOf(tables, account, {now: midnight + (3 * hour), windows: [day]}));
	assert.deepEqual([...shares], [['0', [{up: 100 * minute, seen: 100 * minute, window: day}]], ['1', [{up: 60 * minute, seen: 60 * minute, window: day}]]]);
});
