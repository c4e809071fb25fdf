import {keyOf, partsOf} from './uid.js';
import type {Remembered, RememberedChange, RememberedInstance, Watch} from './remembered.js';
import {rememberedInstance} from '../../instance/remembered-instance.js';
import type {AccountId, ConnectionState, InstanceKey} from '../../instance/instance.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';
import {addTransition, emptyHistory, type PackedHistory} from '../packed-history.js';
import {holeLimit, type Coverage, type Look, type Run} from '../seen/coverage.js';
import type {Unseen} from '../seen/own-coverage.js';
import {isCloseSlack, type Lasted, type Since} from '../seen/since.js';
import type {Tracked} from '../tracked.js';
import {isSameState, type Transition} from '../transitions.js';

/** What was seen of an account before this start, in the form in which the program goes on with it. */
export type FromMemory = {
	readonly coverage: Coverage;
	readonly tracked: ReadonlyMap<InstanceKey, Tracked>;
	/** The instances whose present state a person has acknowledged, each with the time at which that began. */
	readonly acknowledged: ReadonlyMap<InstanceKey, number>;
};

/** Number of instances in a slice: so many are made within a few milliseconds. */
const perSlice = 500;

/**
Makes of what is remembered of an account what the program would know if it had seen it itself. `now` is the present by both clocks. All
times are of one era: what was recorded while the clock was wrong was cut to it by whoever recorded it.

@yields Nothing.
@returns `undefined` where nobody ever watched.
*/
export function * rememberAccount(account: AccountId, {watches, instances}: Remembered, now: Pick<Look, 'at' | 'elapsed'>): Slices<FromMemory | undefined> {
	const coverage = coverageOf(watches, now);
	if (coverage === undefined) {
		return undefined;
	}

	const tracked = new Map<InstanceKey, Tracked>();
	const acknowledged = new Map<InstanceKey, number>();
	yield * takeInSlices(instances, perSlice, remembered => {
		const key = keyOf(account, remembered.uid);
		tracked.set(key, trackedOf(account, key, remembered, watches));
		if (remembered.acknowledgedAt !== undefined && remembered.acknowledgedAt >= remembered.since) {
			acknowledged.set(key, remembered.since);
		}
	});
	return {coverage, tracked, acknowledged};
}

/** The times in which the account was watched. The monotonic clock of this start did not run in them: it is dated back by the wall clock. */
function coverageOf(watches: readonly Watch[], now: Pick<Look, 'at' | 'elapsed'>): Coverage | undefined {
	const runs = joinWatches(watches, now.at);
	const run = runs.at(-1);
	return run && {
		era: 0, past: runs.slice(0, -1), run, at: run.to, elapsed: now.elapsed - (now.at - run.to),
	};
}

/** Joins times of watching without a hole between them, oldest first. None is of the future. */
function joinWatches(watches: readonly Watch[], now: number): readonly Run[] {
	const runs: Run[] = [];
	for (const {began, seen, every} of watches.toSorted((one, other) => one.began - other.began)) {
		const last = runs.at(-1);
		const [from, to] = [Math.min(began, now), Math.min(seen, now)];
		if (last !== undefined && from - last.to <= holeLimit(every)) {
			runs[runs.length - 1] = {from: last.from, to: Math.max(last.to, to)};
		} else {
			runs.push({from, to});
		}
	}

	return runs;
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
The changes from one state to another, since the instance was last missing from the list, or since the last change that is not remembered: each
begins where the one before ends.
*/
function historyOf({key, name}: Pick<Transition, 'key' | 'name'>, changes: readonly RememberedChange[], watches: readonly Watch[]): PackedHistory {
	let history = emptyHistory;
	let before: {readonly since: Since; readonly state: ConnectionState} | undefined;
	for (const {at, slack, was, became, lasted, formerSlack} of changes) {
		if (was === undefined || became === undefined) {
			history = emptyHistory;
			before = undefined;
			continue;
		}

		const isNext = before !== undefined && isSameState(before.state, was) && before.since.at <= at;
		const former = isNext && before !== undefined ? before.since : sinceOf(at - lasted, formerSlack, watches);
		const period = {state: was, since: former, to: at - (slack ?? 0)};
		const began = sinceOf(at, slack, watches);
		history = addTransition(isNext ? history : emptyHistory, {
			key, name, at, isExact: began.isExact, era: 0, to: became, former: period, lasted: lastedOf(period, began, watches),
		});
		before = {since: began, state: became};
	}

	return history;
}

/** How long a state lasted that is over. Where that is not exact, it reaches to the last look that had it, as for what the program sees itself. */
function lastedOf({since, to}: Transition['former'], ended: Since, watches: readonly Watch[]): Lasted {
	const isUnbroken = watches.some(({began, seen}) => began <= since.at && to <= seen);
	return isUnbroken && since.isExact && ended.isExact
		? {milliseconds: ended.at - since.at, bound: 'exact'}
		: {milliseconds: Math.max(0, to - since.at), bound: isUnbroken ? 'at-least' : 'approximate'};
}

/** The times in which the list did not have the instance. */
function unseenOf(changes: readonly RememberedChange[]): Unseen['unseen'] {
	return changes.flatMap(({at, was, became, lasted}) => was === undefined && became !== undefined && lasted > 0
		? [{from: at - lasted, to: at, era: 0}]
		: []);
}

/** A beginning as it was recorded. How close the looks were by then is told by the interval at that time. */
function sinceOf(at: number, slack: number | undefined, watches: readonly Watch[]): Since {
	return {
		at, slack, isExact: slack !== undefined && isCloseSlack(slack, intervalAt(at, watches)), era: 0,
	};
}

/** The interval of the looks at a time, in milliseconds; 0 where nothing tells it. */
function intervalAt(at: number, watches: readonly Watch[]): number {
	return watches.findLast(({began}) => began <= at)?.every ?? 0;
}
