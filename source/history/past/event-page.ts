import type {
	EventCursor,
	EventPage,
	RememberedChange,
	RememberedEvent,
} from '../../core/fleet/memory/remembered.js';
import type {Database} from '../sqlite.js';
import {maybeNumber, type Row} from '../tables/row.js';
import type {Tables} from '../tables.js';

/** Rows of change with the names of their instances, and the slack of the state before. */
export const changeQuery = `select change.*, instance.uid, instance.name, iif(before.was = 0, null, before.slack) as former_slack
	from change join instance on instance.id = change.instance left join change as before on before.id = change.prev`;

/** Reads the events of an account before a cursor: so many changes, and what else happened since the oldest of them. */
export function readPage(database: Database, tables: Tables, {account, before, count}: {
	readonly account: number;
	readonly before: EventCursor;
	readonly count: number;
}): EventPage {
	// One more tells whether there is an older one.
	const rows = database.prepare(`${changeQuery} where change.id < ? and change.account = ? order by change.id desc limit ?`)
		.all(Math.min(before.change, Number.MAX_SAFE_INTEGER), account, count + 1);
	const oldest = rows.length > count ? rows.at(-2) : undefined;
	const from = oldest === undefined ? -Infinity : Number(oldest.at);
	const changes = rows.slice(0, count).map(row => eventOf(row, tables)).toReversed();
	return {
		from,
		changes,
		...happenedIn(tables, account, {from, to: before.at}),
		falls: tables.massesBetween(account, {from, to: before.at}),
		older: oldest === undefined ? undefined : {change: Number(oldest.id), at: from},
	};
}

/** What else happened in a span of time. */
export function happenedIn(tables: Tables, account: number, span: {readonly from: number; readonly to: number}): Pick<EventPage, 'oddities' | 'troubles'> {
	return {
		oddities: tables.oddsBetween(account, span),
		troubles: tables.troublesBetween(account, span).map(({began, ended, kind, status}) => ({began, ended, code: {kind, status}})),
	};
}

/** Makes a change of its row, with whose it was. */
export function eventOf(row: Row, tables: Tables): RememberedEvent {
	return {uid: String(row.uid), name: String(row.name), change: changeOf(row, tables)};
}

/** Makes a change of its row. */
export function changeOf(row: Row, {words}: Tables): RememberedChange {
	return {
		at: Number(row.at),
		slack: maybeNumber(row.slack),
		was: words.stateOf(Number(row.was)),
		became: words.stateOf(Number(row.became)),
		lasted: Number(row.lasted),
		formerSlack: maybeNumber(row.former_slack),
	};
}
