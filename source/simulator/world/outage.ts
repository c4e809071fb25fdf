import {takeSteps, type Stage} from './behaviours.js';

/** How long all is well at first: long enough to see the healthy fleet. */
const calmSeconds = 8;

/** Over how long the fall is spread: together, but not in one poll. */
const fallSeconds = 12;

const downSeconds = 90;
const healSeconds = 60;

/** From one outage to the next; long enough that nobody takes an outage for flapping. */
const periodSeconds = 900;

/** The part of the fleet that falls. */
const share = 0.77;

/** Most of the fleet falls together, stays down, and heals one by one; the first to fall is logged out and takes minutes longer. Then all of it again. */
export function simulateOutage({fleet, timeline, random}: Stage): void {
	const own = random.fork('outage');
	const fall = () => {
		const names = fleet.names();
		const fallen = own.shuffle(names).slice(0, Math.round(names.length * share));
		for (const [index, name] of fallen.entries()) {
			const order = index / fallen.length;
			const healAfter = (downSeconds - (order * fallSeconds)) + (order * healSeconds);
			const down = index === 0 ? {state: 'loggedout', seconds: 5 * downSeconds} : {state: 'disconnected', seconds: healAfter};
			timeline.plan(order * fallSeconds, () => {
				takeSteps({fleet, timeline}, name, [down, {state: 'connecting', seconds: own.between(2, 6)}]);
			});
		}

		timeline.plan(periodSeconds, fall);
	};

	timeline.plan(calmSeconds, fall);
}
