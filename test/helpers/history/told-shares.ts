import {withShares} from '../../../source/core/fleet/past/with-shares.js';
import {shareNames, shareWindows, type ShareName} from '../../../source/core/fleet/past/shares.js';
import type {Inventory} from '../../../source/core/fleet/inventory.js';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {recordOf} from '../../../source/core/text/record-of.js';
import {account} from '../fleet.js';

/** By the names of instances: for how much of the time seen in each window one was connected, in hours; nothing was seen in the others. */
export type ToldShares = Readonly<Record<string, Readonly<Partial<Record<ShareName, readonly [up: number, seen: number]>>>>>;

const hour = 3_600_000;

/** The inventory after the memory told these shares, and none of the instances that are not named. */
export function tellShares(inventory: Inventory, told: ToldShares): Inventory {
	const found = inventory.tracked.values().flatMap(({instance: {key, name}}) => {
		const ofInstance = told[name];
		return ofInstance === undefined
			? []
			: [[key, recordOf(shareNames, share => {
				const [up, seen] = ofInstance[share] ?? [0, 0];
				return {up: up * hour, seen: seen * hour, window: shareWindows[share]};
			})] as const];
	});
	const [of = account] = inventory.coverage.keys();
	return runAtOnce(withShares(inventory, of, new Map(found)));
}
