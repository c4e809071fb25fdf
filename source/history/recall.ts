import type {
	Remembered,
	RememberedChange,
	RememberedInstance,
} from '../core/fleet/memory/remembered.js';
import {mapInSlices, takeInSlices, type Slices} from '../core/polling/slices.js';
import type {Database, Statement} from './sqlite.js';
import type {Tables} from './tables.js';

/** The changes that the first picture needs: those of the last hour, in milliseconds. */
const recentFor = 60 * 60_000;

/** Most times of watching that are read; older ones are told as not watched. */
const mostWatches = 200;

/** Rows in a slice: so many are read within a few milliseconds. */
const perSlice = 1000;

type Row = NonNullable<ReturnType<Statement['get']>>;

/**
Reads what is remembered of an account. A row that another process writes meanwhile is left out. It throws what SQLite throws.

@yields Nothing.
*/
export function * recallAccount(database: Database, tables: Tables, {account, now}: {
	readonly account: number;
	readonly now: number;
}): Slices<Remembered> {
	const {words} = tables;
	const rows = yield * mapInSlices(
		database.prepare(`select instance.*, acknowledged.at as acknowledged_at from instance
			left join acknowledged on acknowledged.instance = instance.id where account = ? and state <> 0`).iterate(account),
		perSlice,
		row => row,
	);
	const changes = new Map<number, RememberedChange[]>();
	yield * takeInSlices(
		database.prepare(`select change.*, iif(before.was = 0, null, before.slack) as former_slack from change
			left join change as before on before.id = change.prev where change.id >= ? and change.account = ? order by change.id`).iterate(tables.firstChangeAt(now - recentFor), account),
		perSlice,
		row => {
			const instance = Number(row.instance);
			const ofInstance = changes.get(instance) ?? [];
			ofInstance.push({
				at: Number(row.at),
				slack: maybeNumber(row.slack),
				was: words.stateOf(Number(row.was)),
				became: words.stateOf(Number(row.became)),
				lasted: Number(row.lasted),
				formerSlack: maybeNumber(row.former_slack),
			});
			changes.set(instance, ofInstance);
		},
	);
	const instances = yield * mapInSlices(rows, perSlice, row => instanceOf(row, changes.get(Number(row.id)) ?? [], tables));
	return {watches: tables.watchesOf(account, mostWatches), instances: instances.filter(instance => instance !== undefined)};
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
		acknowledgedAt: maybeNumber(row.acknowledged_at),
	};
}

function maybeNumber(value: Row[string] | undefined): number | undefined {
	return value === null || value === undefined ? undefined : Number(value);
}
