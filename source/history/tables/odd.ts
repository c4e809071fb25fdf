import type {Words} from '../words.js';
import {
	maybeNumberIn,
	numberIn,
	textIn,
	type Row,
	type Sql,
} from './row.js';

/** An oddity of an instance, by its id. It has not ended where `ended` is `undefined`. */
export type OddRow = {
	readonly id: number;
	readonly instance: number;
	readonly what: string;
	readonly began: number;
	readonly slack: number | undefined;
	readonly ended: number | undefined;
};

/** An oddity with its instance's id and name. */
type NamedOdd = Omit<OddRow, 'id' | 'instance'> & {readonly uid: string; readonly name: string};

const namedQuery = 'select odd.*, uid, name from odd join instance on instance.id = odd.instance';

/** The oddities of the instances. */
export function oddTable(sql: Sql, words: Words) {
	return {
		/** The oddities of the instances of the list that have not ended. */
		openOdds: (account: number): readonly NamedOdd[] => sql(
			`${namedQuery} where account = ? and state <> 0 and ended is null`,
		).all(account).map(row => namedIn(row, words)),

		/** The oddities that began or ended in a span of time, whose end is not in it. */
		oddsBetween: (account: number, {from, to}: {readonly from: number; readonly to: number}): readonly NamedOdd[] => sql(
			`${namedQuery} where account = :account and ((began >= :from and began < :to) or (ended >= :from and ended < :to)) order by odd.id`,
		).all({account, from, to}).map(row => namedIn(row, words)),

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

function namedIn(row: Row, words: Words): NamedOdd {
	return {
		uid: textIn(row, 'uid'),
		name: textIn(row, 'name'),
		what: words.textOf(numberIn(row, 'what')),
		began: numberIn(row, 'began'),
		slack: maybeNumberIn(row, 'slack'),
		ended: maybeNumberIn(row, 'ended'),
	};
}
