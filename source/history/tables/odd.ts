import type {Words} from '../words.js';
import {maybeNumberIn, numberIn, type Sql} from './row.js';

/** An oddity of an instance, by its id. It has not ended where `ended` is `undefined`. */
export type OddRow = {
	readonly id: number;
	readonly instance: number;
	readonly what: string;
	readonly began: number;
	readonly slack: number | undefined;
	readonly ended: number | undefined;
};

/** The oddities of the instances. */
export function oddTable(sql: Sql, words: Words) {
	return {
		/** The latest oddity of each kind of each instance of an account. */
		latestOdds: (account: number): readonly OddRow[] => sql(`
			select max(odd.id) as id, odd.instance, what, began, odd.slack, ended from odd join instance on instance.id = odd.instance
			where account = ? group by odd.instance, what
		`).all(account).map(row => ({
			id: numberIn(row, 'id'),
			instance: numberIn(row, 'instance'),
			what: words.textOf(numberIn(row, 'what')),
			began: numberIn(row, 'began'),
			slack: maybeNumberIn(row, 'slack'),
			ended: maybeNumberIn(row, 'ended'),
		})),

		addOdd: ({instance, what, began, slack, ended}: Omit<OddRow, 'id'>) => Number(
			sql('insert into odd (instance, what, began, slack, ended) values (?, ?, ?, ?, ?)')
				.run(instance, words.numberOf(what), began, slack ?? null, ended ?? null).lastInsertRowid,
		),

		endOdd(id: number, ended: number) {
			sql('update odd set ended = ? where id = ?').run(ended, id);
		},
	};
}
