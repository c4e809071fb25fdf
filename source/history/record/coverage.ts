import type {WatchRow} from '../tables/watch.js';
import type {Tables} from '../tables.js';
import type {Observed, Record} from './record.js';

/** A time of looks that has come: from `began` without a hole to `seen`, in milliseconds since the epoch, at this interval. */
type Looked = {
	/** Asked for only where chosen instances are looked at: to list a large fleet takes long. */
	readonly listed: () => readonly Observed[];
	readonly began: number;
	readonly seen: number;
	readonly every: number;
};

/** The times in which an account was watched, as its holder moves them on: that of the whole list, or those of the chosen instances. */
export type Coverage = {
	/** Time of the last look at an instance that is in the record, or at the whole list. */
	readonly seenOf: (uid: string | undefined) => number;
	/** Moves the times on, in the transaction that is open. */
	readonly move: (looked: Looked) => void;
};

/** Whether the whole list is looked at, and how far apart two looks may be without a hole between them, in milliseconds. */
export type CoverageOptions = {readonly isWhole: boolean; readonly limit: number};

/** Opens the coverage of an account. */
export function openCoverage(tables: Tables, {account, rows}: Record, {isWhole, limit}: CoverageOptions): Coverage {
	const [whole] = tables.watchesOf(account, 1);
	const parts = new Map(tables.partWatchesOf(account).map(row => [row.instance, row]));
	const current = new Map<number | undefined, WatchRow>(isWhole ? [] : parts);
	if (isWhole && whole !== undefined) {
		current.set(undefined, whole);
	}

	const moveOne = (instance: number | undefined, {began, seen, every}: Looked) => {
		const row = current.get(instance);
		if (row !== undefined && began - row.seen <= limit && seen >= row.seen) {
			current.set(instance, {...row, seen, every});
			tables.moveWatch({id: row.id, seen, every});
			return;
		}

		const next = {
			instance, began: Math.max(began, row === undefined ? began : Math.min(row.seen, seen)), seen, every,
		};
		current.set(instance, {...next, id: tables.addWatch(account, next)});
	};

	return {
		seenOf: uid => Math.max(whole?.seen ?? -Infinity, parts.get(uid === undefined ? undefined : rows.get(uid)?.id)?.seen ?? -Infinity),
		move(looked) {
			if (isWhole) {
				moveOne(undefined, looked);
				return;
			}

			for (const {uid} of looked.listed()) {
				const row = rows.get(uid);
				if (row !== undefined) {
					moveOne(row.id, looked);
				}
			}
		},
	};
}
