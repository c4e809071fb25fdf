import type {Clock} from '../../polling/ports.js';
import type {PastLookUp} from '../components/session.js';
import {createFleetPast} from './recall-fleet.js';
import {recallHour} from './recall-hour.js';
import {createOlder} from './recall-older.js';
import {recallPasts, type PastPorts} from './recall-past.js';

export type RecallPorts = PastPorts & {readonly clock: Pick<Clock, 'elapsed' | 'sleep'>};

/** What the views look up, and what is looked up after each poll that ended at `at`. */
export type Recall = {
	readonly past: PastLookUp;
	readonly hourPolled: (at: number) => void;
};

/** While its buckets stay, the past of the fleet is looked up so often for a view, in milliseconds. */
const lookUpEvery = 60_000;

/** Makes what looks up in the memory, for the screen. */
export function createRecall({clock, ...ports}: RecallPorts): Recall {
	const {actions, signal} = ports;
	const waiting = {
		...ports, elapsed: clock.elapsed, pause: async (milliseconds: number) => clock.sleep(milliseconds, signal),
	};
	return {
		past: {
			recallOlder: createOlder(ports),
			recallPasts: recallPasts(ports),
			recallFleet: createFleetPast({...waiting, recalled: actions.fleetPastRecalled, lookUpEvery}),
		},
		hourPolled: recallHour(waiting),
	};
}
