import {createMatcher} from '../core/filter/match.js';
import type {Filter} from '../core/filter/parse.js';
import {emptyInventory, foldSnapshot, type Inventory} from '../core/fleet/inventory.js';
import type {RateBudget} from '../core/polling/rate-budget.js';
import {factsOf, rowOf, type Row} from '../core/fleet/row.js';
import type {Snapshot, TokenKind} from '../core/instance/snapshot.js';
import {sortRows, type Sort} from '../core/columns/sort.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';

/** The fleet as one answer describes it, for the output formats. */
export type Listing = {
	readonly at: number;
	/** URL of the API. */
	readonly url: string;
	readonly tokenKind: TokenKind;
	/** The rows that match the filter, in the order of the sort. */
	readonly rows: readonly Row[];
	/** The number of items of the answer that could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
};

export type ListingOptions = {
	readonly url: string;
	readonly filter: Filter;
	readonly sort: Sort;
	readonly budget: RateBudget | undefined;
};

/** Makes a listing of a snapshot. No instance in it is stuck, flapping or new, since one snapshot has no history. */
export function listSnapshot(snapshot: Snapshot, {url, filter, sort, budget}: ListingOptions): Listing {
	const {inventory} = foldSnapshot(emptyInventory, snapshot);
	return {
		at: snapshot.at,
		url,
		tokenKind: snapshot.tokenKind,
		rows: sortRows(matchingRows(inventory, filter, snapshot.at), sort),
		rejected: snapshot.rejected.length,
		budget,
	};
}

/** The rows of the instances that are still in the list and that match the filter. */
export function matchingRows(inventory: Inventory, filter: Filter, now: number): readonly Row[] {
	const isMatch = createMatcher();
	return inventory.tracked.values()
		.filter(({gone}) => gone === undefined)
		.map(tracked => rowOf(tracked, factsOf(tracked.instance), {now, isAcknowledged: false}))
		.filter(row => isMatch(filter, row, now))
		.toArray();
}

/** Says that an instance does not exist, as the beginning of a sentence. */
export function describeMissing(name: SafeText): string {
	return `There is no instance ${name}`;
}

/** The given names that are not in the answer, made safe. An item that could not be read counts as present under its name. */
export function findMissing(names: readonly string[], {instances, rejected}: Snapshot): readonly SafeText[] {
	const found = new Set([...instances, ...rejected].map(({name}) => name));
	return names.map(name => sanitize(name)).filter(name => !found.has(name));
}
