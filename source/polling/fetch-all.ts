import type {Fleet} from '../core/fleet/fleet.js';
import {joinFleets} from '../core/fleet/several/join-fleets.js';
import type {AccountId} from '../core/instance/instance.js';
import {fetchOnce, type FetchOnceOptions, type FetchResult} from './fetch-once.js';
import type {WatchedAccount} from './ports.js';

/** What several accounts answered: the result of each, and the fleet of all. */
export type Fetched = {
	readonly results: ReadonlyMap<AccountId, FetchResult>;
	readonly fleet: Fleet;
};

/** Options of `fetchOnce`, for several accounts. */
export type FetchAllOptions = Omit<FetchOnceOptions, 'watched'> & {readonly accounts: readonly WatchedAccount[]};

/** Fetches the list of each account once, all at the same time, as if each were alone. `undefined` when the signal is aborted. */
export async function fetchAll({accounts, ...options}: FetchAllOptions): Promise<Fetched | undefined> {
	const fetched = await Promise.all(accounts.map(async watched => [watched.account, await fetchOnce({...options, watched})] as const));
	const results = new Map<AccountId, FetchResult>();
	for (const [account, result] of fetched) {
		if (result === undefined) {
			return undefined;
		}

		results.set(account, result);
	}

	return {results, fleet: joinFleets(results.values().map(({fleet}) => fleet).toArray())};
}
