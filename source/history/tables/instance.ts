import type {RecordedState, Words} from '../words.js';
import {
	maybeNumberIn,
	numberIn,
	textIn,
	type Row,
	type Sql,
} from './row.js';

/** What the record last knew of an instance. Times and slacks are milliseconds; a slack is `undefined` where the first look had it. */
export type InstanceRow = {
	readonly id: number;
	readonly uid: string;
	readonly name: string;
	readonly state: RecordedState;
	readonly since: number;
	readonly slack: number | undefined;
	readonly appeared: number;
	readonly appearedSlack: number | undefined;
	/** The newest change of it. */
	readonly last: number | undefined;
};

/** What was last known of each instance. */
export function instanceTable(sql: Sql, words: Words) {
	return {
		instancesOf: (account: number) => sql('select * from instance where account = ?').iterate(account).map(row => instanceIn(row, words)),

		/** How many of these ids the account has. */
		countOf: (account: number, uids: readonly string[]) => Number(
			sql('select count(*) as count from json_each(?) as listed join instance on uid = listed.value and account = ?')
				.get(JSON.stringify(uids), account)?.count,
		),

		addInstance: (account: number, {uid, name, state, since, slack, appeared, appearedSlack}: Omit<InstanceRow, 'id' | 'last'>) => Number(
			sql('insert into instance (account, uid, name, state, since, slack, appeared, appeared_slack) values (?, ?, ?, ?, ?, ?, ?, ?)')
				.run(account, uid, name, words.stateNumber(state), since, slack ?? null, appeared, appearedSlack ?? null).lastInsertRowid,
		),

		updateInstance({id, uid, name, state, since, slack, appeared, appearedSlack, last}: InstanceRow) {
			sql('update instance set uid = ?, name = ?, state = ?, since = ?, slack = ?, appeared = ?, appeared_slack = ?, last = ? where id = ?')
				.run(uid, name, words.stateNumber(state), since, slack ?? null, appeared, appearedSlack ?? null, last ?? null, id);
		},
	};
}

function instanceIn(row: Row, words: Words): InstanceRow {
	return {
		id: numberIn(row, 'id'),
		uid: textIn(row, 'uid'),
		name: textIn(row, 'name'),
		state: words.stateOf(numberIn(row, 'state')),
		since: numberIn(row, 'since'),
		slack: maybeNumberIn(row, 'slack'),
		appeared: numberIn(row, 'appeared'),
		appearedSlack: maybeNumberIn(row, 'appeared_slack'),
		last: maybeNumberIn(row, 'last'),
	};
}
