import type {Change} from '../instances/change-instance.js';
import type {Random} from '../instances/random.js';
import {createInstanceFactory} from '../instances/factory.js';
import type {WireInstance} from '../instances/wire-instance.js';
import {createFleet} from './fleet.js';
import type {Scenario} from './scenarios.js';
import {createTimeline} from './timeline.js';

/**
The account behind the simulator. What is in it depends on the seed, the time it began and the time it is, and not on who looks how often.

What a test changes or adds stays as the test left it: the scenario leaves those instances alone. A name that is not there (or, for `add`, that is) is a mistake of the test and throws.
*/
export type World = {
	/** As of now. */
	readonly instances: () => readonly WireInstance[];
	readonly set: (name: string, change: Change) => void;
	/** Adds a connected instance at the end of the list. It has a new id, also where the name was there before. */
	readonly add: (name: string, change?: Change) => void;
	readonly remove: (name: string) => void;
};

type WorldOptions = {
	readonly scenario: Scenario;
	readonly instances: number;
	readonly random: Random;
	readonly now: () => number;
};

const second = 1000;

/** Makes the world of a scenario, beginning now. */
export function createWorld({scenario, instances, random, now}: WorldOptions): World {
	const startedAt = now();
	const registry = createInstanceFactory(random.fork('registry'), startedAt);
	const timeline = createTimeline();
	const fleet = createFleet(scenario.populate(instances, registry, random.fork('population')), () => startedAt + (timeline.second() * second));
	for (const behave of scenario.behaviours) {
		behave({fleet, timeline, random: random.fork('behaviour')});
	}

	const catchUp = () => {
		timeline.advance(Math.floor((now() - startedAt) / second));
	};

	return {
		instances() {
			catchUp();
			return fleet.instances();
		},
		set(name, change) {
			catchUp();
			if (!fleet.force(name, change)) {
				throw new Error(`There is no instance ${JSON.stringify(name)} to set.`);
			}
		},
		add(name, change = {}) {
			catchUp();
			if (fleet.find(name)) {
				throw new Error(`There is an instance ${JSON.stringify(name)} already.`);
			}

			fleet.admit(registry.enrol(name));
			fleet.force(name, change);
		},
		remove(name) {
			catchUp();
			if (!fleet.dismiss(name)) {
				throw new Error(`There is no instance ${JSON.stringify(name)} to remove.`);
			}
		},
	};
}
