import {changeInstance} from './change-instance.js';
import type {InstanceFactory, SimulatedInstance} from './factory.js';
import type {Random} from './random.js';

/** Part of the fleet that is down when it is first looked at, which is the part of the time that each instance is. */
const downShare = 0.6;

/** Populates an account whose instances fall and come back again and again. They do not do so together: some are down at the beginning. */
export function populateUnsteady(count: number, factory: InstanceFactory, random: Random): readonly SimulatedInstance[] {
	return Array.from({length: count}, () => {
		const simulated = factory.create();
		return random.fraction() < downShare
			? {...simulated, instance: changeInstance(simulated.instance, {state: 'disconnected'}, simulated.pairedJid)}
			: simulated;
	});
}
