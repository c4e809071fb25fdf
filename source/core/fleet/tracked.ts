import type {Instance} from '../instance/instance.js';
import {findOddities} from '../instance/oddities.js';
import {isSameWire} from '../json/wire.js';
import {lastLook, type Coverage, type Look} from './coverage.js';
import {
	beganAt,
	isCloseSlack,
	lastedUntil,
	type Since,
} from './since.js';
import {isSameState, longestHistory, type Transition} from './transitions.js';

/**
An instance, and what the program itself has seen of it over the polls. `history` holds its transitions, oldest first;
`odd` holds its present oddities by their id, each with the time it began.
*/
export type Tracked = {
	readonly instance: Instance;
	readonly since: Since;
	readonly appeared: Since;
	readonly history: readonly Transition[];
	readonly odd: ReadonlyMap<string, Since>;
	/** Time at which it was found missing from the list, if it was. Its row stays for a minute, so that a person can see that it vanished. */
	readonly gone: number | undefined;
	/** The beginning of its absence, with what it takes to tell for how long it was gone. */
	readonly goneSince: Since | undefined;
	/** The last look that showed it, where that is not the last look at its account: it is gone, or its item cannot be read. */
	readonly lastSeen: number | undefined;
};

/** One look at an account, with its coverage before and after. */
export type LookContext = {
	readonly look: Look;
	readonly before: Coverage | undefined;
	readonly after: Coverage;
};

/** Time of the last look that showed an instance, given the coverage of its account. No time is counted for it beyond. */
export function lastSeenAt({lastSeen}: Pick<Tracked, 'lastSeen'>, coverage: Coverage): number {
	return lastSeen ?? lastLook(coverage);
}

/** Begins to track an instance that its account's list has for the first time, or again. */
export function startTracking(instance: Instance, {look, before, after: {era}}: LookContext): Tracked {
	const since = beganAt(look, era, undefined);
	return {
		instance,
		since,
		appeared: beganAt(look, era, before?.era === era ? lastLook(before) : undefined),
		history: [],
		odd: updateOddities(instance, new Map(), since),
		gone: undefined,
		goneSince: undefined,
		lastSeen: undefined,
	};
}

/** Adds what a look shows of an instance. One that did not change keeps its identity. */
export function updateTracked(previous: Tracked, instance: Instance, context: LookContext): Tracked {
	const {look, before, after: {era}} = context;
	const former = previous.instance;
	const lastSeen = previous.lastSeen ?? (before && lastLook(before));
	const began = beganAt(look, era, before?.era === era ? lastSeen : undefined);
	if (isSameState(former.state, instance.state)) {
		const isListed = previous.gone === undefined && previous.lastSeen === undefined;
		return isListed && (former === instance || isSameWire(former.wire, instance.wire))
			? previous
			: {
				...previous, instance, odd: updateOddities(instance, previous.odd, began), gone: undefined, goneSince: undefined, lastSeen: undefined,
			};
	}

	return {
		...previous,
		instance,
		since: began,
		history: [...previous.history.slice(1 - longestHistory), transitionOf(previous, instance, context)],
		odd: updateOddities(instance, previous.odd, began),
		gone: undefined,
		goneSince: undefined,
		lastSeen: undefined,
	};
}

function transitionOf(previous: Tracked, {key, name, state: to}: Instance, {look, before, after}: LookContext): Transition {
	const {instance: {state}, since} = previous;
	const lastSeen = previous.lastSeen ?? (before === undefined ? look.at : lastLook(before));
	return {
		key,
		name,
		at: look.at,
		isExact: before?.era === after.era && isCloseSlack(look.at - lastSeen, look.interval),
		era: after.era,
		to,
		former: {state, since, to: lastSeen},
		lasted: lastedUntil(since, {coverage: before ?? after, lastSeen, look}),
	};
}

/** Finds the present oddities; one that was there before keeps its time. */
function updateOddities(instance: Instance, previous: ReadonlyMap<string, Since>, since: Since): ReadonlyMap<string, Since> {
	return new Map(findOddities(instance).map(({id}) => [id, previous.get(id) ?? since]));
}
