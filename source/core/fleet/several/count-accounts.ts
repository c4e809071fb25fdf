import type {AccountId} from '../../instance/instance.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';
import {countAll, type Counts} from '../counts.js';
import type {Inventory} from '../inventory.js';
import type {Tracked} from '../tracked.js';

/** The number of instances in each state, for each account that has some. */
export type AccountCounts = ReadonlyMap<AccountId, Counts>;

/** Number of instances in a slice, of which nothing but the account and the state is looked at. */
const perSlice = 2000;

/**
Counts the instances of each account.

@yields Nothing.
*/
export function * countAccounts({tracked}: Pick<Inventory, 'tracked'>): Slices<AccountCounts> {
	const byAccount = new Map<AccountId, Tracked[]>();
	yield * takeInSlices(tracked.values(), perSlice, each => {
		const own = byAccount.get(each.instance.account);
		if (own === undefined) {
			byAccount.set(each.instance.account, [each]);
		} else {
			own.push(each);
		}
	});
	const counts = new Map<AccountId, Counts>();
	for (const [account, all] of byAccount) {
		counts.set(account, countAll(all));
		yield;
	}

	return counts;
}

/** Adds counts up. */
export function sumCounts(all: Iterable<Counts>): Counts {
	const sum = {
		connected: 0, connecting: 0, disconnected: 0, loggedout: 0, other: 0, total: 0,
	};
	for (const counts of all) {
		sum.connected += counts.connected;
		sum.connecting += counts.connecting;
		sum.disconnected += counts.disconnected;
		sum.loggedout += counts.loggedout;
		sum.other += counts.other;
		sum.total += counts.total;
	}

	return sum;
}
