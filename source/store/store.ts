import {createStore, type StoreApi} from 'zustand/vanilla';
import {newFeed, type Feed} from '../core/feed.js';
import type {AccountId} from '../core/instance.js';
import {emptyInventory, type Inventory} from '../core/inventory.js';
import type {SafeText} from '../core/text.js';
import {freshView, type ViewState} from '../core/view-state.js';

/** All facts the monitor knows. Whatever can be computed from them is in `derived.ts`. */
export type State = {
	readonly inventory: Inventory;
	readonly feeds: ReadonlyMap<AccountId, Feed>;
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
};

/** A store with nothing polled yet. */
export function createMonitorStore({accounts, interval, startedAt}: StoreOptions): Store {
	return createStore<State>(() => ({
		inventory: emptyInventory,
		feeds: new Map(accounts.map(({id, host}) => [id, newFeed(id, host)])),
		view: freshView,
		interval,
		startedAt,
	}));
}
