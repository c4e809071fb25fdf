import {changeInstance, type Change} from '../instances/change-instance.js';
import type {SimulatedInstance, Temperament} from '../instances/factory.js';
import {writeTime, type WireInstance} from '../instances/wire-instance.js';

/** The instances of the account, by name and in the order they came. */
export type Fleet = {
	readonly instances: () => readonly WireInstance[];
	readonly find: (name: string) => WireInstance | undefined;
	/** The names of those that behave so, or of all. */
	readonly names: (temper?: Temperament) => readonly string[];
	readonly admit: (resident: SimulatedInstance) => void;
	/** Lets one go; false where there is none. */
	readonly dismiss: (name: string) => boolean;
	/** Changes an instance and its `updatedAt`, unless it is pinned or gone. */
	readonly change: (name: string, change: Change) => void;
	/** Changes an instance and pins it: from then on `change` leaves it alone. False where there is none. */
	readonly force: (name: string, change: Change) => boolean;
};

type Seat = SimulatedInstance & {readonly isPinned: boolean};

/** Makes a fleet of these; `now` says what to write into `updatedAt`, in milliseconds. */
export function createFleet(residents: readonly SimulatedInstance[], now: () => number): Fleet {
	const seats = new Map<string, Seat>(residents.map(resident => [resident.instance.name, {...resident, isPinned: false}]));
	let order: readonly string[] = residents.map(({instance}) => instance.name);

	const apply = (name: string, seat: Seat, change: Change, isPinned: boolean) => {
		const instance = changeInstance(seat.instance, {updatedAt: writeTime(now()), ...change}, seat.homeJid);
		seats.set(name, {...seat, instance, isPinned});
	};

	return {
		instances: () => Array.from(seats.values(), ({instance}) => instance),
		find: name => seats.get(name)?.instance,
		names: temper => temper === undefined ? order : order.filter(name => seats.get(name)?.temper === temper),
		admit(resident) {
			seats.set(resident.instance.name, {...resident, isPinned: false});
			order = [...order, resident.instance.name];
		},
		dismiss(name) {
			order = order.filter(other => other !== name);
			return seats.delete(name);
		},
		change(name, change) {
			const seat = seats.get(name);
			if (seat && !seat.isPinned) {
				apply(name, seat, change, false);
			}
		},
		force(name, change) {
			const seat = seats.get(name);
			if (seat) {
				apply(name, seat, change, true);
			}

			return seat !== undefined;
		},
	};
}
