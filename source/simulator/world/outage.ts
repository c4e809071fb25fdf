import type {InstanceFactory, SimulatedInstance} from '../instances/factory.js';
import {generateProxy} from '../instances/integrations.js';
import type {Random} from '../instances/random.js';
import {restartingServer, type ServerPlan} from './server-plan.js';
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

/** Part of the fleet that loses its connection: that which goes through one proxy. */
const share = 0.77;
const failingProxy = 'br1.example.net';

/** In each outage the server reports trouble for a while, until somebody restarts it. */
export const outageServer: ServerPlan = restartingServer(calmSeconds, periodSeconds);

/** Generates a healthy fleet, most of which goes through one proxy, and the others through none or another. */
export function populateBehindProxy(count: number, factory: InstanceFactory, random: Random): readonly SimulatedInstance[] {
	const places = random.fork('places').shuffle(Array.from({length: count}, (_, index) => index));
	const behind = new Set(places.slice(0, Math.round(count * share)));
	return Array.from({length: count}, (_, index) => {
		const created = factory.create();
		const proxy = {...generateProxy(random.fork(`proxy ${index}`)), host: failingProxy};
		return behind.has(index) ? {...created, instance: {...created.instance, proxy}} : created;
	});
}

/**
Simulates outages of the proxy that repeat: all that go through it are disconnected together, stay down, and recover one by one.
The first instance to fall is logged out instead, and recovers minutes later than the others.
*/
export function simulateOutage({fleet, timeline, random}: BehaviourContext): void {
	const own = random.fork('outage');
	const fall = () => {
		const fallen = own.shuffle(fleet.names()).filter(name => fleet.find(name)?.proxy?.host === failingProxy);
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
