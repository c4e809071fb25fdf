import type {DownCount} from '../../core/fleet/past/fleet-strip.js';
import type {Slices} from '../../core/polling/slices.js';
import {absent, connected} from '../tables/line.js';
import type {Tables} from '../tables.js';
import {watchedOf} from '../../core/fleet/past/watched.js';
import {readChanges, readInstances} from './read-lines.js';

/** A window of time in so many buckets of equal length. */
export type CountOptions = {readonly from: number; readonly to: number; readonly count: number};

/** The difference to the beginning of a window: the greatest one of a bucket, and that at its end. */
type Difference = {readonly most: number; readonly last: number; readonly listed: number};

/**
How many instances of an account were not connected in each bucket, the most at any time of it. One pass over the changes tells how the
number differs from that at the beginning, and the state before its first change what each instance was then.

@yields Nothing.
*/
export function * downCounts(tables: Tables, account: number, {from, to, count}: CountOptions): Slices<readonly DownCount[]> {
	const length = (to - from) / count;
	const instances = yield * readInstances(tables, account);
	const standing = new Map(instances.map(({id, state}) => [id, state] as const));
	const changed = new Set<number>();
	const differences = new Map<number, Difference>();
	let [down, listed] = [0, 0];
	let changedAt = from;
	let bucket = 0;
	let before = {most: 0, listed: 0};
	/** Takes what the changes of one look have made, which came together. */
	const settle = () => {
		bucket = Math.max(bucket, Math.floor((changedAt - from) / length));
		// What was there before a change at the very beginning of a bucket was not in it.
		const former = differences.get(bucket) ?? (changedAt > from + (bucket * length) ? before : {most: -Infinity, listed: -Infinity});
		differences.set(bucket, {most: Math.max(former.most, down), last: down, listed: Math.max(former.listed, listed)});
		before = {most: down, listed};
	};

	yield * readChanges(tables, account, {from, to: Infinity}, ({instance, at, was, became}) => {
		if (at < from) {
			return;
		}

		if (!changed.has(instance)) {
			changed.add(instance);
			standing.set(instance, was);
		}

		if (at >= to) {
			return;
		}

		if (at !== changedAt) {
			settle();
			changedAt = at;
		}

		down += Number(isDown(became)) - Number(isDown(was));
		listed += Number(became !== absent) - Number(was !== absent);
	});
	settle();
	const first = {down: 0, listed: 0};
	for (const state of standing.values()) {
		first.down += Number(isDown(state));
		first.listed += Number(state !== absent);
	}

	const watched = watchedOf(tables.watchesSince(account, from));
	const counts: DownCount[] = [];
	let last: Difference = {most: 0, last: 0, listed: 0};
	for (let index = 0; index < count; index++) {
		const own = differences.get(index);
		last = own ?? {...last, most: last.last};
		const start = from + (index * length);
		const isWatched = watched.between(undefined, start, start + length) > 0 || (own !== undefined && index > 0);
		counts.push(isWatched ? {down: first.down + last.most, listed: first.listed + last.listed} : undefined);
	}

	return counts;
}

function isDown(state: number): boolean {
	return state !== absent && state !== connected;
}
