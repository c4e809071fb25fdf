import {joinWatches} from '../../core/fleet/memory/join-watches.js';
import {createTeller, type ToldEvent} from '../../core/fleet/memory/tell-events.js';
import type {Inventory} from '../../core/fleet/inventory.js';
import type {Run} from '../../core/fleet/seen/coverage.js';
import {createEventMatcher} from '../../core/filter/match-event.js';
import type {Filter} from '../../core/filter/parse.js';
import {accountId} from '../../core/instance/instance.js';
import type {Database} from '../sqlite.js';
import {openTables, type Tables} from '../tables.js';
import {nameAccounts} from './name-accounts.js';
import {readEvents, readWatched, type WatchedTimes} from './read-events.js';
import type {Span} from './read-lines.js';

export type StoryOptions = {
	/** Places whose accounts are told of; all are where it is `undefined`. */
	readonly places: readonly string[] | undefined;
	/** The span of an account, given when a monitor of it was last looked at; `undefined` where none ever was. */
	readonly spanOf: (visitedAt: number | undefined) => Span;
	/** What the instances of the events match. All other events match an empty filter alone. */
	readonly filter: Filter;
	/** Whether the latest come first. */
	readonly isReversed: boolean;
	/** Whether the falls of a mass event that is told are left out. */
	readonly isFolded: boolean;
	/** Changes that are read at once. */
	readonly perPage?: number;
};

/** What the memory holds of some accounts. */
export type Story = {
	/** The accounts that are told of: the name of each, and its span. */
	readonly accounts: ReadonlyArray<{readonly name: string; readonly span: Span}>;
	/** The places of all accounts of the memory; `undefined` where there is no memory. */
	readonly places: readonly string[] | undefined;
	/** The first look and the last at any of these accounts; `undefined` where there was none. */
	readonly watched: Run | undefined;
	/** Whether anybody looked in the spans. */
	readonly isWatched: boolean;
	/** The names of their instances, as they were recorded. */
	readonly names: () => Iterable<string>;
	/** The events of all of them in the order of time, each read when it is asked for; `undefined` is a step that found none. */
	readonly events: Generator<ToldEvent | undefined, void>;
};

const emptyInventory: Pick<Inventory, 'coverage' | 'shares'> = {coverage: new Map(), shares: new Map()};

/** Tells what a memory holds. It and what it gives throw what SQLite throws. */
export function openStory(database: Database, options: StoryOptions): Story {
	const tables = openTables(database);
	const all = nameAccounts(tables.accounts());
	const accounts = all.filter(({place}) => options.places?.includes(place) ?? true).map(({id, name}) => {
		const {watches, watchesOf, all: looks} = readWatched(tables, id);
		return {
			id, name, span: options.spanOf(tables.visitOf(id)), watches, watchesOf, runs: joinWatches(looks, Infinity),
		};
	});
	const runs = accounts.flatMap(({runs: own}) => own.slice(0, 1).map(({from}) => ({from, to: own.at(-1)?.to ?? from})));
	return {
		accounts,
		places: [...new Set(all.map(({place}) => place))],
		watched: runs.length === 0
			? undefined
			: {from: Math.min(...runs.map(({from}) => from)), to: Math.max(...runs.map(({to}) => to))},
		isWatched: accounts.some(({span, runs: own}) => own.some(({from, to}) => from < span.to && to >= span.from)),
		* names() {
			for (const {id} of accounts) {
				yield * tables.instancesOf(id).map(({name}) => name);
			}
		},
		events: mergeEvents(accounts.map(account => tellAccount(database, tables, account, options)), options.isReversed),
	};
}

/** An account whose events are told. */
type StoryAccount = Omit<WatchedTimes, 'all'> & {
	readonly id: number;
	readonly name: string;
	readonly span: Span;
	readonly runs: readonly Run[];
};

type Events = Story['events'];

/**
The events of one account.

@yields An event, or `undefined` after a step that found none.
*/
function * tellAccount(
	database: Database,
	tables: Tables,
	{id, name, span, watches, watchesOf, runs}: StoryAccount,
	{filter, isReversed, isFolded, perPage}: StoryOptions,
): Events {
	if (span.from >= span.to) {
		return;
	}

	const tell = createTeller({
		account: accountId(name), place: name, watches, watchesOf: uid => watchesOf.get(uid), runs,
	});
	const isMatch = createEventMatcher();
	const isAll = filter.terms.length === 0;
	for (const page of readEvents(database, tables, {
		account: id, ...span, isReversed, ...perPage !== undefined && {perPage},
	})) {
		const folded = new Set(isFolded && isAll ? page.falls.filter(({began}) => began >= span.from).map(fall => fall.id) : []);
		const told = tell(page);
		for (const each of isReversed ? told.toReversed() : told) {
			const {event, mass} = each;
			if (isAll ? mass === undefined || event.kind === 'mass' || !folded.has(mass) : event.kind === 'instance' && isMatch(filter, event, emptyInventory)) {
				yield each;
			} else {
				yield undefined;
			}
		}

		yield undefined;
	}
}

/**
Merges the events of several accounts in the order of time. Of several at one time those of the first account come first, or last.

@yields An event, or `undefined` after a step that found none.
*/
export function * mergeEvents(streams: readonly Events[], isReversed: boolean): Events {
	const heads = (isReversed ? streams.toReversed() : streams).map(stream => ({stream, head: stream.next()}));
	for (;;) {
		let first: typeof heads[number] | undefined;
		for (const each of heads) {
			while (each.head.done !== true && each.head.value === undefined) {
				yield undefined;
				each.head = each.stream.next();
			}

			if (each.head.done !== true && (first === undefined || isBefore(each.head.value, first.head.value, isReversed))) {
				first = each;
			}
		}

		if (first === undefined || first.head.done === true) {
			return;
		}

		yield first.head.value;
		first.head = first.stream.next();
	}
}

function isBefore(one: ToldEvent | undefined | void, other: ToldEvent | undefined | void, isReversed: boolean): boolean {
	return one !== undefined && other !== undefined && (isReversed ? one.event.at > other.event.at : one.event.at < other.event.at);
}
