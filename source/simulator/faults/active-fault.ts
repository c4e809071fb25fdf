import type {Random} from '../instances/random.js';
import type {Exchange, FaultHandler} from './fault.js';
import {faultOf, type FaultId} from './faults.js';

/** Plan of a scenario's faults: for each good answer in turn, a handler that takes its place, or undefined. */
export type FaultPlan = (random: Random) => () => FaultHandler | undefined;

/** Faults of a running server: the one that a test begins and ends, and those of the scenario's plan. */
export type ActiveFault = {
	readonly begin: (id: FaultId) => void;
	readonly end: () => void;
	/** The handler of the next request, whatever the answer would be; undefined where no fault was begun. */
	readonly handler: () => BoundHandler | undefined;
	/** The plan's handler of the next request with a good answer. Each call moves the plan on. */
	readonly plannedHandler: () => BoundHandler | undefined;
};

/** Fault handler to which the index of the request is bound. */
type BoundHandler = (exchange: Omit<Exchange, 'requestIndex'>) => void | Promise<void>;

/** Makes a server's fault state: none has begun, and the plan, if there is one, is at its start. */
export function createActiveFault(plan: FaultPlan | undefined, random: Random): ActiveFault {
	const nextPlanned = plan?.(random);
	let active: FaultHandler | undefined;
	let handledCount = 0;

	const bind = (handle: FaultHandler | undefined): BoundHandler | undefined => {
		if (handle === undefined) {
			return undefined;
		}

		const requestIndex = handledCount;
		handledCount += 1;
		return async exchange => handle({...exchange, requestIndex});
	};

	return {
		begin(id) {
			active = faultOf(id).handle;
			handledCount = 0;
		},
		end() {
			active = undefined;
		},
		handler: () => bind(active),
		plannedHandler: () => bind(nextPlanned?.()),
	};
}
