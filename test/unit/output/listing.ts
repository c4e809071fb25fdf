import {runAtOnce} from '../../../source/core/polling/slices.js';
import {chooseColumns} from '../../../source/core/columns/choose.js';
import type {Column} from '../../../source/core/columns/column.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import {healthFirst} from '../../../source/core/columns/sort.js';
import {newFleet} from '../../../source/core/fleet/fleet.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {listFleet, type Listing} from '../../../source/output/listing.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../helpers/fleet.js';
import {foldOne, listed} from '../../helpers/fold-snapshot.js';
import {tellShares, type ToldShares} from '../../helpers/history/told-shares.js';

/** A listing of these items, by way of the real decoder, with what the memory told of them. */
export function listingOf(items: readonly WireItem[], filter = '', told: ToldShares = {}): Listing {
	const outcome = {...listed(snapshotOf(items)), budget: {limit: 100, remaining: 88, resetAt: noon + 30_000}};
	const fleet = foldOne(newFleet([{account, host: sanitize('api.example')}]), outcome);
	return runAtOnce(listFleet({...fleet, inventory: tellShares(fleet.inventory, told)}, {
		account, accountName: 'api.example', url: 'https://api.example', filter: parseFilter(filter), sort: healthFirst,
	}));
}

/** Columns by their names. */
export function columnsOf(spec: string): readonly Column[] {
	const chosen = chooseColumns(spec);
	if (chosen.kind === 'unknown') {
		throw new Error(`There are no columns ${chosen.names.join(', ')}.`);
	}

	return chosen.columns;
}
