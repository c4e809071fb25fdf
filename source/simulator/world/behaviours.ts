import type {Random} from '../instances/random.js';
import type {Fleet} from './fleet.js';
import type {Timeline} from './timeline.js';

/** Context of a behaviour: the fleet that it changes, the timeline that it schedules on, and its random generator. */
export type BehaviourContext = {
	readonly fleet: Fleet;
	readonly timeline: Timeline;
	readonly random: Random;
};

/** Change of the fleet over time. It is called once, at the start, and schedules everything else. */
export type Behaviour = (context: BehaviourContext) => void;

/** State that an instance keeps for so many seconds. */
type Step = {readonly state: string; readonly seconds: number};

/** Most of those that are down at the beginning are back after so many seconds, as they are later. */
const longestDown = 90;

/** Makes each unstable instance lose its connection about once in so many seconds; it connects again by itself, also from the beginning. */
export function dropConnections(everySeconds: number): Behaviour {
	return ({fleet, timeline, random}) => {
		for (const name of fleet.names('unstable')) {
			const own = random.fork(`drift ${name}`);
			const drop = () => {
				const steps = chooseSteps(own);
				takeSteps({fleet, timeline}, name, steps);
				const downSeconds = steps.reduce((sum, {seconds}) => sum + seconds, 0);
				timeline.schedule(downSeconds + own.between(everySeconds * 0.6, everySeconds * 1.4), drop);
			};

			const isDown = fleet.find(name)?.connection?.state !== 'connected';
			const connect = () => {
				takeSteps({fleet, timeline}, name, []);
				timeline.schedule(own.between(everySeconds * 0.6, everySeconds * 1.4), drop);
			};

			timeline.schedule(own.between(2, isDown ? longestDown : everySeconds), isDown ? connect : drop);
		}
	};
}

/** Makes each flapping instance lose its connection and connect again, every 6 to 20 seconds. */
export function flap({fleet, timeline, random}: BehaviourContext): void {
	for (const name of fleet.names('flapping')) {
		const own = random.fork(`flap ${name}`);
		const toggle = () => {
			const isConnected = fleet.find(name)?.connection?.state === 'connected';
			fleet.change(name, {state: isConnected ? 'disconnected' : 'connected'});
			timeline.schedule(own.between(6, 20), toggle);
		};

		timeline.schedule(own.between(3, 10), toggle);
	}
}

/** Changes the presence of connected instances, and not their `updatedAt`. Presence says nothing about the health of an instance. */
export function changePresence({fleet, timeline, random}: BehaviourContext): void {
	repeat({fleet, timeline, random: random.fork('chatter')}, [3, 9], (name, own) => {
		const {connection, updatedAt} = fleet.find(name) ?? {};
		if (connection?.state !== 'connected') {
			return;
		}

		const presence = own.pick(['available', 'available', 'composing', 'unavailable']);
		fleet.change(name, {presence, ...(updatedAt !== undefined && {updatedAt})});
	});
}

/** Changes `updatedAt` and nothing else now and then: a monitor must not take `updatedAt` for the time of a change of state. */
export function touchUpdatedAt({fleet, timeline, random}: BehaviourContext): void {
	repeat({fleet, timeline, random: random.fork('touch')}, [10, 40], name => {
		fleet.change(name, {});
	});
}

/** Moves an instance through the states of the steps, and to `connected` after the last. */
export function takeSteps(
	{fleet, timeline}: Pick<BehaviourContext, 'fleet' | 'timeline'>,
	name: string,
	[step, ...rest]: readonly Step[],
): void {
	fleet.change(name, {state: step?.state ?? 'connected'});
	if (step) {
		timeline.schedule(step.seconds, () => {
			takeSteps({fleet, timeline}, name, rest);
		});
	}
}

/** Chooses how a connection is lost: 70 % disconnected, 10 % logged out, 20 % connecting for long. */
function chooseSteps(random: Random): readonly Step[] {
	const kind = random.fraction();
	if (kind < 0.7) {
		return [{state: 'disconnected', seconds: random.between(10, 90)}, {state: 'connecting', seconds: random.between(3, 12)}];
	}

	if (kind < 0.8) {
		return [{state: 'loggedout', seconds: random.between(90, 400)}, {state: 'connecting', seconds: random.between(5, 15)}];
	}

	// Some of these last longer than the two minutes after which connecting counts as stuck.
	return [{state: 'connecting', seconds: random.between(20, 180)}];
}

/** Does something to a random instance, again and again, with a pause of `least` to `most` seconds before each time. */
function repeat(
	{fleet, timeline, random}: BehaviourContext,
	[least, most]: readonly [number, number],
	act: (name: string, random: Random) => void,
): void {
	const actOnce = () => {
		const names = fleet.names();
		const name = names[random.between(0, names.length - 1)];
		if (name !== undefined) {
			act(name, random);
		}

		timeline.schedule(random.between(least, most), actOnce);
	};

	timeline.schedule(random.between(least, most), actOnce);
}
