import {takeSteps, type BehaviourContext} from './behaviours.js';

/** Seconds before the first outage, long enough to see the healthy fleet. */
const calmSeconds = 8;

/** Seconds over which the falls are spread, so that they do not all come with one poll. */
const fallSeconds = 12;

/** Seconds from the first fall to the first recovery. */
const downSeconds = 90;

/** Seconds over which the recoveries are spread. */
const recoverySeconds = 60;

/** Seconds from one outage to the next, long enough that the outages do not count as flapping. */
const periodSeconds = 900;

/** Part of the fleet that loses its connection. */
const share = 0.77;

/**
Simulates outages that repeat: most of the fleet is disconnected together, stays down, and recovers one by one.
The first instance to fall is logged out instead, and recovers minutes later than the others.
*/
export function simulateOutage({fleet, timeline, random}: BehaviourContext): void {
	const own = random.fork('outage');
	const fall = () => {
		const names = fleet.names();
		const fallen = own.shuffle(names).slice(0, Math.round(names.length * share));
		for (const [index, name] of fallen.entries()) {
			const order = index / fallen.length;
			const recoverAfter = (downSeconds - (order * fallSeconds)) + (order * recoverySeconds);
			const down = index === 0
				? {state: 'loggedout', seconds: 5 * downSeconds}
				: {state: 'disconnected', seconds: recoverAfter};
			timeline.schedule(order * fallSeconds, () => {
				takeSteps({fleet, timeline}, name, [down, {state: 'connecting', seconds: own.between(2, 6)}]);
			});
		}

		timeline.schedule(periodSeconds, fall);
	};

	timeline.schedule(calmSeconds, fall);
}
