import {
	maybeNumber,
	maybeNumberIn,
	numberIn,
	type Row,
	type Sql,
} from './row.js';

/** A time without a hole in which the whole list of an account was looked at, or one instance. */
export type WatchRow = {
	readonly id: number;
	readonly instance: number | undefined;
	readonly began: number;
	readonly seen: number;
	readonly every: number;
};

/** When somebody looked. */
export function watchTable(sql: Sql) {
	return {
		/** Time of the last look at an account that is recorded, of the last twenty rows; 0 without any. */
		lastSeen: (account: number) => Number(
			sql('select max(seen) as seen from (select seen from watch where account = ? order by id desc limit 20)').get(account)?.seen ?? 0,
		),

		/** The last times in which the whole list of an account was watched, the oldest first. */
		watchesOf: (account: number, count: number): readonly WatchRow[] => sql(
			'select id, instance, began, seen, every from watch where account = ? and instance is null order by id desc limit ?',
		).all(account, count).map(row => watchIn(row)).toReversed(),

		/** The last times in which the whole list of an account was watched, or one of these instances, the oldest first. */
		watchesOfSome: (account: number, instances: readonly number[], count: number): readonly WatchRow[] => sql(
			`select id, instance, began, seen, every from watch
				where account = ? and (instance is null or instance in (select value from json_each(?))) order by id desc limit ?`,
		).all(account, JSON.stringify(instances), count).map(row => watchIn(row)).toReversed(),

		/** The last time in which each instance was watched that was watched by itself. */
		partWatchesOf: (account: number): readonly WatchRow[] => sql(
			'select max(id) as id, instance, began, seen, every from watch where account = ? and instance is not null group by instance',
		).all(account).map(row => watchIn(row)),

		/** The times in which an account or a part of it was watched, as far as they reach beyond `from`, in the order of the record. */
		watchesSince: (account: number, from: number): readonly WatchRow[] => sql(
			'select id, instance, began, seen, every from watch where account = ? and seen >= ? order by id',
		).all(account, from).map(row => watchIn(row)),

		/** When an account was looked at first; `undefined` where it never was. */
		firstWatched(account: number): number | undefined {
			return maybeNumber(sql('select min(began) as began from watch where account = ?').get(account)?.began);
		},

		addWatch: (account: number, {instance, began, seen, every}: Omit<WatchRow, 'id'>) => Number(
			sql('insert into watch (account, instance, began, seen, every) values (?, ?, ?, ?, ?)')
				.run(account, instance ?? null, began, seen, every).lastInsertRowid,
		),

		moveWatch({id, seen, every}: Pick<WatchRow, 'id' | 'seen' | 'every'>) {
			sql('update watch set seen = ?, every = ? where id = ?').run(seen, every, id);
		},
	};
}

function watchIn(row: Row): WatchRow {
	return {
		id: numberIn(row, 'id'), instance: maybeNumberIn(row, 'instance'), began: numberIn(row, 'began'), seen: numberIn(row, 'seen'), every: numberIn(row, 'every'),
	};
}
