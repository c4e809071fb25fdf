import {createStore, type StoreApi} from 'zustand/vanilla';
import type {Fleet} from '../../core/fleet/fleet.js';
import {initialView, type ViewState} from '../../core/view/view-state.js';

/** All facts that the monitor holds. Values that can be computed from them are in `selectors.ts`. */
export type State = {
	readonly fleet: Fleet;
	readonly view: ViewState;
	/** Milliseconds between two polls. */
	readonly interval: number;
	readonly startedAt: number;
};

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
		interval,
		startedAt,
	}));
}
