import {
	nameShares,
	shareNames,
	shareWindows,
	stripCells,
	stripWindow,
	type Shares,
} from '../../core/fleet/past/shares.js';
import {keyOf} from '../../core/fleet/memory/uid.js';
import type {AccountId, InstanceKey} from '../../core/instance/instance.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import type {AccountMemory} from '../../history/account-memory.js';

/** Instances in a slice. */
const perSlice = 1000;

/**
The shares of the instances of an account by their keys, with their strips where these are wanted;
`undefined` where nothing is remembered of it.

@yields Nothing.
*/
export function * sharesByKey(
	account: AccountId,
	{shares, strips}: Pick<AccountMemory, 'shares' | 'strips'>,
	{now, hasStrips}: {readonly now: number; readonly hasStrips: boolean},
): Slices<ReadonlyMap<InstanceKey, Shares> | undefined> {
	const found = yield * shares(now, shareNames.map(name => shareWindows[name]));
	const drawn = hasStrips ? yield * strips({now, window: stripWindow, cells: stripCells}) : undefined;
	const byKey = new Map<InstanceKey, Shares>();
	yield * takeInSlices(found ?? [], perSlice, ([uid, ofInstance]) => {
		byKey.set(keyOf(account, uid), nameShares(ofInstance, drawn?.get(uid)));
	});
	return found && byKey;
}
