import type {AccountId} from '../core/instance/instance.js';
import {looksApart, type ServerLook} from '../core/polling/server.js';
import type {Clock, ServerSource} from './ports.js';

export type WatchServersOptions = {
	/** The accounts, each with what asks its server, where that is to be looked at. */
	readonly accounts: ReadonlyArray<{readonly account: AccountId; readonly server?: ServerSource | undefined}>;
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
export function watchServers({accounts, clock, looked, fail}: WatchServersOptions): LookAtServer {
	const byAccount = new Map<AccountId, Watched>();
	for (const {account, server} of accounts) {
		if (server === undefined) {
			continue;
		}

		const watched = byAccount.values().find(({source: {address}}) => address === server.address) ?? {
			source: server, accounts: [], askedAt: -Infinity, isAsking: false,
		};
		watched.accounts.push(account);
		byAccount.set(account, watched);
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
		const watched = byAccount.get(account);
		if (watched !== undefined && !watched.isAsking && clock.elapsed() - watched.askedAt >= looksApart) {
			void look(watched, signal).catch(fail);
		}
	};
}
