import type {StateKind} from '../instance/instance.js';
import type {Inventory} from './inventory.js';

/** Number of instances in each state; those that are gone are not counted. */
export type Counts = Readonly<Record<StateKind, number>> & {readonly total: number};

export function countStates(inventory: Inventory): Counts {
	const counts: Record<StateKind, number> = {
		connected: 0, connecting: 0, disconnected: 0, loggedout: 0, other: 0,
	};
	let total = 0;
	for (const {instance, gone} of inventory.tracked.values()) {
		if (gone !== undefined) {
			continue;
		}

		counts[instance.state.kind] += 1;
		total += 1;
	}

	return {...counts, total};
}
