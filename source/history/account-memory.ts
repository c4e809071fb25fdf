import type {Slices} from '../core/polling/slices.js';
import type {Remembered} from '../core/fleet/memory/remembered.js';
import type {Fault} from './fault.js';
import {expectFault} from './open.js';
import type {GoodPoll, Recorder} from './port.js';
import {recallAccount} from './recall.js';
import {createRecorder, type RecorderOptions} from './recorder.js';
import type {Tables} from './tables.js';

/** The memory of one place, as one watcher uses it. It throws nothing that the disk does. */
export type AccountMemory = {
	/**
	What is remembered of the account at this place that lists these instances, by their uids; without a list, of the only account that was
	ever seen here. `undefined` where nothing is.
	*/
	readonly recall: (listed: readonly string[] | undefined, now: number) => Slices<Remembered | undefined>;
	/** Records a good poll, or stands by; it gives the fault that there was. Nothing is recorded where the memory can only be read. */
	readonly record: (poll: GoodPoll) => Slices<Fault | undefined>;
	/** Says that the token may be another account's by now: the account is found again by the next list. */
	readonly tokenChanged: () => void;
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

	const release = () => {
		const fault = recorder?.release();
		recorder = undefined;
		return fault;
	};

	return {
		* recall(listed, now) {
			try {
				const [only, ...others] = tables.accountsAt(place);
				account = listed === undefined ? (others.length === 0 ? only : undefined) : find(listed);
				return account === undefined ? undefined : yield * recallAccount(database, tables, {account, now});
			} catch (error) {
				recover(error);
				return undefined;
			}
		},
		* record(poll) {
			if (!isWritable) {
				return undefined;
			}

			try {
				if (recorder === undefined) {
					account = findOrAdd(poll.listed().map(({uid}) => uid));
					recorder = createRecorder({
						database, tables, account, holder, isHolderGone,
					});
				}

				return yield * recorder.record(poll);
			} catch (error) {
				return recover(error);
			}
		},
		tokenChanged() {
			release();
		},
		release,
	};
}
