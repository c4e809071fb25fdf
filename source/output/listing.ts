import {createMatcher} from '../core/filter/match.js';
import type {Filter} from '../core/filter/parse.js';
import {emptyInventory, foldSnapshot, type Inventory} from '../core/fleet/inventory.js';
import type {RateBudget} from '../core/polling/rate-budget.js';
import {factsOf, rowOf, type Row} from '../core/fleet/row.js';
import type {Snapshot, TokenKind} from '../core/instance/snapshot.js';
import {sortRows, type Sort} from '../core/columns/sort.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';

/** The fleet as one answer told it: what the formats are made from. */
export type Listing = {
	readonly at: number;
	/** Of the deployment. */
	readonly url: string;
	readonly tokenKind: TokenKind;
	/** Those that the filter lets through, in the order that was asked for. */
	readonly rows: readonly Row[];
	/** How many items of the answer could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
};

export type ListingOptions = {
	readonly url: string;
	readonly filter: Filter;
	readonly sort: Sort;
	readonly budget: RateBudget | undefined;
};

/** Makes a listing of a snapshot. It is the only look at the fleet, so that nothing in it can be stuck, flap or be new. */
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

/** The rows of those that are in the list and that the filter lets through. */
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

/** Which of the names that were asked for the answer does not have. What could not be read has not vanished. */
export function findMissing(names: readonly string[], {instances, rejected}: Snapshot): readonly SafeText[] {
	const found = new Set([...instances, ...rejected].map(({name}) => name));
	return names.map(name => sanitize(name)).filter(name => !found.has(name));
}
