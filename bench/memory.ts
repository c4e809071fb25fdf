import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {ConnectionState} from '../source/core/instance/instance.js';
import {runAtOnce, type Slices} from '../source/core/polling/slices.js';
import {sanitize} from '../source/core/text/sanitize.js';
import {openHistory} from '../source/history/open.js';
import {closeDays} from '../source/history/past/days.js';
import {readPage} from '../source/history/past/event-page.js';
import {sharesOf} from '../source/history/past/shares.js';
import {nothingHappened, type GoodPoll} from '../source/history/record/good-poll.js';
import {put, readRecord, type Observed} from '../source/history/record/record.js';
import {recallAccount} from '../source/history/recall.js';
import {createRecorder} from '../source/history/record/recorder.js';
import {openTables} from '../source/history/tables.js';

/** An instance that is to be remembered, in its present state. */
export type Known = {readonly id: string; readonly name: string; readonly state: string};

const day = 24 * 60 * 60_000;

/** Days that a memory reaches back, and how often an instance changes on one: it falls and comes back some ten times a month. */
const days = 90;
const changesPerDay = 0.7;

const up: ConnectionState = {kind: 'connected', text: sanitize('connected')};
const down: ConnectionState = {kind: 'disconnected', text: sanitize('disconnected')};

/** Writes a memory of ninety days of these instances at a place, that ends some seconds before `now`. */
export async function writeMemory(file: string, place: string, instances: readonly Known[], now: number): Promise<void> {
	const opened = await openHistory(file);
	if (opened.kind !== 'open') {
		throw new Error(`The memory ${opened.kind === 'none' ? opened.words : 'is absent'}.`);
	}

	const {database} = opened;
	const tables = openTables(database);
	const end = now - 3000;
	const begin = end - (days * day);
	database.exec('begin');
	const account = tables.addAccount(place);
	const record = readRecord(tables, account);
	const observed: Observed[] = [];
	for (const [index, {id, name, state}] of instances.entries()) {
		const seen = (at: number, present: ConnectionState) => ({
			uid: id, name, state: present, at, slack: 5000,
		});
		observed.push(seen(begin, up));
		const random = randomFrom(index);
		const spells = Math.round(days * changesPerDay / 2);
		for (let spell = 0; spell < spells; spell++) {
			const at = Math.floor(begin + ((spell + (0.8 * random())) * days * day / spells)) + 1;
			observed.push(seen(at, down), seen(at + 20_000 + Math.floor(random() * 20 * 60_000), up));
		}

		if (state !== 'connected') {
			observed.push(seen(end - Math.floor(random() * day / 24), {kind: 'disconnected', text: sanitize(state)}));
		}
	}

	for (const each of observed.toSorted((one, other) => one.at - other.at)) {
		put(tables, record, each, {isFirst: each.at === begin});
	}

	// A night of the second week was not watched, as on some others.
	for (let from = begin; from < end; from += 7 * day) {
		tables.addWatch(account, {
			instance: undefined, began: from, seen: Math.min(from + (6.7 * day), end), every: 5000,
		});
	}

	tables.addWatch(account, {
		instance: undefined, began: end - day, seen: end, every: 5000,
	});
	database.exec('commit');
	runAtOnce(closeDays({
		tables, account, isWritten(write) {
			database.exec('begin immediate');
			write();
			database.exec('commit');
			return true;
		},
	}));
	database.exec('pragma wal_checkpoint(truncate)');
	database.close();
}

/** What a memory of ninety days costs; times in milliseconds, of the median run, and the longest time in which no key gets its turn. */
export type MemoryCosts = Readonly<Record<string, {readonly value: number; readonly unit: string}>>;

