import {schemaVersion} from './schema.js';
import type {Database, Statement} from './sqlite.js';
import {openWords, type RecordedState, type Words} from './words.js';

/** Who records an account. A beat of 0 is nobody's; `every` is the holder's interval. */
export type Lease = {
	readonly epoch: number;
	readonly holder: string;
	readonly rank: number;
	readonly every: number;
	readonly beat: number;
};

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

/** A time without a hole in which the whole list of an account was looked at, or one instance. */
export type WatchRow = {
	readonly id: number;
	readonly instance: number | undefined;
	readonly began: number;
	readonly seen: number;
	readonly every: number;
};

type Row = Readonly<Record<string, unknown>>;

/** The tables of a record, a function for each statement. */
export type Tables = ReturnType<typeof openTables>;

/** Opens the tables of a database. Their functions throw what SQLite throws. */
export function openTables(database: Database) {
	const words = openWords(database);
	const statements = new Map<string, Statement>();
	// A statement is prepared when it is first used: most processes use few of them.
	const sql = (text: string): Statement => {
		const prepared = statements.get(text) ?? database.prepare(text);
		statements.set(text, prepared);
		return prepared;
	};

	return {
		words,

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

		/** Time of the last look at an account that is recorded, of the last twenty rows; 0 without any. */
		lastSeen: (account: number) => Number(
			sql('select max(seen) as seen from (select seen from watch where account = ? order by id desc limit 20)').get(account)?.seen ?? 0,
		),

		/** The last times in which the whole list of an account was watched, the oldest first. */
		watchesOf: (account: number, count: number): readonly WatchRow[] => sql(
			'select id, instance, began, seen, every from watch where account = ? and instance is null order by id desc limit ?',
		).all(account, count).map(row => watchIn(row)).toReversed(),

		/** The last time in which each instance was watched that was watched by itself. */
		partWatchesOf: (account: number): readonly WatchRow[] => sql(
			'select max(id) as id, instance, began, seen, every from watch where account = ? and instance is not null group by instance',
		).all(account).map(row => watchIn(row)),

		addWatch: (account: number, {instance, began, seen, every}: Omit<WatchRow, 'id'>) => Number(
			sql('insert into watch (account, instance, began, seen, every) values (?, ?, ?, ?, ?)')
				.run(account, instance ?? null, began, seen, every).lastInsertRowid,
		),

		moveWatch({id, seen, every}: Pick<WatchRow, 'id' | 'seen' | 'every'>) {
			sql('update watch set seen = ?, every = ? where id = ?').run(seen, every, id);
		},

		/** Cuts what is of later than `now` to it: the clock was ahead when it was recorded. */
		cutFuture(account: number, now: number) {
			sql('update watch set began = min(began, ?), seen = ? where account = ? and seen > ?').run(now, now, account, now);
			sql('update instance set since = ? where account = ? and since > ?').run(now, account, now);
			sql('update instance set appeared = ? where account = ? and appeared > ?').run(now, account, now);
			sql('update change set at = ? where id >= ? and account = ? and at > ?').run(now, this.firstChangeAt(now), account, now);
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

function watchIn(row: Row): WatchRow {
	return {
		id: numberIn(row, 'id'), instance: maybeNumberIn(row, 'instance'), began: numberIn(row, 'began'), seen: numberIn(row, 'seen'), every: numberIn(row, 'every'),
	};
}

/** The tables are strict, so that a column that is never null holds what its type says. */
function numberIn(row: Row, name: string): number {
	return Number(row[name]);
}

function maybeNumberIn(row: Row, name: string): number | undefined {
	const value = row[name] ?? undefined;
	return value === undefined ? undefined : Number(value);
}

function textIn(row: Row, name: string): string {
	return String(row[name]);
}

function isDone({changes}: {readonly changes: number | bigint}): boolean {
	return Number(changes) === 1;
}
