import {createStore, type StoreApi} from 'zustand/vanilla';
import type {Buckets} from '../../core/view/timeline/timeline-view.js';
import type {DownCount} from '../../core/fleet/past/fleet-strip.js';
import {noHours, type LastHours} from '../../core/fleet/past/last-hour.js';
import type {Fleet} from '../../core/fleet/fleet.js';
import type {KnownFall} from '../../core/fleet/past/known-fall.js';
import type {Transition} from '../../core/fleet/transitions.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
import type {EventCursor} from '../../core/fleet/memory/remembered.js';
import type {AccountId, InstanceKey} from '../../core/instance/instance.js';
import type {Pace} from '../../core/polling/step-intervals.js';
import {initialView, type ViewState} from '../../core/view/view-state.js';

/** All facts that the monitor holds. Values that can be computed from them are in `selectors.ts`. */
export type State = {
	readonly fleet: Fleet;
	readonly view: ViewState;
	/** What is remembered of instances that are, or were, in sight of the detail or of the timeline. */
	readonly pasts: ReadonlyMap<InstanceKey, Past>;
	/** What is remembered of how many were down, in the buckets that the timeline shows, or showed last. */
	readonly fleetPast: FleetPast | undefined;
	/** How many were down in the last hour, as the polls have shown it, and what is remembered of that hour. */
	readonly lastHour: LastHours;
	readonly hourPast: FleetPast | undefined;
	/** What happened before the events of the fleet's log, newest first, as far as it was looked up, and where there is more. */
	readonly older: {
		readonly events: readonly MonitorEvent[];
		readonly falls: readonly KnownFall[];
		readonly cursors: ReadonlyMap<AccountId, EventCursor>;
	};
	/** Milliseconds between two polls of each account: as configured and moved by a person, and in use. */
	readonly pace: Pace<AccountId>;
	readonly intervals: ReadonlyMap<AccountId, number>;
	readonly startedAt: number;
};

/** Changes of an instance since `from`, before those of its own history, oldest first. */
export type Past = {readonly from: number; readonly older: readonly Transition[]};

/** How many instances, of all accounts or of one, were down in each bucket of a window, as it was looked up. */
export type FleetPast = {readonly buckets: Buckets; readonly account?: AccountId | undefined; readonly counts: readonly DownCount[]};

/** Nothing is known of what happened before the events of the log. */
const nothingOlder: State['older'] = {events: [], falls: [], cursors: new Map()};

export type Store = StoreApi<State>;

export type StoreOptions = {
	/** The fleet before the first poll. */
	readonly fleet: Fleet;
	/** The interval of the accounts that have none of their own. */
	readonly interval: number;
	readonly intervals?: ReadonlyMap<AccountId, number>;
	readonly startedAt: number;
	/** Parts of the first view state that differ from `initialView`. */
	readonly view?: Partial<ViewState>;
};

/** Makes the store of the monitor, before the first poll. */
export function createMonitorStore({
	fleet, interval, intervals, startedAt, view,
}: StoreOptions): Store {
	const configured = new Map(fleet.feeds.keys().map(account => [account, intervals?.get(account) ?? interval]));
	return createStore<State>(() => ({
		fleet,
		view: {...initialView, ...view},
		pasts: new Map(),
		fleetPast: undefined,
		lastHour: noHours,
		hourPast: undefined,
		older: nothingOlder,
		pace: {configured, steps: 0},
		intervals: configured,
		startedAt,
	}));
}
