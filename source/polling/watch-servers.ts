import type {AccountId} from '../core/instance/instance.js';
import {looksApart, type ServerLook} from '../core/polling/server.js';
import type {Clock, ServerSource} from './ports.js';

export type WatchServersOptions = {
	/** The accounts whose server is to be looked at, each with what asks it. */
	readonly servers: ReadonlyMap<AccountId, ServerSource>;
	readonly clock: Clock;
	/** Told of a look, once for each account of its server. */
	readonly looked: (account: AccountId, look: ServerLook) => void;
	/** Told what was thrown. */
	readonly fail: (error: unknown) => void;
};

/** Looks at the server of an account, if it is due; to be called when a poll of the account starts. */
export type LookAtServer = (account: AccountId, signal: AbortSignal) => void;

/** What is asked at one address, for whom, and when it was asked last, by the monotonic clock. */
type Watched = {readonly source: ServerSource; readonly accounts: AccountId[]; askedAt: number; isAsking: boolean};

/**
Makes what looks at servers beside the polls of their lists: with each poll, but no more often than every `looksApart`, since an uptime
tells of a restart later as well, and a look may cost the server a query of its database. Accounts of one address share their looks.

A poll neither waits for a look nor learns of it.
*/
export function watchServers({servers, clock, looked, fail}: WatchServersOptions): LookAtServer {
	const byAddress = new Map<string, Watched>();
	for (const [account, source] of servers) {
		const watched = byAddress.get(source.address) ?? {
			source, accounts: [], askedAt: -Infinity, isAsking: false,
		};
		watched.accounts.push(account);
		byAddress.set(source.address, watched);
	}

	const look = async (watched: Watched, signal: AbortSignal) => {
		watched.isAsking = true;
		watched.askedAt = clock.elapsed();
		// The request of the list, which starts in this turn too, goes first.
		await Promise.resolve();
		const report = await watched.source.fetchHealth(signal);
		watched.isAsking = false;
		if (report === undefined || signal.aborted) {
			return;
		}

		const seen = {at: clock.now(), elapsed: clock.elapsed(), report};
		for (const account of watched.accounts) {
			looked(account, seen);
		}
	};

	return (account, signal) => {
		const watched = byAddress.get(servers.get(account)?.address ?? '');
		if (watched !== undefined && !watched.isAsking && clock.elapsed() - watched.askedAt >= looksApart) {
			void look(watched, signal).catch(fail);
		}
	};
}
