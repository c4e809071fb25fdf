import {numberAt, numberIn, type Sql} from './row.js';

/** What was seen of an instance on a day of UTC that is over: for how long, for how much of that it was connected, in milliseconds. */
export type DayRow = {
	readonly instance: number;
	readonly up: number;
	readonly seen: number;
	readonly changes: number;
};

/** The days that are over, by their number since the epoch. */
export function dayTables(sql: Sql) {
	return {
		/** For how long the whole list of an account was watched on each day from `from` on that was counted, in order. */
		daysOf: (account: number, from: number): ReadonlyArray<{readonly day: number; readonly seen: number}> => sql(
			'select day, seen from day_of where account = ? and day >= ? order by day',
		).all(account, from).map(row => ({day: numberIn(row, 'day'), seen: numberIn(row, 'seen')})),

		addDayOf(account: number, day: number, seen: number) {
			sql('insert or replace into day_of (day, account, seen) values (?, ?, ?)').run(day, account, seen);
		},

		addDay(day: number, {instance, up, seen, changes}: DayRow) {
			sql('insert or replace into day (day, instance, up, seen, changes) values (?, ?, ?, ?, ?)').run(day, instance, up, seen, changes);
		},

		/** The rows of a day, of the instances of all accounts. */
		dayRows(day: number): readonly DayRow[] {
			const statement = sql('select instance, up, seen, changes from day where day = ?');
			statement.setReturnArrays(true);
			return statement.all(day).map(row => ({
				instance: numberAt(row, 0), up: numberAt(row, 1), seen: numberAt(row, 2), changes: numberAt(row, 3),
			}));
		},
	};
}
