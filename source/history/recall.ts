import type {
	EventCursor,
	Remembered,
	RememberedChange,
	RememberedInstance,
	Watch,
} from '../core/fleet/memory/remembered.js';
import {mapInSlices, takeInSlices, type Slices} from '../core/polling/slices.js';
import {changeOf, changeQuery, readPage} from './past/event-page.js';
import {watchesOfPart} from './past/part-watches.js';
import type {Database} from './sqlite.js';
import {maybeNumber, type Row} from './tables/row.js';
import type {Tables} from './tables.js';

/** The changes that the first picture needs: those of the last hour, in milliseconds. */
const recentFor = 60 * 60_000;

/** Most times of watching that are read, of the list and of instances by themselves; older ones are told as not watched. */
const mostWatches = 200;
const mostPartWatches = 20_000;

/** Which instances are asked for, where that is not the whole list. */
export type IsOfPart = (uid: string, name: string) => boolean;

/** What is remembered, and the rows of the instances that it is of where it is of a part of the list. */
export type Recalled = {readonly remembered: Remembered; readonly part: readonly number[] | undefined};

/** Most changes in the first page of events. */
const mostEvents = 200;

/** The cursor of the latest page. */
const fromLatest: EventCursor = {change: Infinity, at: Infinity};

/** Rows in a slice: so many are read within a few milliseconds. */
const perSlice = 1000;

/**
Reads what is remembered of an account. A row that another process writes meanwhile is left out. It throws what SQLite throws.

@yields Nothing.
*/
export function * recallAccount(database: Database, tables: Tables, {account, now, isOfPart}: {
	readonly account: number;
	readonly now: number;
	/** Without it the whole list is asked for. */
	readonly isOfPart: IsOfPart | undefined;
}): Slices<Recalled> {
	const rows = yield * mapInSlices(
		database.prepare(`select instance.*, acknowledged.since as acknowledged_since from instance
			left join acknowledged on acknowledged.instance = instance.id where account = ? and state <> 0`).iterate(account),
		perSlice,
		row => row,
	);
	const changes = new Map<number, RememberedChange[]>();
	yield * takeInSlices(
		database.prepare(`${changeQuery} where change.id >= ? and change.account = ? order by change.id`)
			.iterate(tables.firstChangeAt(now - recentFor), account),
		perSlice,
		row => {
			const instance = Number(row.instance);
			const ofInstance = changes.get(instance) ?? [];
			ofInstance.push(changeOf(row, tables));
			changes.set(instance, ofInstance);
		},
	);
	const instances = yield * mapInSlices(rows, perSlice, row => instanceOf(row, changes.get(Number(row.id)) ?? [], tables));
	const visitedAt = tables.visitOf(account);
	const part = isOfPart && rows.filter(row => isOfPart(String(row.uid), String(row.name))).map(row => Number(row.id));
	const remembered = {
		watches: recallWatches(tables, account, part),
		instances: instances.filter(instance => instance !== undefined),
		oddities: tables.openOdds(account),
		lastFall: tables.massesOf(account, 1)[0],
		page: readPage(database, tables, {account, before: fromLatest, count: mostEvents}),
		visitedAt,
		falls: visitedAt === undefined ? new Map() : fallsSince(database, tables, {account, at: visitedAt}),
	};
	return {remembered, part};
}

/** When an account was watched, or a part of its instances, as far back as is told. */
export function recallWatches(tables: Tables, account: number, part: readonly number[] | undefined): readonly Watch[] {
	return part === undefined
		? tables.watchesOf(account, mostWatches)
		: watchesOfPart(tables.watchesOfSome(account, part, mostPartWatches), part).slice(-mostWatches);
}

/** Most changes of one instance that are read. */
const longestPast = 2000;

/** The changes of one instance since a time, oldest first. Each row points at the one before, as far as that is still kept. */
export function pastOf(database: Database, tables: Tables, {account, uid, from}: {
	readonly account: number;
	readonly uid: string;
	readonly from: number;
}): readonly RememberedChange[] {
	const byId = database.prepare(`${changeQuery} where change.id = ?`);
	const changes: RememberedChange[] = [];
	let next = maybeNumber(database.prepare('select last from instance where uid = ? and account = ?').get(uid, account)?.last);
	while (next !== undefined && changes.length < longestPast) {
		const row = byId.get(next);
		if (row === undefined || Number(row.at) < from) {
			break;
		}

		changes.push(changeOf(row, tables));
		next = maybeNumber(row.prev);
	}

	return changes.toReversed();
}

/** The number of `connected` in the record. */
const connected = 1;

/** How often each instance left `connected` since a time, by its uid. */
function fallsSince(database: Database, tables: Tables, {account, at}: {
	readonly account: number;
	readonly at: number;
}): ReadonlyMap<string, number> {
	const rows = database.prepare(`select instance.uid, count(*) as falls from change join instance on instance.id = change.instance
		where change.id >= ? and change.account = ? and change.at >= ? and was = ? and became not in (0, ?) group by change.instance`)
		.all(tables.firstChangeAt(at), account, at, connected, connected);
	return new Map(rows.map(row => [String(row.uid), Number(row.falls)]));
}

function instanceOf(row: Row, changes: readonly RememberedChange[], {words}: Tables): RememberedInstance | undefined {
	const state = words.stateOf(Number(row.state));
	const since = Number(row.since);
	return state && {
		uid: String(row.uid),
		name: String(row.name),
		state,
		since,
		slack: maybeNumber(row.slack),
		appeared: Number(row.appeared),
		appearedSlack: maybeNumber(row.appeared_slack),
		changes: changes.filter(({at}) => at <= since),
		acknowledgedSince: maybeNumber(row.acknowledged_since),
	};
}
