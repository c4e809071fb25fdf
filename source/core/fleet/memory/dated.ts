import type {ConnectionState} from '../../instance/instance.js';
import {isCloseSlack, type Lasted, type Since} from '../seen/since.js';
import type {Transition} from '../transitions.js';
import type {RememberedChange, Watch} from './remembered.js';

/**
A change from one state to another, as the program would have told it. `former` is the beginning of the state before, where it is known
closer.
*/
export function transitionOf(
	{key, name}: Pick<Transition, 'key' | 'name'>,
	{at, slack, was, became, lasted, formerSlack}: RememberedChange & {readonly was: ConnectionState; readonly became: ConnectionState},
	{watches, former}: {readonly watches: readonly Watch[]; readonly former?: Since | undefined},
): Transition {
	const period = {state: was, since: former ?? sinceOf(at - lasted, formerSlack, watches), to: at - (slack ?? 0)};
	const began = sinceOf(at, slack, watches);
	return {
		key, name, at, isExact: began.isExact, era: 0, to: became, former: period, lasted: lastedOf(period, began, watches),
	};
}

/** How long a state lasted that is over. Where that is not exact, it reaches to the last look that had it. */
export function lastedOf({since, to}: Pick<Transition['former'], 'since' | 'to'>, ended: Since, watches: readonly Watch[]): Lasted {
	const isUnbroken = watches.some(({began, seen}) => began <= since.at && to <= seen);
	return isUnbroken && since.isExact && ended.isExact
		? {milliseconds: ended.at - since.at, bound: 'exact'}
		: {milliseconds: Math.max(0, to - since.at), bound: isUnbroken ? 'at-least' : 'approximate'};
}

/** A beginning as it was recorded. How close the looks were by then is told by the interval at that time. */
export function sinceOf(at: number, slack: number | undefined, watches: readonly Watch[]): Since {
	return {
		at, slack, isExact: slack !== undefined && isCloseSlack(slack, intervalAt(at, watches)), era: 0,
	};
}

/** The interval of the looks at a time, in milliseconds; 0 where nothing tells it. */
function intervalAt(at: number, watches: readonly Watch[]): number {
	return watches.findLast(({began}) => began <= at)?.every ?? 0;
}
