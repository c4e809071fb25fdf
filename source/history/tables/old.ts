import type {Sql} from './row.js';

/** Deletes what is kept no longer, some rows at a time. Each gives the number of rows that went. */
export function oldTables(sql: Sql) {
	const run = (text: string, values: Readonly<Record<string, number>>) => Number(sql(text).run(values).changes);
	return {
		/** Changes of an account before the row `before`, the oldest first. */
		deleteChanges: (account: number, before: number, count: number) => run(
			'delete from change where id in (select id from change where id < :before and account = :account order by id limit :count)',
			{account, before, count},
		),

		/** Oddities, troubles and falls that ended before a time. */
		deleteHappened: (account: number, before: number, count: number) => run(
			`delete from odd where id in (select odd.id from odd join instance on instance.id = odd.instance
				where account = :account and ended < :before limit :count)`,
			{account, before, count},
		) + run(
			'delete from trouble where id in (select id from trouble where account = :account and ended < :before limit :count)',
			{account, before, count},
		) + run(
			'delete from mass where id in (select id from mass where account = :account and until < :before limit :count)',
			{account, before, count},
		),

		/** Times of watching that ended before a time. */
		deleteWatches: (account: number, before: number, count: number) => run(
			'delete from watch where id in (select id from watch where account = :account and seen < :before limit :count)',
			{account, before, count},
		),

		/** Days before a day, of all accounts: they are told apart only by the instances. */
		deleteDays: (before: number, count: number) => run(
			'delete from day where (day, instance) in (select day, instance from day where day < :before limit :count)',
			{before, count},
		) + run('delete from day_of where (day, account) in (select day, account from day_of where day < :before limit :count)', {before, count}),

		/** Instances that have not been in the list since a time, whose changes and days are gone. */
		deleteInstances: (account: number, before: number, count: number) => run(
			'delete from instance where id in (select id from instance where account = :account and state = 0 and since < :before limit :count)',
			{account, before, count},
		),

		/** Bytes of the database that are in use, without the pages that are free for what comes next. */
		usedBytes: () => (Number(sql('pragma page_count').get()?.page_count) - Number(sql('pragma freelist_count').get()?.freelist_count))
			* Number(sql('pragma page_size').get()?.page_size),
	};
}
