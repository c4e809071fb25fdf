import {
	maybeNumberIn,
	numberIn,
	textIn,
	type Row,
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
		/** The latest troubles of an account, the newest first. */
		troublesOf: (account: number, count: number): readonly TroubleRow[] => sql(
			'select * from trouble where account = ? order by id desc limit ?',
		).all(account, count).map(row => troubleIn(row)),

		/** The troubles that began or ended in a span of time, whose end is not in it. */
		troublesBetween: (account: number, {from, to}: {readonly from: number; readonly to: number}): readonly TroubleRow[] => sql(
			'select * from trouble where account = :account and ((began >= :from and began < :to) or (ended >= :from and ended < :to)) order by id',
		).all({account, from, to}).map(row => troubleIn(row)),

		addTrouble(account: number, {began, ended, kind, status}: Omit<TroubleRow, 'id'>) {
			sql('insert into trouble (account, began, ended, kind, status) values (?, ?, ?, ?, ?)').run(account, began, ended, kind, status ?? null);
		},

		updateTrouble({id, began, ended, status}: TroubleRow) {
			sql('update trouble set began = ?, ended = ?, status = ? where id = ?').run(began, ended, status ?? null, id);
		},

		/** The latest falls of an account, the newest first. */
		massesOf: (account: number, count: number): readonly MassRow[] => sql(
			'select * from mass where account = ? order by id desc limit ?',
		).all(account, count).map(row => massIn(row)),

		/** The falls of an account that any part of a span of time belongs to, whose end is not in it. */
		massesBetween: (account: number, {from, to}: {readonly from: number; readonly to: number}): readonly MassRow[] => sql(
			'select * from mass where account = ? and began < ? and until >= ? order by began, id',
		).all(account, to, from).map(row => massIn(row)),

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

function massIn(row: Row): MassRow {
	return {
		id: numberIn(row, 'id'),
		began: numberIn(row, 'began'),
		until: numberIn(row, 'until'),
		fallen: numberIn(row, 'fallen'),
		listed: numberIn(row, 'listed'),
		ended: maybeNumberIn(row, 'ended'),
	};
}

function troubleIn(row: Row): TroubleRow {
	return {
		id: numberIn(row, 'id'),
		began: numberIn(row, 'began'),
		ended: maybeNumberIn(row, 'ended') ?? numberIn(row, 'began'),
		kind: textIn(row, 'kind'),
		status: maybeNumberIn(row, 'status'),
	};
}
