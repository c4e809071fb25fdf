import {statSync} from 'node:fs';
import type {ConnectionState} from '../../source/core/instance/instance.js';
import {runAtOnce, type Slices} from '../../source/core/polling/slices.js';
import {openHistory} from '../../source/history/open.js';
import {readPage} from '../../source/history/past/event-page.js';
import {sharesOf} from '../../source/history/past/shares.js';
import {nothingHappened, type GoodPoll} from '../../source/history/record/good-poll.js';
import type {Observed} from '../../source/history/record/record.js';
import {recallAccount} from '../../source/history/recall.js';
import {createRecorder} from '../../source/history/record/recorder.js';
import {openTables} from '../../source/history/tables.js';
import type {Sample} from '../figures/figure.js';
import {
	day,
	down,
	makeInstances,
	up,
	writeMemory,
	type Known,
} from './write-memory.js';

const place = 'bench.example';

/** A memory of ninety days that is open, and what one run of it costs: milliseconds, and the longest time in which no key gets its turn. */
export type OpenMemory = {readonly measure: () => Sample; readonly close: () => void};

/** Opens a memory of so many instances, which it writes into a file. */
export async function openMemory(file: string, count: number): Promise<OpenMemory> {
	const now = Date.now();
	const instances = makeInstances(count);
	await writeMemory(file, place, instances, now);
	const opened = await openHistory(file);
	if (opened.kind !== 'open') {
		throw new Error('The memory was not opened.');
	}

	const {database} = opened;
	const tables = openTables(database);
	const [account = 0] = tables.accountsAt(place);
	// Recording adds to the file, so that its size is taken before.
	const size = statSync(file).size / 1e3;
	const latest = {change: Infinity, at: Infinity};
	const oldest = {change: tables.firstChangeAt(now - (80 * day)), at: now - (80 * day)};
	const page = (before: typeof latest) => timeAtOnce(() => readPage(database, tables, {account, before, count: 100}));
	const shares = (...windows: readonly number[]) => timeSliced(() => sharesOf(tables, account, {now, windows}));
	const timeFall = createFalls(database, instances);
	return {
		measure() {
			const recall = timeSliced(() => recallAccount(database, tables, {account, now, isOfPart: undefined}));
			const month = shares(30 * day);
			const all = shares(day, 7 * day, 30 * day);
			return {
				'size on disk': size,
				recall: recall.total,
				'recall, longest slice': recall.longest,
				'shares of 30 days': month.total,
				'shares of 24 hours, 7 and 30 days': all.total,
				'shares, longest slice': all.longest,
				'page of the latest 100 events': page(latest),
				'page of 100 events of 80 days ago': page(oldest),
				'all fall at once, longest slice': timeFall(),
			};
		},
		close() {
			database.close();
		},
	};
}

/** Makes what tells the longest slice of recording a poll in which all instances fell, or came back. */
function createFalls(database: Parameters<typeof openTables>[0], instances: readonly Known[]): () => number {
	const tables = openTables(database);
	const [account = 0] = tables.accountsAt(place);
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
	return () => {
		step++;
		const state = step % 2 === 0 ? up : down;
		return timeSliced(() => recorder.record(poll(instances.map(({id, name}) => ({
			uid: id, name, state, at: start + (step * 5000), slack: 5000,
		})), state))).longest;
	};
}

function timeAtOnce(work: () => unknown): number {
	const began = performance.now();
	work();
	return performance.now() - began;
}

/** Times of work in slices, of which those that fit into four milliseconds run without a stop. */
function timeSliced(work: () => Slices<unknown>): {readonly total: number; readonly longest: number} {
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
}
