import type {AccountId, InstanceKey} from '../../instance/instance.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';
import type {Inventory} from '../inventory.js';
import {areToldAlike, type Shares} from './shares.js';

/** Instances in a slice. */
const perSlice = 2000;

/**
Puts the shares of an account into the inventory. Those that are told as before keep their identity, so that no row is made anew for them;
where all are, the inventory keeps its own.

@yields Nothing.
*/
export function * withShares(inventory: Inventory, account: AccountId, found: ReadonlyMap<InstanceKey, Shares>): Slices<Inventory> {
	const former = inventory.shares.get(account);
	const shares = new Map<InstanceKey, Shares>();
	let isOther = found.size !== (former?.size ?? 0);
	yield * takeInSlices(found, perSlice, ([key, next]) => {
		const before = former?.get(key);
		const isSame = before !== undefined && areToldAlike(before, next);
		isOther ||= !isSame;
		shares.set(key, isSame ? before : next);
	});
	return isOther ? {...inventory, shares: new Map(inventory.shares).set(account, shares)} : inventory;
}
