import {createMatcher} from '../core/filter/match.js';
import type {Filter} from '../core/filter/parse.js';
import {findDoubts, findUnwatched, type Doubt} from '../core/filter/find-doubts.js';
import type {Fleet} from '../core/fleet/fleet.js';
import {lookedAt, type Inventory} from '../core/fleet/inventory.js';
import type {AccountId} from '../core/instance/instance.js';
import type {RateBudget} from '../core/polling/rate-budget.js';
import {filterInSlices, mapInSlices, type Slices} from '../core/polling/slices.js';
import {factsOf, rowIn, type Row} from '../core/fleet/row.js';
import {identityOf} from '../core/instance/raw-text.js';
import type {Snapshot, TokenKind} from '../core/instance/snapshot.js';
import {sortRowsInSlices, type Sort} from '../core/columns/sort.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {showName} from '../core/text/portable/show-name.js';
import {asSentence} from './describe-failure.js';

/** The fleet as one answer describes it, for the output formats. */
export type Listing = {
	readonly at: number;
	/** Name that tells the account from others. */
	readonly accountName: string;
	/** URL of the API. */
	readonly url: string;
	readonly tokenKind: TokenKind;
	/** The rows that match the filter, in the order of the sort. */
	readonly rows: readonly Row[];
	/** Whether the memory tells of a time before the answer. */
	readonly isRemembered: boolean;
	/** Number of the instances in the list, whether they match the filter or not. */
	readonly total: number;
	/** What the filter names and no instance has. */
	readonly doubts: readonly Doubt[];
	/** The number of items of the answer that could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
};

export type ListingOptions = {
	readonly account: AccountId;
	readonly accountName: string;
	readonly url: string;
	readonly filter: Filter;
	readonly sort: Sort;
};

/**
Makes a listing of the first answer of an account, in slices. Whether an instance is stuck, flapping or new is known from the memory alone.

@yields Nothing.
*/
export function * listFleet({inventory, feeds}: Fleet, {account, accountName, url, filter, sort}: ListingOptions): Slices<Listing> {
	const feed = feeds.get(account);
	const at = lookedAt(inventory, account) ?? 0;
	const all = yield * listedRows(inventory, at);
	const isRemembered = isWatchedBefore(inventory, account);
	const unwatched = isRemembered ? [] : findUnwatched(filter);
	const doubts = yield * findDoubts(filter, all, at);
	return {
		at,
		accountName,
		url,
		tokenKind: feed?.tokenKind ?? 'unknown',
		rows: yield * sortRowsInSlices(yield * matchRows(all, filter, at), sort),
		isRemembered,
		total: all.length,
		doubts: [...unwatched, ...doubts.filter(({text}) => unwatched.every(other => other.text !== text))],
		rejected: feed?.rejected ?? 0,
		budget: feed?.budget,
	};
}

/** Whether the memory tells of a time before the answer. */
function isWatchedBefore({coverage}: Inventory, account: AccountId): boolean {
	const found = coverage.get(account);
	return found !== undefined && (found.past.length > 0 || found.run.from < found.run.to);
}

/** Numbers of rows in a slice: a regular expression may take a millisecond for each. */
const computedPerSlice = 200;
const matchedPerSlice = 4;

/**
The rows of the instances that are still in the list and that match the filter.

@yields Nothing.
*/
export function * matchingRows(inventory: Inventory, filter: Filter, now: number): Slices<readonly Row[]> {
	return yield * matchRows(yield * listedRows(inventory, now), filter, now);
}

/**
The rows of the instances that are still in the list.

@yields Nothing.
*/
export function * listedRows(inventory: Inventory, now: number): Slices<readonly Row[]> {
	const listed = inventory.tracked.values().filter(({gone}) => gone === undefined);
	return yield * mapInSlices(listed, computedPerSlice, tracked => (
		rowIn(inventory, tracked, {now, facts: factsOf(tracked.instance), isAcknowledged: false})
	));
}

function * matchRows(rows: readonly Row[], filter: Filter, now: number): Slices<readonly Row[]> {
	const isMatch = createMatcher();
	return filter.terms.length === 0 ? rows : yield * filterInSlices(rows, matchedPerSlice, row => isMatch(filter, row, now));
}

/** Says what a filter names and no instance has, as a sentence. */
export function describeDoubt({why}: Doubt): string {
	return asSentence(why);
}

/** Says that an instance does not exist, as the beginning of a sentence. Blanks at the ends of the name are shown by quotes. */
export function describeMissing(name: SafeText): string {
	return `There is no instance ${name}`;
}

/**
The given names that are not in the answer, made safe. An item that could not be read counts as present under its name.
A name is the true one, also where what is shown of it is masked.
*/
export function findMissing(names: readonly string[], {instances, rejected}: Snapshot): readonly SafeText[] {
	if (names.length === 0) {
		return [];
	}

	const found = new Set([...instances, ...rejected].map(item => sanitize(identityOf(item).name)));
	return names.filter(name => !found.has(sanitize(name))).map(name => showName(name));
}
