import type {Database, Statement} from './sqlite.js';
import {changeTable} from './tables/change.js';
import {instanceTable} from './tables/instance.js';
import {leaseTable} from './tables/lease.js';
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

		/** Cuts what is of later than `now` to it: the clock was ahead when it was recorded. */
		cutFuture(account: number, now: number) {
			sql('update watch set began = min(began, ?), seen = ? where account = ? and seen > ?').run(now, now, account, now);
			sql('update instance set since = ? where account = ? and since > ?').run(now, account, now);
			sql('update instance set appeared = ? where account = ? and appeared > ?').run(now, account, now);
			sql('update change set at = ? where id >= ? and account = ? and at > ?').run(now, changes.firstChangeAt(now), account, now);
		},
	};
}
