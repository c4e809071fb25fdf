import {runAtOnce} from '../../../source/core/polling/slices.js';
import {chooseColumns} from '../../../source/core/columns/choose.js';
import type {Column} from '../../../source/core/columns/column.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import {healthFirst} from '../../../source/core/columns/sort.js';
import {newFleet} from '../../../source/core/fleet/fleet.js';
import {accountId} from '../../../source/core/instance/instance.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {listFleet, type ListedSource, type Listing} from '../../../source/output/listing.js';
import {
	noon,
	snapshotOf,
	type WireItem,
} from '../../helpers/fleet.js';
import {foldOne, listed} from '../../helpers/fold-snapshot.js';
import {tellShares, type ToldShares} from '../../helpers/history/told-shares.js';

/** A listing of these items of one account, by way of the real decoder, with what the memory told of them. */
export function listingOf(items: readonly WireItem[], filter = '', told: ToldShares = {}, of = accountId('api.example')): Listing {
	const outcome = {...listed(snapshotOf(items, noon, of)), budget: {limit: 100, remaining: 88, resetAt: noon + 30_000}};
	const fleet = foldOne(newFleet([{account: of, host: sanitize('api.example')}]), outcome, {of});
	return runAtOnce(listFleet({...fleet, inventory: tellShares(fleet.inventory, told)}, {
		asked: [{
			account: of, url: 'https://api.example', at: noon, trouble: undefined,
		}],
		filter: parseFilter(filter),
		sort: healthFirst,
	}));
}

/** The listing with another thing known of its only account. */
export function withSource(listing: Listing, of: Partial<ListedSource>): Listing {
	return {...listing, sources: listing.sources.map(source => ({...source, ...of}))};
}

/** Columns by their names. */
export function columnsOf(spec: string): readonly Column[] {
	const chosen = chooseColumns(spec);
	if (chosen.kind === 'unknown') {
		throw new Error(`There are no columns ${chosen.names.join(', ')}.`);
	}

	return chosen.columns;
}
