import {changeInstance, type Change} from '../instances/change-instance.js';
import type {SimulatedInstance, Stability} from '../instances/factory.js';
import {writeTime, type WireInstance} from '../instances/wire-instance.js';

/** Instances of the account, by name. They are listed in the order in which they were added. */
export type Fleet = {
	readonly instances: () => readonly WireInstance[];
	readonly find: (name: string) => WireInstance | undefined;
	/** The names of all instances, or of those with the given stability. */
	readonly names: (stability?: Stability) => readonly string[];
	readonly add: (simulated: SimulatedInstance) => void;
	/** Removes an instance; false where there is none of that name. */
	readonly remove: (name: string) => boolean;
	/** Changes an instance and its `updatedAt`, unless it is pinned or does not exist. */
	readonly change: (name: string, change: Change) => void;
	/** Changes an instance and pins it: from then on `change` leaves it alone. False where there is none of that name. */
	readonly pin: (name: string, change: Change) => boolean;
};

type Member = SimulatedInstance & {readonly isPinned: boolean};

/** Makes a fleet of these instances. `now` is the time that a change writes into `updatedAt`, in milliseconds since the epoch. */
export function createFleet(initial: readonly SimulatedInstance[], now: () => number): Fleet {
	const members = new Map<string, Member>(initial.map(simulated => [simulated.instance.name, {...simulated, isPinned: false}]));
	let order: readonly string[] = initial.map(({instance}) => instance.name);

	const apply = (name: string, member: Member, change: Change, isPinned: boolean) => {
		const instance = changeInstance(member.instance, {updatedAt: writeTime(now()), ...change}, member.pairedJid);
		members.set(name, {...member, instance, isPinned});
	};

	return {
		instances: () => Array.from(members.values(), ({instance}) => instance),
		find: name => members.get(name)?.instance,
		names: stability => stability === undefined ? order : order.filter(name => members.get(name)?.stability === stability),
		add(simulated) {
			members.set(simulated.instance.name, {...simulated, isPinned: false});
			order = [...order, simulated.instance.name];
		},
		remove(name) {
			order = order.filter(other => other !== name);
			return members.delete(name);
		},
		change(name, change) {
			const member = members.get(name);
			if (member && !member.isPinned) {
				apply(name, member, change, false);
			}
		},
		pin(name, change) {
			const member = members.get(name);
			if (member) {
				apply(name, member, change, true);
			}

			return member !== undefined;
		},
	};
}
