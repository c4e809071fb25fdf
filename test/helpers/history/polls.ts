import {stateKind, type ConnectionState} from '../../../source/core/instance/instance.js';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import type {Fault} from '../../../source/history/fault.js';
import {inMemory, openHistory} from '../../../source/history/open.js';
import {nothingHappened, type GoodPoll} from '../../../source/history/record/good-poll.js';
import {type Recorder, createRecorder} from '../../../source/history/record/recorder.js';
import type {Database} from '../../../source/history/sqlite.js';
import {openTables, type Tables} from '../../../source/history/tables.js';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A record with one account. */
export type TestRecord = {
	readonly database: Database;
	readonly tables: Tables;
	readonly account: number;
};

/** Opens a record, in memory where no file is named. */
export async function openRecord(file = inMemory): Promise<TestRecord> {
	const opened = await openHistory(file);
	if (opened.kind !== 'open') {
		throw new Error(opened.kind === 'none' ? opened.words : 'nothing is recorded');
	}

	const {database} = opened;
	const tables = openTables(database);
	return {database, tables, account: tables.accountsAt('host')[0] ?? tables.addAccount('host')};
}

export function startRecorder({database, tables, account}: TestRecord, holder = 'one'): Recorder {
	return createRecorder({
		database, tables, account, holder, isHolderGone: () => false,
	});
}

/** A poll of the whole list, every twenty seconds; `states` are the words by the ids. */
export function pollAt(at: number, states: Readonly<Record<string, string>>, more: Partial<GoodPoll> = {}): GoodPoll {
	return {
		look: {at, elapsed: at, interval: 20 * second},
		isWhole: true,
		rank: 5,
		changes: [],
		listed: () => Object.entries(states).map(([uid, word]) => ({
			uid, name: `name ${uid}`, state: stateOf(word), at, slack: undefined,
		})),
		...nothingHappened,
		...more,
	};
}

export function recordPoll(recorder: Recorder, poll: GoodPoll): Fault | undefined {
	return runAtOnce(recorder.record(poll));
}

export function stateOf(word: string): ConnectionState {
	return {kind: stateKind(word), text: sanitize(word)};
}
