import {createStore, type StoreApi} from 'zustand/vanilla';
import {emptyLog, type EventLog} from '../../core/fleet/events.js';
import {newFeed, type Feed} from '../../core/polling/feed.js';
import type {AccountId} from '../../core/instance/instance.js';
import {emptyInventory, type Inventory} from '../../core/fleet/inventory.js';
import type {SafeText} from '../../core/text/sanitize.js';
import {noMass, type MassState} from '../../core/fleet/mass-event.js';
import {initialView, type ViewState} from '../../core/view/view-state.js';

/** All facts that the monitor holds. Values that can be computed from them are in `selectors.ts`. */
export type State = {
	readonly inventory: Inventory;
	readonly feeds: ReadonlyMap<AccountId, Feed>;
	readonly log: EventLog;
	readonly mass: MassState;
	readonly view: ViewState;
	/** Milliseconds between two polls. */
	readonly interval: number;
	readonly startedAt: number;
};

export type Store = StoreApi<State>;

export type StoreOptions = {
	readonly accounts: ReadonlyArray<{readonly id: AccountId; readonly host: SafeText}>;
	readonly interval: number;
	readonly startedAt: number;
	/** Parts of the first view state that differ from `initialView`. */
	readonly view?: Partial<ViewState>;
};

/** Makes the store of the monitor, before the first poll. */
export function createMonitorStore({
	accounts, interval, startedAt, view,
}: StoreOptions): Store {
	return createStore<State>(() => ({
		inventory: emptyInventory,
		feeds: new Map(accounts.map(({id, host}) => [id, newFeed(id, host)])),
		log: emptyLog,
		mass: noMass,
		view: {...initialView, ...view},
		interval,
		startedAt,
	}));
}
