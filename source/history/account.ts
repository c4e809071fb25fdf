import {holeLimit, type Look} from '../core/fleet/seen/coverage.js';
import {openCoverage, type Coverage} from './coverage.js';
import {readRecord, type Record} from './record.js';
import type {Database} from './sqlite.js';
import type {Tables} from './tables.js';

/** What the record holds of an account, kept beside the tables while this process records. */
export type Known = {readonly record: Record; readonly coverage: Coverage};

/** What the recorder of an account does with its tables. All of them throw what SQLite throws. */
export type Account = {
	/** Runs a transaction and tells whether it was kept: where the work could not be done, nothing is written. */
	readonly hasCommitted: (hasDone: () => boolean) => boolean;
	/** Cuts a record that is ahead of the clock to it, in the transaction that is open, unless it is too far ahead to be believed. */
	readonly fitToClock: (look: Look) => 'fits' | 'cut' | 'too-far';
	readonly readKnown: (poll: {readonly look: Look; readonly isWhole: boolean}) => Known;
};

/** A record that is ahead of the clock by up to this is cut to it, in milliseconds: the clock was wrong by a day and a zone at most. */
const longestAhead = 25 * 60 * 60_000;

/** Opens an account by its row. */
export function openAccount(database: Database, tables: Tables, account: number): Account {
	return {
		hasCommitted(hasDone) {
			database.exec('begin immediate');
			const isKept = hasDone();
			database.exec(isKept ? 'commit' : 'rollback');
			return isKept;
		},
		fitToClock({at}) {
			const ahead = tables.lastSeen(account) - at;
			if (ahead <= 0) {
				return 'fits';
			}

			if (ahead > longestAhead) {
				return 'too-far';
			}

			tables.cutFuture(account, at);
			return 'cut';
		},
		readKnown({look, isWhole}) {
			const record = readRecord(tables, account);
			return {record, coverage: openCoverage(tables, record, {isWhole, limit: holeLimit(look.interval)})};
		},
	};
}
