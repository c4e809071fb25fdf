import type {AccountCounts} from '../../fleet/several/count-accounts.js';
import type {AccountId} from '../../instance/instance.js';
import {sanitize} from '../../text/sanitize.js';
import type {MenuItem} from './menu-item.js';

/** The accounts, each with how many instances it has and how many are not connected, and all together; nothing where there is one. */
export function accountItems(accounts: readonly AccountId[], counts: AccountCounts, alone: AccountId | undefined): readonly MenuItem[] {
	if (accounts.length < 2) {
		return [];
	}

	const items = accounts.map((account): MenuItem => {
		const {total, connected} = counts.get(account) ?? {total: 0, connected: 0};
		const down = total - connected;
		return {
			id: `account:${account}`,
			mark: '',
			label: `account ${sanitize(account)}`,
			words: `${total} ${total === 1 ? 'instance' : 'instances'}${down === 0 ? '' : `, ${down} down`}${account === alone ? ', shown alone' : ''}`,
			right: '',
			names: [sanitize(account)],
			take: {kind: 'account', account},
		};
	});
	return [...items, {
		id: 'accounts', mark: '', label: 'all accounts', words: '', right: '', names: [], take: {kind: 'account', account: undefined},
	}];
}
