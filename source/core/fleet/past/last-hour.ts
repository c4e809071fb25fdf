import {hour} from '../../text/duration.js';
import type {Counts} from '../counts.js';
import type {AccountId} from '../../instance/instance.js';
import type {Inventory} from '../inventory.js';
import {sumCounts} from '../several/count-accounts.js';
import {holeLimit, lastLook, type Run} from '../seen/coverage.js';
import type {DownCount} from './fleet-strip.js';

/** Number of buckets of the last hour: three minutes each, so that its strip moves seldom and an outage of some minutes is seen. */
const bucketCount = 20;
const bucketLength = hour / bucketCount;

/**
How many instances were down in the last hour, as the polls of this process have shown it. A bucket is named by its place among all since
the epoch, so that it never begins anew; it is missing where nobody looked. `at` is the last look.
*/
type LastHour = {
	readonly at: number;
	readonly buckets: ReadonlyMap<number, NonNullable<DownCount>>;
};

const noHour: LastHour = {at: -Infinity, buckets: new Map()};

/** The last hour of all accounts together, and of each where there are several. */
export type LastHours = {readonly all: LastHour; readonly accounts: ReadonlyMap<AccountId, LastHour>};

export const noHours: LastHours = {all: noHour, accounts: new Map()};

/** The buckets of an hour that ends with the one of `now`. They begin at multiples of their length, whenever the program started. */
export function hourBuckets(now: number): {readonly window: Run; readonly count: number; readonly length: number} {
	const to = (placeOf(now) + 1) * bucketLength;
	return {window: {from: to - hour, to}, count: bucketCount, length: bucketLength};
}

/** Notes how many are down after a poll, by the counts of each account: of all together and, by its own interval, of each of several. */
export function foldLastHours(
	{all, accounts}: LastHours,
	{coverage}: Pick<Inventory, 'coverage'>,
	counts: ReadonlyMap<AccountId, Counts>,
	intervals: ReadonlyMap<AccountId, number>,
): LastHours {
	const looks = new Map(coverage.entries().map(([account, each]) => [account, lastLook(each)] as const));
	const shortest = Math.min(...intervals.values());
	const total = sumCounts(counts.values());
	return {
		all: foldLastHour(all, {at: Math.max(...looks.values()), counts: total, interval: shortest}),
		accounts: new Map(intervals.size === 1
			? []
			: looks.entries().map(([account, at]) => [account, foldLastHour(accounts.get(account) ?? noHour, {
				at, counts: counts.get(account) ?? noneCounted, interval: intervals.get(account) ?? shortest,
			})])),
	};
}

const noneCounted = sumCounts([]);

/** One look at some instances, of which there is one in each `interval`. */
type Look = {readonly at: number; readonly counts: Counts; readonly interval: number};

/** What lies between two looks without a hole was as the first one showed it. */
function foldLastHour(before: LastHour, {at, counts, interval}: Look): LastHour {
	if (!Number.isFinite(at)) {
		return noHour;
	}

	const {connected, total} = counts;
	const [last, place] = [placeOf(before.at), placeOf(at)];
	// A clock that was set back begins it anew.
	const former = at < before.at ? new Map<number, NonNullable<DownCount>>() : before.buckets;
	const kept = new Map(former.entries().filter(([each]) => each > place - bucketCount));
	const lasting = at - before.at <= holeLimit(interval) ? former.get(last) : undefined;
	if (lasting !== undefined) {
		for (let each = Math.max(last + 1, place - bucketCount + 1); each < place; each++) {
			kept.set(each, lasting);
		}
	}

	return {at, buckets: kept.set(place, mostOf(kept.get(place), {down: total - connected, listed: total}))};
}

/** What is remembered of some buckets, of which the first begins at `from`. */
type RememberedCounts = {readonly from: number; readonly counts: readonly DownCount[]};

/**
How many were down in each bucket, of all accounts or of one, by the looks of this process, and by what is remembered of them. The hour ends
with the last look at any account, so that one that nobody can look at any more is unwatched since.
*/
export function countsOfHour(
	{all, accounts}: LastHours,
	remembered: RememberedCounts | undefined,
	account?: AccountId,
): readonly DownCount[] {
	const {at} = all;
	const {buckets} = account === undefined || accounts.size === 0 ? all : accounts.get(account) ?? noHour;
	if (buckets.size === 0) {
		return [];
	}

	const first = placeOf(at) - bucketCount + 1;
	const offset = remembered === undefined ? 0 : first - placeOf(remembered.from);
	return Array.from({length: bucketCount}, (_, index) => {
		const [seen, told] = [buckets.get(first + index), remembered?.counts[index + offset]];
		return seen === undefined ? told : mostOf(told, seen);
	});
}

function placeOf(at: number): number {
	return Math.floor(at / bucketLength);
}

function mostOf(one: DownCount, other: NonNullable<DownCount>): NonNullable<DownCount> {
	return one === undefined ? other : {down: Math.max(one.down, other.down), listed: Math.max(one.listed, other.listed)};
}
