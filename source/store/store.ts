import {createStore, type StoreApi} from 'zustand/vanilla';
import {emptyLog, type EventLog} from '../core/events.js';
import {newFeed, type Feed} from '../core/feed.js';
import type {AccountId} from '../core/instance.js';
import {emptyInventory, type Inventory} from '../core/inventory.js';
import type {SafeText} from '../core/text.js';
import {noMass, type MassState} from '../core/mass-event.js';
import {freshView, type ViewState} from '../core/view-state.js';

/** All facts the monitor knows. Whatever can be computed from them is in `derived.ts`. */
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
	/** What the view begins with, where it is not the usual. */
	readonly view?: Partial<ViewState>;
};

/** A store with nothing polled yet. */
export function createMonitorStore({
	accounts, interval, startedAt, view,
}: StoreOptions): Store {
	return createStore<State>(() => ({
		inventory: emptyInventory,
		feeds: new Map(accounts.map(({id, host}) => [id, newFeed(id, host)])),
		log: emptyLog,
		mass: noMass,
		view: {...freshView, ...view},
		interval,
		startedAt,
	}));
}
