import {schemaVersion} from '../schema.js';
import {
	isDone,
	maybeNumber,
	numberIn,
	textIn,
	type Sql,
} from './row.js';

/** Who records an account. A beat of 0 is nobody's; `every` is the holder's interval. */
export type Lease = {
	readonly epoch: number;
	readonly holder: string;
	readonly rank: number;
	readonly every: number;
	readonly beat: number;
};

/** The accounts, each with the lease of who records it. */
export function leaseTable(sql: Sql) {
	return {
		/** All accounts, in the order in which they were first seen. */
		accounts: () => sql('select id, place from account order by id').all().map(row => ({id: numberIn(row, 'id'), place: textIn(row, 'place')})),

		/** When a monitor of an account was last looked at; `undefined` where none ever was. */
		visitOf: (account: number) => maybeNumber(sql('select at from visit where account = ?').get(account)?.at),

		accountsAt: (place: string) => sql('select id from account where place = ? order by id').all(place).map(row => numberIn(row, 'id')),

		addAccount: (place: string) => Number(
			sql('insert into account (place, schema, epoch, holder, rank, every, beat) values (?, ?, 0, \'\', 0, 0, 0)')
				.run(place, schemaVersion).lastInsertRowid,
		),

		leaseOf(account: number): Lease | undefined {
			const row = sql('select epoch, holder, rank, every, beat from account where id = ?').get(account);
			return row && {
				epoch: numberIn(row, 'epoch'), holder: textIn(row, 'holder'), rank: numberIn(row, 'rank'), every: numberIn(row, 'every'), beat: numberIn(row, 'beat'),
			};
		},

		/** Whether the lease is still of that epoch. */
		isHeld: (account: number, epoch: number): boolean => sql('select 1 from account where id = ? and epoch = ? and schema = ?')
			.get(account, epoch, schemaVersion) !== undefined,

		/** Takes the lease, if its epoch is still that one. */
		take: (account: number, epoch: number, {holder, rank, every, beat}: Omit<Lease, 'epoch'>) => isDone(
			sql('update account set epoch = epoch + 1, holder = ?, rank = ?, every = ?, beat = ? where id = ? and epoch = ? and schema = ?')
				.run(holder, rank, every, beat, account, epoch, schemaVersion),
		),

		/** Moves the sign of life on, if the epoch is still that one. */
		beat: (account: number, epoch: number, {rank, every, beat}: Pick<Lease, 'rank' | 'every' | 'beat'>) => isDone(
			sql('update account set rank = ?, every = ?, beat = ? where id = ? and epoch = ? and schema = ?')
				.run(rank, every, beat, account, epoch, schemaVersion),
		),
	};
}
