import type {RecordedState} from '../words.js';
import type {InstanceRow} from '../tables/instance.js';
import type {Tables} from '../tables.js';

/** An instance as a poll showed it. The slack is the time since the last look that did not show it so, where there was one. */
export type Observed = {
	readonly uid: string;
	readonly name: string;
	readonly state: RecordedState;
	/** First look that showed the state, in milliseconds since the epoch. */
	readonly at: number;
	readonly slack: number | undefined;
	/** Of a change: the state before it, and the first look that showed that. */
	readonly former?: {readonly state: RecordedState; readonly at: number};
};

/** What the record knows of the instances of one account, kept beside the tables while this process records. */
export type Record = {
	readonly account: number;
	readonly rows: Map<string, InstanceRow>;
};

/** Reads what the record knows of the instances of an account. */
export function readRecord(tables: Tables, account: number): Record {
	return {account, rows: new Map(tables.instancesOf(account).map(row => [row.uid, row]))};
}

/** Whether a change is to be written in full: an instance that the first look of all shows has not appeared then. */
export type PutOptions = {readonly isFirst: boolean};

/**
Puts an observation into the record, in the transaction that is open: nothing where the record has the instance in that state already, so
that it can be repeated; a row of change otherwise.
*/
export function put(tables: Tables, {account, rows}: Record, observed: Observed, {isFirst}: PutOptions): void {
	const {uid, name, state, at, slack} = observed;
	const row = rows.get(uid);
	if (row === undefined) {
		if (state !== undefined) {
			rows.set(uid, addRow(tables, account, observed, isFirst));
		}

		return;
	}

	const isSame = tables.words.stateNumber(row.state) === tables.words.stateNumber(state);
	if (isSame && row.name === name) {
		return;
	}

	const renamed = {...row, name};
	const next = isSame ? renamed : addChangeOf(tables, account, renamed, {state, at: Math.max(at, row.since), slack});
	tables.updateInstance(next);
	rows.set(uid, next);
}

/**
Puts a change that was seen while another process recorded. Where the record has the instance in another state than that before the change,
it missed that one as well, which began between its last look, at `seen`, and the first one that showed it.
*/
export function replay(tables: Tables, record: Record, observed: Observed, seen: number): void {
	const {uid, name, former} = observed;
	if (former !== undefined && former.at > seen) {
		put(tables, record, {
			uid, name, state: former.state, at: former.at, slack: slackSince(Math.max(seen, record.rows.get(uid)?.since ?? seen), former.at),
		}, {isFirst: seen === -Infinity});
	}

	put(tables, record, narrow(observed, seen), {isFirst: false});
}

/** The time since the record's last look; `undefined` where it never looked at this part of the list. */
function slackSince(seen: number, at: number): number | undefined {
	return seen === -Infinity ? undefined : at - seen;
}

/** The record's last look had another state than the one that was seen since, so that the change came after it. */
function narrow(observed: Observed, seen: number): Observed {
	const {at, slack} = observed;
	return slack === undefined ? observed : {...observed, slack: Math.min(slack, at - seen)};
}

/** A poll that is compared with the record: its whole list, and when the record last saw each instance. */
export type Comparison = {
	readonly listed: readonly Observed[];
	/** Whether it is the whole list, so that what it does not have is absent. */
	readonly isWhole: boolean;
	/** Time of the poll. */
	readonly at: number;
	readonly seenOf: (uid: string) => number;
};

/** Makes the record agree with a list. What differs changed between the record's last look and this one, unless it was seen closer. */
export function compare(tables: Tables, record: Record, {listed, isWhole, at, seenOf}: Comparison): void {
	const isFirst = record.rows.size === 0;
	adoptNames(tables, record, listed);
	for (const observed of listed) {
		const seen = seenOf(observed.uid);
		const isClose = isFirst || (observed.slack !== undefined && observed.at > seen);
		const dated = isClose ? narrow(observed, seen) : {...observed, at, slack: slackSince(seen, at)};
		put(tables, record, dated, {isFirst: isFirst || seen === -Infinity});
	}

	if (!isWhole) {
		return;
	}

	const present = new Set(listed.map(({uid}) => uid));
	const missing = record.rows.values().filter(row => row.state !== undefined && !present.has(row.uid)).toArray();
	for (const {uid, name} of missing) {
		put(tables, record, {
			uid, name, state: undefined, at, slack: slackSince(seenOf(uid), at),
		}, {isFirst});
	}
}

/**
Gives the row of an instance to the one that has its name now, under an id that is new, where its own id has left the list: names are unique
in an account.
*/
export function adoptNames(tables: Tables, {rows}: Record, listed: readonly Observed[]): void {
	const strangers = listed.filter(({uid}) => !rows.has(uid));
	if (strangers.length === 0) {
		return;
	}

	const present = new Set(listed.map(({uid}) => uid));
	const left = new Map(rows.values().filter(({uid}) => !present.has(uid)).map(row => [row.name, row]));
	for (const {uid, name} of strangers) {
		const row = left.get(name);
		if (row === undefined) {
			continue;
		}

		const moved = {...row, uid};
		tables.updateInstance(moved);
		rows.delete(row.uid);
		rows.set(uid, moved);
		left.delete(name);
	}
}

function addRow(tables: Tables, account: number, {uid, name, state, at, slack}: Observed, isFirst: boolean): InstanceRow {
	const known = isFirst ? undefined : slack;
	const row = {
		uid, name, state, since: at, slack: known, appeared: at, appearedSlack: known,
	};
	const added: InstanceRow = {...row, id: tables.addInstance(account, row), last: undefined};
	if (isFirst) {
		return added;
	}

	const last = tables.addChange(account, {
		instance: added.id, at, slack, was: undefined, became: state, lasted: 0,
	}, undefined);
	const changed = {...added, last};
	tables.updateInstance(changed);
	return changed;
}

function addChangeOf(tables: Tables, account: number, row: InstanceRow, {state, at, slack}: Pick<Observed, 'state' | 'at' | 'slack'>): InstanceRow {
	const last = tables.addChange(account, {
		instance: row.id, at, slack, was: row.state, became: state, lasted: at - row.since,
	}, row.last);
	const isBack = row.state === undefined;
	return {
		...row,
		state,
		since: at,
		slack,
		last,
		...isBack && {appeared: at, appearedSlack: slack},
	};
}
