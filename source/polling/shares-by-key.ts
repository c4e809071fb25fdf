import {
	nameShares,
	shareNames,
	shareWindows,
	type Shares,
} from '../core/fleet/past/shares.js';
import {keyOf} from '../core/fleet/memory/uid.js';
import type {AccountId, InstanceKey} from '../core/instance/instance.js';
import {takeInSlices, type Slices} from '../core/polling/slices.js';
import type {AccountMemory} from '../history/account-memory.js';

/** Instances in a slice. */
const perSlice = 1000;

/**
The shares of the instances of an account by their keys; `undefined` where nothing is remembered of it.

@yields Nothing.
*/
export function * sharesByKey(
	account: AccountId,
	{shares}: Pick<AccountMemory, 'shares'>,
	now: number,
): Slices<ReadonlyMap<InstanceKey, Shares> | undefined> {
	const found = yield * shares(now, shareNames.map(name => shareWindows[name]));
	const byKey = new Map<InstanceKey, Shares>();
	yield * takeInSlices(found ?? [], perSlice, ([uid, ofInstance]) => {
		byKey.set(keyOf(account, uid), nameShares(ofInstance));
	});
	return found && byKey;
}