/** Measures a memory of so many instances. */
export async function measureMemory(count: number, runs: number): Promise<MemoryCosts> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-memory-'));
	const file = path.join(folder, 'history.db');
	const now = Date.now();
	const instances = Array.from({length: count}, (_, index) => ({id: `7f3a0000-${index}`, name: `instance-${index}`, state: 'connected'}));
	await writeMemory(file, 'bench.example', instances, now);
	const opened = await openHistory(file);
	if (opened.kind !== 'open') {
		throw new Error('The memory was not opened.');
	}

	const {database} = opened;
	const tables = openTables(database);
	const [account = 0] = tables.accountsAt('bench.example');
	const window = (length: number) => ({now, windows: [length * day]});
	const recall = timeSliced(runs, () => recallAccount(database, tables, {account, now, isOfPart: undefined}));
	const all = timeSliced(runs, () => sharesOf(tables, account, {now, windows: [day, 7 * day, 30 * day]}));
	const month = timeSliced(runs, () => sharesOf(tables, account, window(30)));
	const latest = {change: Infinity, at: Infinity};
	const oldest = {change: tables.firstChangeAt(now - (80 * day)), at: now - (80 * day)};
	const page = (before: typeof latest) => timeAtOnce(runs, () => readPage(database, tables, {account, before, count: 100}));
	const costs = {
		'size on disk': {value: statSync(file).size / 1e6, unit: 'MB'},
		recall: ms(recall.total),
		'recall, longest slice': ms(recall.longest),
		'shares of 30 days': ms(month.total),
		'shares of 24 hours, 7 and 30 days': ms(all.total),
		'shares, longest slice': ms(all.longest),
		'page of the latest 100 events': ms(page(latest)),
		'page of 100 events of 80 days ago': ms(page(oldest)),
		'all fall at once, longest slice': ms(timeFall(database, instances, runs)),
	};
	database.close();
	rmSync(folder, {recursive: true});
	return costs;
}

function ms(value: number): {readonly value: number; readonly unit: string} {
	return {value, unit: 'ms'};
}

/** The longest slice of recording a poll in which all instances fell. */
function timeFall(database: Parameters<typeof openTables>[0], instances: readonly Known[], runs: number): number {
	const tables = openTables(database);
	const [account = 0] = tables.accountsAt('bench.example');
	const recorder = createRecorder({
		database, tables, account, holder: 'bench', isHolderGone: () => true,
	});
	const start = Date.now();
	let step = 0;
	const poll = (changes: readonly Observed[], state: ConnectionState): GoodPoll => ({
		look: {at: start + (step * 5000), elapsed: step * 5000, interval: 5000},
		isWhole: true,
		rank: 7,
		changes,
		listed: () => instances.map(({id, name}) => ({
			uid: id, name, state, at: start, slack: 5000,
		})),
		...nothingHappened,
	});
	runAtOnce(recorder.record(poll([], up)));
	return timeSliced(runs, () => {
		step++;
		const state = step % 2 === 0 ? up : down;
		return recorder.record(poll(instances.map(({id, name}) => ({
			uid: id, name, state, at: start + (step * 5000), slack: 5000,
		})), state));
	}).longest;
}

function timeAtOnce(runs: number, work: () => unknown): number {
	return medianOf(Array.from({length: runs}, () => {
		const began = performance.now();
		work();
		return performance.now() - began;
	}));
}

/** Times of work in slices, of which those that fit into four milliseconds run without a stop. */
function timeSliced(runs: number, work: () => Slices<unknown>): {readonly total: number; readonly longest: number} {
	const measured = Array.from({length: runs}, () => {
		const slices = work();
		let [total, longest] = [0, 0];
		for (let isDone = false; !isDone;) {
			const began = performance.now();
			while (!isDone && performance.now() - began < 4) {
				isDone = slices.next().done === true;
			}

			const lasted = performance.now() - began;
			total += lasted;
			longest = Math.max(longest, lasted);
		}

		return {total, longest};
	});
	return {total: medianOf(measured.map(({total}) => total)), longest: medianOf(measured.map(({longest}) => longest))};
}

function medianOf(values: readonly number[]): number {
	return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** Numbers from 0 to 1 that are the same in each run. */
function randomFrom(seed: number): () => number {
	let state = seed + 1;
	return () => {
		// The generator of Park and Miller, whose products are exact numbers.
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}
