import type {AccountId} from '../../instance/instance.js';
import {countAll, type Counts} from '../counts.js';
import type {Inventory} from '../inventory.js';
import type {Tracked} from '../tracked.js';

/** The number of instances in each state, for each account that has some. */
export type AccountCounts = ReadonlyMap<AccountId, Counts>;

/** Counts the instances of each account. */
export function countAccounts({tracked}: Pick<Inventory, 'tracked'>): AccountCounts {
	const byAccount = Map.groupBy(tracked.values(), ({instance}: Tracked) => instance.account);
	return new Map(byAccount.entries().map(([account, all]) => [account, countAll(all)]));
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
