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

		/** Gives the rows of a day, of the instances of all accounts, without an object for each: they are many. */
		takeDay(day: number, take: (instance: number, up: number, seen: number) => void) {
			const statement = sql('select instance, up, seen from day where day = ?');
			statement.setReturnArrays(true);
			for (const row of statement.all(day)) {
				take(numberAt(row, 0), numberAt(row, 1), numberAt(row, 2));
			}
		},

		/** The rows of a day, of the instances of all accounts. */
		dayRows: (day: number): readonly DayRow[] => sql('select instance, up, seen, changes from day where day = ?').all(day).map(row => ({
			instance: numberIn(row, 'instance'), up: numberIn(row, 'up'), seen: numberIn(row, 'seen'), changes: numberIn(row, 'changes'),
		})),
	};
}
