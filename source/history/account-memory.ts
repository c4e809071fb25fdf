import type {Slices} from '../core/polling/slices.js';
import type {Remembered} from '../core/fleet/memory/remembered.js';
import {longestAhead} from './record/account.js';
import {cutRemembered} from './cut-remembered.js';
import type {Fault} from './fault.js';
import {expectFault} from './open.js';
import {openNotes, type Notes} from './notes.js';
import {openAccountPast, type AccountPast} from './past/account-past.js';
import {closeDays} from './past/days.js';
import {prune} from './past/prune.js';
import {addPending, type PendingFact} from './record/pending.js';
import type {GoodPoll} from './record/good-poll.js';
import {recallAccount, type IsOfPart} from './recall.js';
import {createRecorder, type Recorder, type RecorderOptions} from './record/recorder.js';
import type {Tables} from './tables.js';

/** The memory of one place, as one watcher uses it. It throws nothing that the disk does. */
export type AccountMemory = AccountPast & Notes & {
	/**
	What is remembered of the account at this place that lists these instances, by their uids; without a list, of the only account that was
	ever seen here. `isOfPart` tells the instances that are asked for, where that is not the whole list. `undefined` where nothing is, or
	where the clock is too far behind what is recorded.
	*/
	readonly recall: (listed: readonly string[] | undefined, now: number, isOfPart?: IsOfPart) => Slices<Remembered | undefined>;
	/** Whether polls are recorded: not where the memory can only be read. */
	readonly isWritable: boolean;
	/** The fault that reading has shown since this was asked last. */
	readonly takeFault: () => Fault | undefined;
	/** Records a good poll, or stands by; it gives the fault that there was, also in reading. */
	readonly record: (poll: GoodPoll) => Slices<Fault | undefined>;
	/** Says that the token may be another account's by now: the account is found again by the next list. */
	readonly tokenChanged: () => void;
	/**
	Counts the days that are over and deletes what is kept no longer, where this process records, for as long as nobody is at the keyboard.
	What cannot be done now is done the next time.
	*/
	readonly keep: (isIdle: () => boolean) => Slices<void>;
	/** Writes what is left and lets another process record. */
	readonly release: () => Fault | undefined;
};

export type AccountMemoryOptions = Pick<RecorderOptions, 'database' | 'holder' | 'isHolderGone'> & {
	readonly tables: Tables;
	readonly isWritable: boolean;
	/** Host, port and path of the deployment. */
	readonly place: string;
};

/** Opens the memory of one place. */
export function openAccountMemory({database, tables, isWritable, place, holder, isHolderGone}: AccountMemoryOptions): AccountMemory {
	let account: number | undefined;
	let recorder: Recorder | undefined;
	/** The rows of the instances that are asked for, where that is not the whole list. */
	let part: readonly number[] | undefined;
	/** Whether the account is still that of the token. */
	let isSure = true;
	/** What was seen before the account could be found, as on a disk that is full. */
	let early: readonly PendingFact[] = [];
	/** A fault that reading has shown, which is told at the next poll. */
	let unread: Fault | undefined;

	const find = (listed: readonly string[]) => {
		const counts = tables.accountsAt(place).map(id => ({id, count: tables.countOf(id, listed)}));
		return counts.filter(({count}) => count > 0).toSorted((one, other) => other.count - one.count)[0]?.id;
	};

	/** The account that lists these instances. One that is new is added, unless another process has just done so. */
	const findOrAdd = (listed: readonly string[]) => {
		const found = find(listed);
		if (found !== undefined) {
			return found;
		}

		database.exec('begin immediate');
		const unused = tables.accountsAt(place).find(id => tables.instancesOf(id).next().done === true);
		const added = find(listed) ?? unused ?? tables.addAccount(place);
		database.exec('commit');
		return added;
	};

	const recover = (error: unknown): Fault => {
		const fault = expectFault(error);
		if (database.isTransaction) {
			database.exec('rollback');
		}

		return fault;
	};

	/** A file that is damaged can show that wherever it is read. That it was locked for a moment is not worth a word. */
	const recoverReading = (error: unknown) => {
		const fault = recover(error);
		unread = fault === 'busy' ? unread : fault;
	};

	const {write: writeNotes, acknowledge, visited} = openNotes({
		database,
		writable: () => isWritable ? account : undefined,
		isPassing: error => recover(error) !== 'failed',
	});

	const takeFault = () => {
		const fault = unread;
		unread = undefined;
		return fault;
	};

	const release = () => {
		const fault = recorder?.release();
		recorder = undefined;
		return fault;
	};

	/** The recorder of the account that lists what a poll shows. After another token that may be another account. */
	const recorderFor = (poll: GoodPoll): Recorder => {
		if (recorder !== undefined && isSure) {
			return recorder;
		}

		const found = findOrAdd(poll.listed().map(({uid}) => uid));
		if (recorder === undefined || found !== account) {
			release();
			account = found;
			recorder = createRecorder({
				database, tables, account, holder, isHolderGone, early,
			});
			early = [];
		}

		isSure = true;
		return recorder;
	};

	return {
		isWritable,
		takeFault,
		* recall(listed, now, isOfPart) {
			try {
				const [only, ...others] = tables.accountsAt(place);
				account = listed === undefined ? (others.length === 0 ? only : undefined) : find(listed);
				const ahead = account === undefined ? 0 : tables.lastSeen(account) - now;
				if (account === undefined || ahead > longestAhead) {
					return undefined;
				}

				// Where only instances were ever watched, nothing tells what the token shows, until it is answered.
				const isPartOnly = listed === undefined && tables.watchesOf(account, 1).length === 0;
				const recalled = yield * recallAccount(database, tables, {account, now, isOfPart: isOfPart ?? (isPartOnly ? () => true : undefined)});
				const {remembered} = recalled;
				part = recalled.part;
				return ahead > 0 ? cutRemembered(remembered, now) : remembered;
			} catch (error) {
				recoverReading(error);
				return undefined;
			}
		},
		* record(poll) {
			const told = takeFault();
			if (!isWritable || told === 'damaged') {
				return told;
			}

			try {
				const recording = recorderFor(poll);
				const fault = yield * recording.record(poll);
				writeNotes();
				return fault ?? told;
			} catch (error) {
				early = recorder === undefined ? addPending(early, poll, undefined) : early;
				return recover(error);
			}
		},
		...openAccountPast({
			database, tables, failed: recoverReading, found: () => account === undefined ? undefined : {account, part},
		}),
		tokenChanged() {
			isSure = false;
		},
		acknowledge,
		visited,
		* keep(isIdle) {
			const recording = recorder;
			if (account === undefined || recording?.isHolder() !== true) {
				return;
			}

			const isWritten = (write: () => void) => isIdle() && recording.writeHeld(write);
			try {
				yield * closeDays({tables, account, isWritten});
				yield * prune({tables, account, isWritten});
			} catch (error) {
				recover(error);
			}
		},
		release,
	};
}
