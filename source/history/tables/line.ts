import {
	maybeNumber,
	maybeNumberIn,
	numberAt,
	numberIn,
	type Sql,
} from './row.js';

/** A change as it is counted; a state is its number: 0 for absent, 1 for connected. */
export type ChangeLine = {
	readonly id: number;
	readonly instance: number;
	readonly at: number;
	readonly slack: number | undefined;
	readonly was: number;
	readonly became: number;
	readonly lasted: number;
};

/** An instance as it is counted. */
export type InstanceLine = {
	readonly id: number;
	readonly uid: string;
	readonly name: string;
	readonly state: number;
	readonly since: number;
	readonly appeared: number;
	/** Whether it was there at the first look, and ever since. */
	readonly isFromFirst: boolean;
	readonly last: number | undefined;
};

/** The numbers of a state that counts: of the list, and connected. */
export const absent = 0;
export const connected = 1;

/** Rows of many instances or changes, page by page, as bare numbers. A page of a thousand takes about a millisecond. */
export function lineTables(sql: Sql) {
	return {
		/** Changes of an account from the row `from` on, the oldest first. */
		changeLines(account: number, from: number, count: number): readonly ChangeLine[] {
			const statement = sql('select id, instance, at, slack, was, became, lasted from change where id >= ? and account = ? order by id limit ?');
			statement.setReturnArrays(true);
			return statement.all(from, account, count).map(row => ({
				id: numberAt(row, 0),
				instance: numberAt(row, 1),
				at: numberAt(row, 2),
				slack: maybeNumber(row[3]),
				was: numberAt(row, 4),
				became: numberAt(row, 5),
				lasted: numberAt(row, 6),
			}));
		},

		/** One change, and the row before it of the same instance; `undefined` where it is not kept any more. */
		linkOf(id: number): {readonly at: number; readonly was: number; readonly previous: number | undefined} | undefined {
			const row = sql('select at, was, prev from change where id = ?').get(id);
			return row && {at: numberIn(row, 'at'), was: numberIn(row, 'was'), previous: maybeNumberIn(row, 'prev')};
		},

		/** Instances of an account after the row `after`. */
		instanceLines(account: number, after: number, count: number): readonly InstanceLine[] {
			const statement = sql(
				'select id, uid, name, state, since, appeared, appeared_slack is null, last from instance where id > ? and account = ? order by id limit ?',
			);
			statement.setReturnArrays(true);
			return statement.all(after, account, count).map(row => ({
				id: numberAt(row, 0),
				uid: String(row[1]),
				name: String(row[2]),
				state: numberAt(row, 3),
				since: numberAt(row, 4),
				appeared: numberAt(row, 5),
				isFromFirst: numberAt(row, 6) === 1,
				last: maybeNumber(row[7]),
			}));
		},
	};
}
