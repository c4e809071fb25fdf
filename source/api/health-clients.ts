import type {AccountId} from '../core/instance/instance.js';
import {maskTextAnd} from '../core/json/mask.js';
import type {TokenSource} from '../core/polling/token-source.js';
import {createHealthClient, type HealthClient} from './health-client.js';

/** An account whose server is to be asked how it is. */
type Source = {
	readonly account: AccountId;
	readonly url: string;
	readonly token: Pick<TokenSource, 'current'>;
	readonly timeout: number;
};

/** The clients of servers, by the accounts that have them looked at. */
export type HealthClients = {
	readonly of: (account: AccountId) => HealthClient | undefined;
	readonly close: () => Promise<void>;
};

/** Makes a client for the server of each account. Accounts of one address share one. None shows a token of theirs. */
export function createHealthClients(sources: readonly Source[]): HealthClients {
	const maskText = (text: string) => maskTextAnd(sources.map(({token}) => token.current()), text);
	const clients = new Map<AccountId, HealthClient>();
	for (const {account, url: baseUrl, timeout} of sources) {
		const client = createHealthClient({baseUrl, timeout, maskText});
		clients.set(account, clients.values().find(({address}) => address === client.address) ?? client);
	}

	return {
		of: account => clients.get(account),
		async close() {
			await Promise.all(new Set(clients.values()).values().map(async client => client.close()));
		},
	};
}
