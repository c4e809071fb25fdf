import type {Random} from '../instances/random.js';
import type {Fleet} from './fleet.js';
import type {Timeline} from './timeline.js';

/** Where a scenario plays: the fleet, its time and its chance. */
export type Stage = {
	readonly fleet: Fleet;
	readonly timeline: Timeline;
	readonly random: Random;
};

/** Something the fleet does by itself. It is called once, at the start, and plans the rest. */
export type Behaviour = (stage: Stage) => void;

type Step = {readonly state: string; readonly seconds: number};

/** Drifting instances lose their connection once in about so many seconds each, and find it again by themselves. */
export function drift(everySeconds: number): Behaviour {
	return ({fleet, timeline, random}) => {
		for (const name of fleet.names('drifting')) {
			const own = random.fork(`drift ${name}`);
			const live = () => {
				const steps = drawTrouble(own);
				takeSteps({fleet, timeline}, name, steps);
				const whole = steps.reduce((sum, {seconds}) => sum + seconds, 0);
				timeline.plan(whole + own.between(everySeconds * 0.6, everySeconds * 1.4), live);
			};

			timeline.plan(own.between(2, everySeconds), live);
		}
	};
}

/** Flapping instances fall and come back, each time within seconds. */
export function flap({fleet, timeline, random}: Stage): void {
	for (const name of fleet.names('flapping')) {
		const own = random.fork(`flap ${name}`);
		const live = () => {
			const isUp = fleet.find(name)?.connection?.state === 'connected';
			fleet.change(name, {state: isUp ? 'disconnected' : 'connected'});
			timeline.plan(own.between(6, 20), live);
		};

		timeline.plan(own.between(3, 10), live);
	}
}

/** Connected instances type, or go and come back; nothing of it says how well they are. */
export function chatter({fleet, timeline, random}: Stage): void {
	repeat({fleet, timeline, random: random.fork('chatter')}, [3, 9], (name, own) => {
		const {connection, updatedAt} = fleet.find(name) ?? {};
		if (connection?.state === 'connected') {
			fleet.change(name, {presence: own.pick(['available', 'available', 'composing', 'unavailable']), ...(updatedAt !== undefined && {updatedAt})});
		}
	});
}

/** `updatedAt` moves now and then although nothing else does: a trap for those who take it for the time of a change. */
export function touch({fleet, timeline, random}: Stage): void {
	repeat({fleet, timeline, random: random.fork('touch')}, [10, 40], name => {
		fleet.change(name, {});
	});
}

/** Moves an instance through states, each held for its seconds, and to `connected` after the last. */
export function takeSteps({fleet, timeline}: Pick<Stage, 'fleet' | 'timeline'>, name: string, [step, ...rest]: readonly Step[]): void {
	fleet.change(name, {state: step?.state ?? 'connected'});
	if (step) {
		timeline.plan(step.seconds, () => {
			takeSteps({fleet, timeline}, name, rest);
		});
	}
}

function drawTrouble(random: Random): readonly Step[] {
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

/** Does something to one instance after the other, picked by chance, for ever. */
function repeat({fleet, timeline, random}: Stage, [least, most]: readonly [number, number], act: (name: string, random: Random) => void): void {
	const live = () => {
		const names = fleet.names();
		const name = names[random.between(0, names.length - 1)];
		if (name !== undefined) {
			act(name, random);
		}

		timeline.plan(random.between(least, most), live);
	};

	timeline.plan(random.between(least, most), live);
}
