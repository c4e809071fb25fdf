import type {Inventory} from '../../../core/fleet/inventory.js';
import type {State} from '../store.js';

/** The inventory on the screen: the held one, if the picture is held. */
export function shown({view, fleet}: State): Inventory {
	return view.held?.inventory ?? fleet.inventory;
}
