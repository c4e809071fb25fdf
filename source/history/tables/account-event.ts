import {
	maybeNumberIn,
	numberIn,
	textIn,
	type Sql,
} from './row.js';

/** A time in which polls of an account got no answer: the kind of the trouble, and the status of HTTP where one came. */
export type TroubleRow = {
	readonly id: number;
	readonly began: number;
	readonly ended: number;
	readonly kind: string;
	readonly status: number | undefined;
};

/** Many instances that fell together, between `began` and `until`; they were back, or it was no longer news, at `ended`. */
export type MassRow = {
	readonly id: number;
	readonly began: number;
	readonly until: number;
	readonly fallen: number;
	readonly listed: number;
	readonly ended: number | undefined;
};

/** What happened to an account as a whole: the troubles of its polling, and the falls of its fleet. */
export function accountEventTables(sql: Sql) {
	return {
		/** The latest troubles of an account, the newest first, beginning before the row `before`. */
		troublesOf: (account: number, count: number, before = Number.MAX_SAFE_INTEGER): readonly TroubleRow[] => sql(
			'select * from trouble where account = ? and id < ? order by id desc limit ?',
		).all(account, before, count).map(row => ({
			id: numberIn(row, 'id'),
			began: numberIn(row, 'began'),
			ended: maybeNumberIn(row, 'ended') ?? numberIn(row, 'began'),
			kind: textIn(row, 'kind'),
			status: maybeNumberIn(row, 'status'),
		})),

		addTrouble(account: number, {began, ended, kind, status}: Omit<TroubleRow, 'id'>) {
			sql('insert into trouble (account, began, ended, kind, status) values (?, ?, ?, ?, ?)').run(account, began, ended, kind, status ?? null);
		},

		updateTrouble({id, began, ended, status}: TroubleRow) {
			sql('update trouble set began = ?, ended = ?, status = ? where id = ?').run(began, ended, status ?? null, id);
		},

		/** The latest falls of an account, the newest first, beginning before the row `before`. */
		massesOf: (account: number, count: number, before = Number.MAX_SAFE_INTEGER): readonly MassRow[] => sql(
			'select * from mass where account = ? and id < ? order by id desc limit ?',
		).all(account, before, count).map(row => ({
			id: numberIn(row, 'id'),
			began: numberIn(row, 'began'),
			until: numberIn(row, 'until'),
			fallen: numberIn(row, 'fallen'),
			listed: numberIn(row, 'listed'),
			ended: maybeNumberIn(row, 'ended'),
		})),

		addMass(account: number, {began, until, fallen, listed, ended}: Omit<MassRow, 'id'>) {
			sql('insert into mass (account, began, until, fallen, listed, ended) values (?, ?, ?, ?, ?, ?)')
				.run(account, began, until, fallen, listed, ended ?? null);
		},

		updateMass({id, began, until, fallen, listed, ended}: MassRow) {
			sql('update mass set began = ?, until = ?, fallen = ?, listed = ?, ended = ? where id = ?')
				.run(began, until, fallen, listed, ended ?? null, id);
		},
	};
}
