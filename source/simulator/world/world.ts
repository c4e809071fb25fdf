import type {Change} from '../instances/change-instance.js';
import type {Random} from '../instances/random.js';
import {createInstanceFactory, type SimulatedInstance} from '../instances/factory.js';
import type {WireInstance} from '../instances/wire-instance.js';
import {createFleet} from './fleet.js';
import type {Scenario} from './scenarios.js';
import {createTimeline} from './timeline.js';

/**
Account behind the simulator. Its instances depend on the seed, on the time when it began and on the present time,
and not on how often they are read.

A test can change the account by hand. The scenario leaves the instances that a test has set or added as they are.
Each method throws for a mistake of the test: `set` and `remove` where there is no such name, `add` where there is one already.
*/
export type World = {
	/** The account as it began, and when that was, in milliseconds since the epoch. */
	readonly beginning: {readonly at: number; readonly fleet: readonly SimulatedInstance[]};
	/** The instances at the present time, in the order of the list. */
	readonly instances: () => readonly WireInstance[];
	/** Changes an instance. */
	readonly set: (name: string, change: Change) => void;
	/** Adds a connected instance at the end of the list. It gets a new id, even if an earlier instance had the same name. */
	readonly add: (name: string, change?: Change) => void;
	readonly remove: (name: string) => void;
};

type WorldOptions = {
	readonly scenario: Scenario;
	readonly instances: number;
	readonly random: Random;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
};

const second = 1000;

/** Makes the world of a scenario, which begins now. */
export function createWorld({scenario, instances, random, now}: WorldOptions): World {
	const startedAt = now();
	const factory = createInstanceFactory(random.fork('registry'), startedAt);
	const timeline = createTimeline();
	const initial = scenario.populate(instances, factory, random.fork('population'));
	const fleet = createFleet(initial, () => startedAt + (timeline.second() * second));
	for (const behave of scenario.behaviours) {
		behave({fleet, timeline, random: random.fork('behaviour')});
	}

	const catchUp = () => {
		timeline.advance(Math.floor((now() - startedAt) / second));
	};

	return {
		beginning: {at: startedAt, fleet: initial},
		instances() {
			catchUp();
			return fleet.instances();
		},
		set(name, change) {
			catchUp();
			if (!fleet.pin(name, change)) {
				throw new Error(`There is no instance ${JSON.stringify(name)} to set.`);
			}
		},
		add(name, change = {}) {
			catchUp();
			if (fleet.find(name)) {
				throw new Error(`There is an instance ${JSON.stringify(name)} already.`);
			}

			fleet.add(factory.create(name));
			fleet.pin(name, change);
		},
		remove(name) {
			catchUp();
			if (!fleet.remove(name)) {
				throw new Error(`There is no instance ${JSON.stringify(name)} to remove.`);
			}
		},
	};
}
