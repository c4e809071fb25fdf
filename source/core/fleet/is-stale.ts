import type {AccountId, Instance} from '../instance/instance.js';
import type {Feed} from '../polling/feed.js';

/** Whether what is shown of an instance is older than it should be, because the polls of its own account fail. */
export function isStale(feeds: ReadonlyMap<AccountId, Feed>, {account}: Pick<Instance, 'account'>): boolean {
	return feeds.get(account)?.trouble !== undefined;
}
