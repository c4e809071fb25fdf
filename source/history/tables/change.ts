import type {RecordedState, Words} from '../words.js';
import {
	maybeNumberIn,
	numberIn,
	type Row,
	type Sql,
} from './row.js';

/** One change of an instance. */
export type ChangeRow = {
	readonly id: number;
	readonly instance: number;
	readonly at: number;
	readonly slack: number | undefined;
	readonly was: RecordedState;
	readonly became: RecordedState;
	readonly lasted: number;
};

/** The changes of the instances. */
export function changeTable(sql: Sql, words: Words) {
	return {
		addChange: (account: number, {instance, at, slack, was, became, lasted}: Omit<ChangeRow, 'id'>, previous: number | undefined) => Number(
			sql('insert into change (account, instance, at, slack, was, became, lasted, prev) values (?, ?, ?, ?, ?, ?, ?, ?)')
				.run(account, instance, at, slack ?? null, words.stateNumber(was), words.stateNumber(became), lasted, previous ?? null).lastInsertRowid,
		),

		/** Changes of an account from the row `from` on, the oldest first. */
		changesFrom: (account: number, from: number) => sql('select * from change where id >= ? and account = ? order by id').iterate(from, account)
			.map(row => changeIn(row, words)),

		/**
		The first row of change at or after a time, by bisection, since there is no index by time; the row after the last where there is none.
		Rows are in the order of the record, which is that of time but for small steps back.
		*/
		firstChangeAt(at: number): number {
			const last = sql('select max(id) as id from change').get()?.id;
			let low = Number(sql('select min(id) as id from change').get()?.id ?? 1);
			let high = Number(last ?? 0) + 1;
			while (low < high) {
				const middle = Math.floor((low + high) / 2);
				const row = sql('select id, at from change where id >= ? order by id limit 1').get(middle);
				if (row === undefined || numberIn(row, 'at') >= at) {
					high = middle;
				} else {
					low = numberIn(row, 'id') + 1;
				}
			}

			return low;
		},
	};
}

function changeIn(row: Row, words: Words): ChangeRow {
	return {
		id: numberIn(row, 'id'),
		instance: numberIn(row, 'instance'),
		at: numberIn(row, 'at'),
		slack: maybeNumberIn(row, 'slack'),
		was: words.stateOf(numberIn(row, 'was')),
		became: words.stateOf(numberIn(row, 'became')),
		lasted: numberIn(row, 'lasted'),
	};
}
