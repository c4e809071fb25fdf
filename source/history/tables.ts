import type {Database, Statement} from './sqlite.js';
import {accountEventTables} from './tables/account-event.js';
import {changeTable} from './tables/change.js';
import {cutFuture} from './tables/cut-future.js';
import {dayTables} from './tables/day.js';
import {instanceTable} from './tables/instance.js';
import {leaseTable} from './tables/lease.js';
import {lineTables} from './tables/line.js';
import {oldTables} from './tables/old.js';
import {oddTable} from './tables/odd.js';
import {watchTable} from './tables/watch.js';
import {openWords} from './words.js';

/** The tables of a record, a function for each statement. */
export type Tables = ReturnType<typeof openTables>;

/** Opens the tables of a database. Their functions throw what SQLite throws. */
export function openTables(database: Database) {
	const words = openWords(database);
	const statements = new Map<string, Statement>();
	const sql = (text: string): Statement => {
		const prepared = statements.get(text) ?? database.prepare(text);
		statements.set(text, prepared);
		return prepared;
	};

	const changes = changeTable(sql, words);
	return {
		words,
		...leaseTable(sql),
		...instanceTable(sql, words),
		...changes,
		...watchTable(sql),
		...oddTable(sql, words),
		...accountEventTables(sql),
		...dayTables(sql),
		...lineTables(sql),
		...oldTables(sql),

		/** Cuts what is of later than `now` to it: the clock was ahead when it was recorded. */
		cutFuture(account: number, now: number) {
			cutFuture(sql, account, {now, from: changes.firstChangeAt(now)});
		},
	};
}
