import {rememberedInstance} from '../../instance/remembered-instance.js';
import type {AccountId, ConnectionState, InstanceKey} from '../../instance/instance.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';
import type {MonitorEvent} from '../events.js';
import {noMass, type MassEvent, type MassState} from '../mass-event.js';
import {rememberedFall, type KnownFall} from '../past/known-fall.js';
import {addTransition, emptyHistory, type PackedHistory} from '../packed-history.js';
import {
	runsOf,
	type Coverage,
	type Look,
} from '../seen/coverage.js';
import type {Unseen} from '../seen/own-coverage.js';
import type {Since} from '../seen/since.js';
import type {Tracked} from '../tracked.js';
import {isSameState, type Transition} from '../transitions.js';
import {sinceOf, transitionOf} from './dated.js';
import {joinWatches} from './join-watches.js';
import {pastEvents} from './past-events.js';
import type {
	EventCursor,
	Remembered,
	RememberedChange,
	RememberedInstance,
	RememberedOddity,
	Watch,
} from './remembered.js';
import {keyOf, partsOf} from './uid.js';

/** What was seen of an account before this start, in the form in which the program goes on with it. */
export type FromMemory = {
	readonly account: AccountId;
	readonly coverage: Coverage;
	readonly tracked: ReadonlyMap<InstanceKey, Tracked>;
	/** The instances whose present state a person has acknowledged, each with the time at which that began. */
	readonly acknowledged: ReadonlyMap<InstanceKey, number>;
	/** What happened last, newest first; their ids are up to 0. */
	readonly events: readonly MonitorEvent[];
	/** The mass events of their time. */
	readonly massEvents: readonly KnownFall[];
	/** Where the events before those are; `undefined` where nothing older is kept. */
	readonly older: EventCursor | undefined;
	/** The fall of many instances that goes on. */
	readonly mass: MassState;
	/** When a monitor was last looked at; `undefined` where none ever was. */
	readonly visitedAt: number | undefined;
	/** How often each instance was seen to leave `connected` since then. */
	readonly falls: ReadonlyMap<InstanceKey, number>;
};

/** Number of instances in a slice: so many are made within a few milliseconds. */
const perSlice = 500;

/**
Makes of what is remembered of an account what the program would know if it had seen it itself. `now` is the present by both clocks. All
times are of one era: what was recorded while the clock was wrong was cut to it by whoever recorded it.

@yields Nothing.
@returns `undefined` where nobody ever watched.
*/
export function * rememberAccount(
	account: AccountId,
	remembered: Remembered,
	now: Pick<Look, 'at' | 'elapsed'>,
): Slices<FromMemory | undefined> {
	const {watches, instances, oddities, page, visitedAt, falls} = remembered;
	const coverage = coverageOf(watches, now);
	if (coverage === undefined) {
		return undefined;
	}

	const odd = Map.groupBy(oddities, ({uid}) => uid);
	const tracked = new Map<InstanceKey, Tracked>();
	const acknowledged = new Map<InstanceKey, number>();
	yield * takeInSlices(instances, perSlice, each => {
		const key = keyOf(account, each.uid);
		tracked.set(key, {...trackedOf(account, key, each, watches), odd: oddOf(odd.get(each.uid) ?? [], watches)});
		if (isAcknowledged(each)) {
			acknowledged.set(key, each.since);
		}
	});
	return {
		account,
		coverage,
		tracked,
		acknowledged,
		events: pastEvents(account, page, {
			watches, runs: runsOf(coverage), to: Infinity, firstId: 0,
		}),
		massEvents: page.falls.map(fall => rememberedFall(account, fall)),
		older: page.older,
		mass: {...noMass, coverage, event: massOf(account, remembered)},
		visitedAt,
		falls: new Map(falls.entries().map(([uid, count]) => [keyOf(account, uid), count])),
	};
}

/** Whether the acknowledged state is the present one: it was first seen, by any watcher, after the last look at the state before. */
function isAcknowledged({acknowledgedSince, since, slack}: RememberedInstance): boolean {
	return acknowledgedSince !== undefined && (acknowledgedSince >= since || acknowledgedSince > since - (slack ?? 0));
}

function oddOf(oddities: readonly RememberedOddity[], watches: readonly Watch[]): Tracked['odd'] {
	return new Map(oddities.map(({what, began, slack}) => [what, sinceOf(began, slack, watches)]));
}

/** The last fall of many instances, unless it is over: those that left `connected` in it, as far as their changes are at hand. */
function massOf(account: AccountId, {lastFall, instances}: Pick<Remembered, 'lastFall' | 'instances'>): MassEvent | undefined {
	if (lastFall === undefined || lastFall.ended !== undefined) {
		return undefined;
	}

	const {began, until, listed} = lastFall;
	const fell = instances.filter(({changes}) => changes.some(({at, was, became}) =>
		at > began && at <= until && was?.kind === 'connected' && became !== undefined && became.kind !== 'connected'));
	return fell.length === 0
		? undefined
		: {
			from: began, until, fallen: new Set(fell.map(({uid}) => keyOf(account, uid))), of: listed,
		};
}

/** The times in which the account was watched. The monotonic clock, which did not run in them, is dated back by the wall clock. */
function coverageOf(watches: readonly Watch[], now: Pick<Look, 'at' | 'elapsed'>): Coverage | undefined {
	const runs = joinWatches(watches, now.at);
	const run = runs.at(-1);
	return run && {
		era: 0, past: runs.slice(0, -1), run, at: run.to, elapsed: now.elapsed - (now.at - run.to),
	};
}

function trackedOf(account: AccountId, key: InstanceKey, remembered: RememberedInstance, watches: readonly Watch[]): Tracked {
	const {uid, name, state, since, slack, appeared, appearedSlack, changes} = remembered;
	const instance = rememberedInstance({
		account, key, id: partsOf(uid).id, name, state,
	});
	// It may have been in the state before the list had it.
	const began = sinceOf(since, since === appeared ? undefined : slack, watches);
	return {
		instance,
		since: began,
		appeared: sinceOf(appeared, appearedSlack, watches),
		history: historyOf(instance, changes, watches),
		odd: new Map(),
		gone: undefined,
		goneSince: undefined,
		lastSeen: undefined,
		unseen: unseenOf(changes),
	};
}

/**
The changes from one state to another, since the instance was last missing from the list, or since the last change that is not remembered:
each begins where the one before ends.
*/
function historyOf(
	{key, name}: Pick<Transition, 'key' | 'name'>,
	changes: readonly RememberedChange[],
	watches: readonly Watch[],
): PackedHistory {
	let history = emptyHistory;
	let before: {readonly since: Since; readonly state: ConnectionState} | undefined;
	for (const {at, slack, was, became, lasted, formerSlack} of changes) {
		if (was === undefined || became === undefined) {
			history = emptyHistory;
			before = undefined;
			continue;
		}

		const isNext = before !== undefined && isSameState(before.state, was) && before.since.at <= at;
		const transition = transitionOf({key, name}, {
			at, slack, was, became, lasted, formerSlack,
		}, {watches, former: isNext ? before?.since : undefined});
		history = addTransition(isNext ? history : emptyHistory, transition);
		before = {since: sinceOf(at, slack, watches), state: became};
	}

	return history;
}

/** The times in which the list did not have the instance. */
function unseenOf(changes: readonly RememberedChange[]): Unseen['unseen'] {
	return changes.flatMap(({at, was, became, lasted}) => was === undefined && became !== undefined && lasted > 0
		? [{from: at - lasted, to: at, era: 0}]
		: []);
}
