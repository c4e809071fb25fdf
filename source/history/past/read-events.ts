import type {RememberedEvent, Watch} from '../../core/fleet/memory/remembered.js';
import type {EventSpan} from '../../core/fleet/memory/tell-events.js';
import type {Database} from '../sqlite.js';
import type {Tables} from '../tables.js';
import {changeQuery, eventOf, happenedIn} from './event-page.js';
import {disorder, type Span} from './read-lines.js';

/** Changes that are read at once: within some ten milliseconds. */
const usualPage = 1000;

/** What is to be read of an account. The end of the span is not in it. */
export type WantedEvents = Span & {readonly account: number; readonly isReversed: boolean; readonly perPage?: number};

/**
Reads what happened in an account, span by span, in the order of time or turned round. No more is kept than a page of changes and those of
an hour: by so much a row can be older than the one before it. It throws what SQLite throws.

@yields A span that follows the one before it without a gap; its changes are in the order of time in any case.
*/
export function * readEvents(
	database: Database,
	tables: Tables,
	{account, from, to, isReversed, perPage = usualPage}: WantedEvents,
): Generator<EventSpan, void> {
	const query = database.prepare(isReversed
		? `${changeQuery} where change.id < ? and change.account = ? order by change.id desc limit ?`
		: `${changeQuery} where change.id >= ? and change.account = ? order by change.id limit ?`);
	/** Times the direction, times grow as it goes on. */
	const direction = isReversed ? -1 : 1;
	const [start, goal] = isReversed ? [to, from] : [from, to];
	let next = tables.firstChangeAt(start - (direction * disorder));
	let edge = start;
	let furthest = -Infinity;
	let held: readonly RememberedEvent[] = [];
	for (let isLast = false; !isLast;) {
		const rows = query.all(next, account, perPage);
		const read = rows.map(row => eventOf(row, tables));
		furthest = Math.max(furthest, ...read.map(({change: {at}}) => direction * at));
		next = Number(rows.at(-1)?.id ?? next) + (isReversed ? 0 : 1);
		isLast = rows.length < perPage || furthest > (direction * goal) + disorder;
		held = [...held, ...read.filter(({change: {at}}) => at >= from && at < to)];
		const end = isLast ? goal : direction * Math.min(furthest - disorder, direction * goal);
		if (!isLast && direction * end <= direction * edge) {
			continue;
		}

		const span = isReversed ? {from: end, to: edge} : {from: edge, to: end};
		const isInside = ({change: {at}}: RememberedEvent) => isLast || (isReversed ? at >= end : at < end);
		const inside = held.filter(event => isInside(event));
		held = held.filter(event => !isInside(event));
		edge = end;
		yield {
			...span,
			changes: (isReversed ? inside.toReversed() : inside).toSorted((one, other) => one.change.at - other.change.at),
			...happenedIn(tables, account, span),
			falls: tables.massesBetween(account, span),
			older: undefined,
		};
	}
}

/** When an account was watched. */
export type WatchedTimes = {
	/** When the whole list was. */
	readonly watches: readonly Watch[];
	/** When an instance was that was also watched by itself, by its uid. */
	readonly watchesOf: ReadonlyMap<string, readonly Watch[]>;
	/** When anything was. */
	readonly all: readonly Watch[];
};

/** Reads when an account was watched, all of it: a row for each time without a hole. */
export function readWatched(tables: Tables, account: number): WatchedTimes {
	const all = tables.watchesSince(account, -Infinity);
	const byInstance = Map.groupBy(all, ({instance}) => instance);
	const watches = byInstance.get(undefined) ?? [];
	const watchesOf = new Map<string, readonly Watch[]>();
	for (const {id, uid} of byInstance.size > 1 || watches.length < all.length ? tables.instancesOf(account) : []) {
		const own = byInstance.get(id);
		if (own !== undefined) {
			watchesOf.set(uid, [...watches, ...own].toSorted((one, other) => one.began - other.began));
		}
	}

	return {watches, watchesOf, all};
}
