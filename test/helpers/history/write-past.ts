import {runAtOnce} from '../../../source/core/polling/slices.js';
import {closeDays} from '../../../source/history/past/days.js';
import {put, readRecord} from '../../../source/history/record/record.js';
import {placeOf} from '../../../source/polling/memory/open-rememberings.js';
import {
	day,
	hour,
	openRecord,
	stateOf,
} from './polls.js';

/** Writes the memory of an account that was watched for three days until a time. `down` has the hours that an instance was down in the last day. */
export async function writePast({file, url, until, instances}: {
	readonly file: string;
	readonly url: string;
	readonly until: number;
	readonly instances: ReadonlyArray<{readonly uid: string; readonly name: string; readonly down: number}>;
}): Promise<void> {
	const {database, tables} = await openRecord(file);
	const account = tables.addAccount(placeOf(url));
	const began = until - (3 * day);
	tables.addWatch(account, {
		instance: undefined, began, seen: until, every: 5000,
	});
	const record = readRecord(tables, account);
	const observe = (at: number, word: string, isFirst: boolean, {uid, name}: {readonly uid: string; readonly name: string}) => {
		put(tables, record, {
			uid, name, state: stateOf(word), at, slack: isFirst ? undefined : 5000,
		}, {isFirst});
	};

	for (const instance of instances) {
		observe(began, 'connected', true, instance);
	}

	for (const instance of instances) {
		if (!(instance.down > 0)) {
			continue;
		}

		observe(until - (20 * hour), 'disconnected', false, instance);
		observe(until - ((20 - instance.down) * hour), 'connected', false, instance);
	}

	runAtOnce(closeDays({
		tables, account, isWritten(write) {
			write();
			return true;
		},
	}));
	database.close();
}
