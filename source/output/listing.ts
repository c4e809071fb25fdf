import {createMatcher} from '../core/filter/match.js';
import type {Filter} from '../core/filter/parse.js';
import {findDoubts, findUnwatched, type Doubt} from '../core/filter/find-doubts.js';
import type {Fleet} from '../core/fleet/fleet.js';
import {lookedAt, type Inventory} from '../core/fleet/inventory.js';
import type {AccountId} from '../core/instance/instance.js';
import type {Trouble} from '../core/polling/feed.js';
import type {RateBudget} from '../core/polling/rate-budget.js';
import type {Server} from '../core/polling/server.js';
import {filterInSlices, mapInSlices, type Slices} from '../core/polling/slices.js';
import {rowIn, type Row} from '../core/fleet/row.js';
import {factsOf} from '../core/instance/facts.js';
import {odditiesOf} from '../core/instance/oddities.js';
import {createGrouping} from '../core/instance/phone.js';
import {identityOf} from '../core/instance/raw-text.js';
import type {Snapshot, TokenKind} from '../core/instance/snapshot.js';
import {sortRowsInSlices, type Sort} from '../core/columns/sort.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {showName} from '../core/text/portable/show-name.js';
import {asSentence} from './describe-failure.js';

/** An account of a listing, and how it answered. Without an answer it has no instances. */
export type ListedSource = {
	readonly account: AccountId;
	readonly name: SafeText;
	readonly host: SafeText;
	/** URL of the API. */
	readonly url: string;
	/** Time that its data are from; `undefined` where it gave no answer. */
	readonly at: number | undefined;
	/** Why it gave no answer, or only an old one. */
	readonly trouble: Trouble | undefined;
	readonly tokenKind: TokenKind;
	/** Whether the memory tells of a time before the answer. */
	readonly isRemembered: boolean;
	/** The number of items of the answer that could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
	/** What its server reports of itself; `undefined` where it was not asked. */
	readonly server: Server | undefined;
};

/** The fleet as one answer of each account describes it, for the output formats. */
export type Listing = {
	/** Time that the latest data are from. */
	readonly at: number;
	readonly sources: readonly ListedSource[];
	/** The rows that match the filter, in the order of the sort. */
	readonly rows: readonly Row[];
	/** Number of the instances in the lists, whether they match the filter or not. */
	readonly total: number;
	/** What the filter names and no instance has. */
	readonly doubts: readonly Doubt[];
	/** The number of items of all answers that could not be read. */
	readonly rejected: number;
};

/** What came of asking an account: the time and the trouble, where there was any. */
type Asked = {readonly account: AccountId; readonly url: string; readonly at: number; readonly trouble: Trouble | undefined};

export type ListingOptions = {
	readonly asked: readonly Asked[];
	readonly filter: Filter;
	readonly sort: Sort;
};

/**
Makes a listing of the first answers of accounts, in slices. Whether an instance is stuck, flapping or new is known from the memory alone.

@yields Nothing.
*/
export function * listFleet(fleet: Fleet, {asked, filter, sort}: ListingOptions): Slices<Listing> {
	const {inventory} = fleet;
	const sources = asked.map(each => describeSource(fleet, each));
	const answered = sources.filter(({at}) => at !== undefined);
	const at = Math.max(...(answered.length === 0 ? asked : answered).map(source => source.at ?? 0));
	const all = yield * listedRows(inventory, at);
	const unwatched = answered.every(({isRemembered}) => isRemembered) ? [] : findUnwatched(filter);
	const doubts = yield * findDoubts(filter, all, at);
	return {
		at,
		sources,
		rows: yield * sortRowsInSlices(yield * matchRows(all, filter, at), sort),
		total: all.length,
		doubts: [...unwatched, ...doubts.filter(({text}) => unwatched.every(other => other.text !== text))],
		rejected: sources.reduce((sum, {rejected}) => sum + rejected, 0),
	};
}

function describeSource({inventory, feeds}: Fleet, {account, url, trouble}: Asked): ListedSource {
	const feed = feeds.get(account);
	const at = feed?.answeredAt === undefined ? undefined : lookedAt(inventory, account);
	return {
		account,
		name: sanitize(account),
		host: sanitize(new URL(url).host),
		url,
		at,
		trouble,
		tokenKind: feed?.tokenKind ?? 'unknown',
		isRemembered: isWatchedBefore(inventory, account),
		rejected: feed?.rejected ?? 0,
		budget: feed?.budget,
		server: feed?.server,
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
	const grouping = createGrouping();
	return yield * mapInSlices(listed, computedPerSlice, tracked => {
		const facts = factsOf(tracked.instance, {odd: odditiesOf(tracked.odd), grouping});
		return rowIn(inventory, tracked, {now, facts, isAcknowledged: false});
	});
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
