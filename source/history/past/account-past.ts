import type {EventCursor, Remembered, RememberedChange} from '../../core/fleet/memory/remembered.js';
import type {DownCount} from '../../core/fleet/past/fleet-strip.js';
import type {Share} from '../../core/fleet/past/share.js';
import type {StripCell} from '../../core/fleet/past/strip.js';
import type {Slices} from '../../core/polling/slices.js';
import {pastOf, recallWatches} from '../recall.js';
import type {Database} from '../sqlite.js';
import type {Tables} from '../tables.js';
import {downCounts, type CountOptions} from './down-counts.js';
import {readPage} from './event-page.js';
import {sharesOf} from './shares.js';
import {stripsOf, type StripsOptions} from './strips.js';

/** What is told of the past of an account, as soon as it was found. It throws nothing that the disk does. */
export type AccountPast = {
	/** The changes of one instance since a time, oldest first, and when the account was watched. */
	readonly pastOf: (uid: string, from: number) => Pick<Remembered, 'watches'> & {readonly changes: readonly RememberedChange[]};
	/** What happened before a cursor, with so many changes, and when the account was watched. */
	readonly pageBefore: (cursor: EventCursor, count: number) => Pick<Remembered, 'watches' | 'page'>;
	/** The shares of the instances in these windows until now, by their uids; `undefined` where nothing is remembered. */
	readonly shares: (now: number, windows: readonly number[]) => Slices<ReadonlyMap<string, readonly Share[]> | undefined>;
	/** How many instances were not connected in each bucket of a window; `undefined` where nothing is remembered. */
	readonly downCounts: (options: CountOptions) => Slices<readonly DownCount[] | undefined>;
	/** The strips of the instances of the time until now, by their uids; `undefined` where nothing is remembered. */
	readonly strips: (options: StripsOptions) => Slices<ReadonlyMap<string, readonly StripCell[]> | undefined>;
};

export type AccountPastOptions = {
	readonly database: Database;
	readonly tables: Tables;
	/** The account's row, and those of the instances that are asked for where that is not the whole list; `undefined` until it was found. */
	readonly found: () => {readonly account: number; readonly part: readonly number[] | undefined} | undefined;
	/** Told of what SQLite threw. */
	readonly failed: (error: unknown) => void;
};

const nothing: Pick<Remembered, 'watches' | 'page'> = {
	watches: [],
	page: {
		from: -Infinity, changes: [], oddities: [], troubles: [], falls: [], older: undefined,
	},
};

/** Opens the past of an account. */
export function openAccountPast({database, tables, found, failed}: AccountPastOptions): AccountPast {
	const read = <Result>(work: (account: number, part: readonly number[] | undefined) => Result, otherwise: Result): Result => {
		const now = found();
		try {
			return now === undefined ? otherwise : work(now.account, now.part);
		} catch (error) {
			failed(error);
			return otherwise;
		}
	};

	function * readInSlices<Result>(work: (account: number) => Slices<Result>): Slices<Result | undefined> {
		const now = found();
		try {
			return now === undefined ? undefined : yield * work(now.account);
		} catch (error) {
			failed(error);
			return undefined;
		}
	}

	return {
		pastOf: (uid, from) => read((account, part) => ({
			watches: recallWatches(tables, account, part), changes: pastOf(database, tables, {account, uid, from}),
		}), {watches: [], changes: []}),
		pageBefore: (cursor, count) => read((account, part) => ({
			watches: recallWatches(tables, account, part),
			page: readPage(database, tables, {
				account,
				before: cursor.change === Infinity ? {...cursor, change: tables.firstChangeAt(cursor.at)} : cursor,
				count,
			}),
		}), nothing),
		shares: (now, windows) => readInSlices(account => sharesOf(tables, account, {now, windows})),
		downCounts: options => readInSlices(account => downCounts(tables, account, options)),
		strips: options => readInSlices(account => stripsOf(tables, account, options)),
	};
}
