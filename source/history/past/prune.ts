import type {Slices} from '../../core/polling/slices.js';
import type {Tables} from '../tables.js';
import {
	dayLength,
	dayOf,
	longestDays,
	type CloseOptions,
} from './days.js';

/** What happened is kept for so long, in milliseconds; days that were counted are kept for longer. */
export const keptFor = 90 * dayLength;

/** Most bytes that are kept. */
const mostBytes = 512 * 1024 * 1024;

/** Rows that are deleted in one transaction: so many take a few milliseconds. */
const perTransaction = 500;

/** After so long without a look the clock may be wrong rather than everything old, in milliseconds. */
const doubtfulGap = 7 * dayLength;

export type PruneOptions = CloseOptions & {
	/** Bytes above which the oldest changes go, whatever their age. */
	readonly limit?: number;
};

/**
Deletes what is kept no longer, in steps. How old something is is told by the last recorded look; where that came long after the one before,
it waits until somebody has watched for a day, so that a clock that is wrong for a while deletes nothing.

@yields Nothing.
*/
export function * prune(options: PruneOptions): Slices<void> {
	const {tables, account, limit = mostBytes} = options;
	const now = tables.lastSeen(account);
	const steps: ReadonlyArray<() => number> = isDoubtful(tables, account)
		? []
		: [
			() => tables.deleteChanges(account, tables.firstChangeAt(now - keptFor), perTransaction),
			() => tables.deleteHappened(account, now - keptFor, perTransaction),
			() => tables.deleteWatches(account, now - keptFor, perTransaction),
			() => tables.deleteDays(dayOf(now) - longestDays, perTransaction),
			() => tables.deleteInstances(account, now - (longestDays * dayLength), perTransaction),
		];
	for (const step of steps) {
		yield * repeat(step, options);
	}

	yield * repeat(() => tables.usedBytes() <= limit ? 0 : tables.deleteChanges(account, Infinity, perTransaction), options);
	yield * repeat(() => {
		const [oldest] = tables.usedBytes() <= limit ? [] : tables.daysOf(account, 0);
		return oldest === undefined ? 0 : tables.deleteDays(oldest.day + 1, perTransaction);
	}, options);
}

/** Repeats a step, each in a transaction of its own, until it finds nothing more to delete. */
function * repeat(step: () => number, {isWritten}: CloseOptions): Slices<void> {
	for (let count = 1; count > 0;) {
		count = 0;
		const isKept = isWritten(() => {
			count = step();
		});
		if (!isKept) {
			return;
		}

		yield;
	}
}

/** Whether the last time of watching began long after the one before it, and has not lasted for a day. */
function isDoubtful(tables: Tables, account: number): boolean {
	const [before, last] = tables.watchesOf(account, 2);
	return last !== undefined && before !== undefined && last.began - before.seen > doubtfulGap && last.seen - last.began < dayLength;
}
