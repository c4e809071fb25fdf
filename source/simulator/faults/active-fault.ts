import type {Random} from '../instances/random.js';
import type {Exchange, FaultHandler} from './fault.js';
import {faultOf, type FaultId} from './faults.js';

/** What befalls the good answers of a scenario, from the first on: nothing, or something instead of the answer. */
export type FaultPlan = (random: Random) => () => FaultHandler | undefined;

/** What a server suffers from now. */
export type ActiveFault = {
	readonly suffer: (id: FaultId) => void;
	readonly heal: () => void;
	/** What is done to a request instead of answering it, whatever the answer would be. */
	readonly fault: () => Bound | undefined;
	/** What is done to a request whose answer would be good. */
	readonly mishap: () => Bound | undefined;
};

type Bound = (exchange: Omit<Exchange, 'met'>) => void | Promise<void>;

/** A server that is well, but for the mishaps of its scenario. */
export function createActiveFault(mishaps: FaultPlan | undefined, random: Random): ActiveFault {
	const nextMishap = mishaps?.(random);
	let strike: FaultHandler | undefined;
	let met = 0;

	const bind = (chosen: FaultHandler | undefined): Bound | undefined => {
		if (chosen === undefined) {
			return undefined;
		}

		const order = met;
		met += 1;
		return async exchange => chosen({...exchange, met: order});
	};

	return {
		suffer(id) {
			({strike} = faultOf(id));
			met = 0;
		},
		heal() {
			strike = undefined;
		},
		fault: () => bind(strike),
		mishap: () => bind(nextMishap?.()),
	};
}
