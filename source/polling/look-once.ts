import {foldServer} from '../core/fleet/server-events.js';
import type {Fleet} from '../core/fleet/fleet.js';
import type {AccountId} from '../core/instance/instance.js';
import type {ServerLook} from '../core/polling/server.js';
import type {Clock, WatchedAccount} from './ports.js';

/** Looks at the server of each account that has one to be looked at, once an address. It takes no longer than the looks may. */
export async function lookOnce(
	accounts: ReadonlyArray<Pick<WatchedAccount, 'account' | 'server'>>,
	{now, elapsed}: Clock,
	signal: AbortSignal,
): Promise<ReadonlyMap<AccountId, ServerLook>> {
	const byAddress = new Map(accounts.flatMap(({server}) => server === undefined ? [] : [[server.address, server] as const]));
	const looks = new Map<string, ServerLook>();
	await Promise.all(byAddress.values().map(async ({address, fetchHealth}) => {
		const report = await fetchHealth(signal);
		if (report !== undefined) {
			looks.set(address, {at: now(), elapsed: elapsed(), report});
		}
	}));
	return new Map(accounts.flatMap(({account, server}) => {
		const look = looks.get(server?.address ?? '');
		return look === undefined ? [] : [[account, look] as const];
	}));
}

/** Puts the looks into a fleet of which nothing else was seen. */
export function withLooks(fleet: Fleet, looks: ReadonlyMap<AccountId, ServerLook>): Fleet {
	let folded = fleet;
	for (const [account, look] of looks) {
		folded = foldServer(folded, account, look);
	}

	return folded;
}
