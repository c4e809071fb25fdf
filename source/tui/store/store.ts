import {createStore, type StoreApi} from 'zustand/vanilla';
import type {Fleet} from '../../core/fleet/fleet.js';
import type {Transition} from '../../core/fleet/transitions.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
import type {EventCursor} from '../../core/fleet/memory/remembered.js';
import type {AccountId, InstanceKey} from '../../core/instance/instance.js';
import {initialView, type ViewState} from '../../core/view/view-state.js';

/** All facts that the monitor holds. Values that can be computed from them are in `selectors.ts`. */
export type State = {
	readonly fleet: Fleet;
	readonly view: ViewState;
	/** What is remembered of the instance that the detail shows, or showed last. */
	readonly past: {readonly key: InstanceKey; readonly older: readonly Transition[]} | undefined;
	/** What happened before the events of the fleet's log, newest first, as far as it was looked up, and where there is more. */
	readonly older: {readonly events: readonly MonitorEvent[]; readonly cursors: ReadonlyMap<AccountId, EventCursor>};
	/** Milliseconds between two polls. */
	readonly interval: number;
	readonly startedAt: number;
};

/** Nothing is known of what happened before the events of the log. */
const nothingOlder: State['older'] = {events: [], cursors: new Map()};

export type Store = StoreApi<State>;

export type StoreOptions = {
	/** The fleet before the first poll. */
	readonly fleet: Fleet;
	readonly interval: number;
	readonly startedAt: number;
	/** Parts of the first view state that differ from `initialView`. */
	readonly view?: Partial<ViewState>;
};

/** Makes the store of the monitor, before the first poll. */
export function createMonitorStore({
	fleet, interval, startedAt, view,
}: StoreOptions): Store {
	return createStore<State>(() => ({
		fleet,
		view: {...initialView, ...view},
		past: undefined,
		older: nothingOlder,
		interval,
		startedAt,
	}));
}
