import {emptyInventory, foldSnapshot, type Inventory} from '../../source/core/fleet/inventory.js';
import {factsOf, rowOf, type Row} from '../../source/core/fleet/row.js';
import {noon, snapshotOf, type WireItem} from './fleet.js';

/** The inventory after these lists were seen, five seconds apart unless told. */
export function inventoryOf(lists: ReadonlyArray<readonly WireItem[]>, interval = 5000): Inventory {
	let inventory = emptyInventory;
	for (const [index, items] of lists.entries()) {
		({inventory} = foldSnapshot(inventory, snapshotOf(items, noon + (index * interval))));
	}

	return inventory;
}

/** The rows of an inventory at `now`. */
export function rowsOf(inventory: Inventory, now: number = noon, known: readonly string[] = []): readonly Row[] {
	return inventory.tracked.values().map(tracked => rowOf(tracked, factsOf(tracked.instance), {now, isAcknowledged: known.includes(tracked.instance.name)})).toArray();
}

/** The one row of an instance seen once. */
export function rowFor(item: WireItem, now: number = noon): Row {
	const [row] = rowsOf(inventoryOf([[item]]), now);
	if (row === undefined) {
		throw new Error('The item gives no row.');
	}

	return row;
}
