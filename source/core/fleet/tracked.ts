import type {Instance} from '../instance/instance.js';
import {findOddities} from '../instance/oddities.js';
import {isSameWire} from '../json/wire.js';
import {
	addLook,
	eraStart,
	holeLimit,
	lastLook,
	type Coverage,
	type Look,
} from './seen/coverage.js';
import {ownCoverage, type Sighting, type Unseen} from './seen/own-coverage.js';
import {
	beganAt,
	isCloseSlack,
	lastedUntil,
	type Since,
} from './seen/since.js';
import {addTransition, emptyHistory, type PackedHistory} from './packed-history.js';
import {isSameState, type Transition} from './transitions.js';

/**
An instance, and what the program itself has seen of it over the polls. `history` holds its transitions;
`odd` holds its present oddities by their id, each with the time it began.
*/
export type Tracked = Unseen & {
	readonly instance: Instance;
	readonly since: Since;
	readonly appeared: Since;
	readonly history: PackedHistory;
	readonly odd: ReadonlyMap<string, Since>;
	/** Time at which it was found missing from the list, if it was. Its row stays for a minute, so that a person can see that it vanished. */
	readonly gone: number | undefined;
	/** The beginning of its absence, with what it takes to tell for how long it was gone. */
	readonly goneSince: Since | undefined;
};

/** Most of the times in which an instance was not seen that are kept; older ones are dropped. */
const mostUnseen = 200;

/**
One look at an account, with its coverage before and after. What it shows for the first time has `unseen` as the beginning of its state,
and `appeared` as its own: one object each for all of them, of which there may be ten thousand.
*/
export type LookContext = {
	readonly look: Look;
	readonly before: Coverage | undefined;
	readonly after: Coverage;
	readonly unseen: Since;
	readonly appeared: Since;
};

/** Makes the context of a look. */
export function lookContext(look: Look, before: Coverage | undefined): LookContext {
	const after = addLook(before, look);
	const {era} = after;
	return {
		look,
		before,
		after,
		unseen: beganAt(look, era, undefined),
		appeared: beganAt(look, era, before?.era === era ? lastLook(before) : undefined),
	};
}

/** Begins to track an instance that its account's list has for the first time, or again. */
export function startTracking(instance: Instance, {unseen: since, appeared}: LookContext): Tracked {
	return {
		instance,
		since,
		appeared,
		history: emptyHistory,
		odd: updateOddities(instance, noOddities, since),
		gone: undefined,
		goneSince: undefined,
		lastSeen: undefined,
		unseen: [],
	};
}

/** Adds what a look shows of an instance. One that did not change keeps its identity. */
export function updateTracked(previous: Tracked, instance: Instance, context: LookContext): Tracked {
	const {look, before, after: {era}} = context;
	const former = previous.instance;
	const lastSeen = lastSeenOf(previous, before);
	const began = beganAt(look, era, lastSeen?.era === era ? lastSeen.at : undefined);
	const unseen = addUnseen(previous, context);
	if (isSameState(former.state, instance.state)) {
		const isListed = previous.gone === undefined && previous.lastSeen === undefined;
		return isListed && (former === instance || isSameWire(former.wire, instance.wire))
			? previous
			: {
				...previous,
				instance,
				odd: updateOddities(instance, previous.odd, began),
				gone: undefined,
				goneSince: undefined,
				lastSeen: undefined,
				unseen,
			};
	}

	return {
		...previous,
		instance,
		since: began,
		history: addTransition(previous.history, transitionOf(previous, instance, context)),
		odd: updateOddities(instance, previous.odd, began),
		gone: undefined,
		goneSince: undefined,
		lastSeen: undefined,
		unseen,
	};
}

/** Keeps an instance as it was last read, where the item of it in an answer could not be read. */
export function leaveUnread(previous: Tracked, {look, before, after: {era}}: LookContext): Tracked {
	const {instance, gone} = previous;
	if (instance.isUnread && gone === undefined) {
		return previous;
	}

	const lastSeen = lastSeenOf(previous, before);
	const unread = {...instance, isUnread: true};
	return {
		...previous,
		instance: unread,
		odd: updateOddities(unread, previous.odd, beganAt(look, era, lastSeen?.era === era ? lastSeen.at : undefined)),
		gone: undefined,
		goneSince: undefined,
		lastSeen,
	};
}

/** The last look that showed an instance, given the coverage of its account before the present look. */
export function lastSeenOf({lastSeen}: Tracked, before: Coverage | undefined): Sighting | undefined {
	return lastSeen ?? (before && {at: lastLook(before), era: before.era});
}

/**
Adds the time in which an instance was not seen, where it was gone or that time is long enough to be a hole. One that was last seen in a
former era was not seen from the beginning of the present one.
*/
function addUnseen({lastSeen, gone, unseen}: Tracked, {look, after}: LookContext): Tracked['unseen'] {
	if (lastSeen === undefined) {
		return unseen;
	}

	const {era} = after;
	const isSameEra = lastSeen.era === era;
	const from = isSameEra ? lastSeen.at : eraStart(after);
	const isHole = gone !== undefined || !isSameEra || look.at - from > holeLimit(look.interval);
	return isHole && from < look.at ? [...unseen.slice(1 - mostUnseen), {from, to: look.at, era}] : unseen;
}

function transitionOf(previous: Tracked, {key, name, state: next}: Instance, {look, before, after}: LookContext): Transition {
	const {instance: {state}, since} = previous;
	const {era} = after;
	const lastSeen = lastSeenOf(previous, before);
	const to = lastSeen?.era === era ? lastSeen.at : look.at;
	return {
		key,
		name,
		at: look.at,
		isExact: lastSeen?.era === era && isCloseSlack(look.at - lastSeen.at, look.interval),
		era,
		to: next,
		former: {state, since, to},
		lasted: lastedUntil(since, {coverage: ownCoverage(previous, before ?? after), lastSeen: lastSeen?.at ?? look.at, look}),
	};
}

/** One map for all instances that have none, which are nearly all. */
const noOddities: Tracked['odd'] = new Map();

/** Finds the present oddities; one that was there before keeps its time. */
function updateOddities(instance: Instance, previous: Tracked['odd'], since: Since): Tracked['odd'] {
	const found = findOddities(instance);
	return found.length === 0 ? noOddities : new Map(found.map(({id}) => [id, previous.get(id) ?? since]));
}
