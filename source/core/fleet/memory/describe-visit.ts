import type {ClockTime} from '../../text/clock-time.js';
import type {AccountId, InstanceKey} from '../../instance/instance.js';
import type {Fleet} from '../fleet.js';
import type {Tracked} from '../tracked.js';
import type {FromMemory} from './remember-account.js';

/** What is told of a visit to an account. */
type Visited = Pick<FromMemory, 'account' | 'visitedAt' | 'falls'>;

/**
Tells what fell since a monitor was last looked at: `since your visit Tue 18:40: 3 outages began, 2 go on; e shows them`. What is down for
longer is no part of it. `fleet` is that after the
first answers of these accounts, whose own changes count as well. `undefined` where nothing was seen to fall, or nobody ever looked.
*/
export function describeVisit(recalled: readonly Visited[], {inventory, log}: Fleet, {time, now, key: shownBy, alone}: {
	readonly time: ClockTime;
	readonly now: number;
	/** The key that opens the events; `undefined` where none does. */
	readonly key: string | undefined;
	/** The account whose instances alone are shown, if any: what fell in others, which the events do not show either, is not told. */
	readonly alone?: AccountId | undefined;
}): string | undefined {
	const visited = recalled.filter(({visitedAt, account}) => visitedAt !== undefined && (alone === undefined || account === alone));
	const visitedAt = Math.min(...visited.map(({visitedAt: at = Infinity}) => at));
	const accounts = new Set(visited.map(({account}) => account));
	const counts = new Map<InstanceKey, number>(visited.flatMap(({falls}) => [...falls]));
	for (const event of log.events) {
		if (!(event.id > 0 && accounts.has(event.account) && event.kind === 'instance' && event.happening.kind === 'changed')) {
			continue;
		}

		const {key, former, to} = event.happening.transition;
		if (former.state.kind === 'connected' && to.kind !== 'connected') {
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}

	const outages = counts.values().reduce((sum, count) => sum + count, 0);
	const down = counts.keys().filter(key => isDown(inventory.tracked.get(key))).toArray().length;
	return outages === 0
		? undefined
		: `since your visit ${time.spoken(visitedAt, now)}: ${outages} ${outages === 1 ? 'outage' : 'outages'} began, `
			+ `${down === 0 ? 'none' : down} ${down > 1 ? 'go' : 'goes'} on${shownBy === undefined ? '' : `; ${shownBy} shows them`}`;
}

function isDown(tracked: Tracked | undefined): boolean {
	return tracked !== undefined && tracked.gone === undefined && tracked.instance.state.kind !== 'connected';
}
