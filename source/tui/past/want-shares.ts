import type {Filter} from '../../core/filter/parse.js';
import {requiresShares, requiresStrips} from '../../core/view/requires-shares.js';
import type {Watcher} from '../../polling/watcher.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State, Store} from '../store/store.js';

/** What of the memory the screen needs now. */
export type ShareWish = {readonly areSharesWanted: () => boolean; readonly areStripsWanted: () => boolean};

/**
Makes the functions that tell whether a column for which there is room, the sort or a filter needs the shares of the instances, and whether
one draws their strips. `viewFilters` are those of the saved views, whose matches an open menu counts.
*/
export function createShareWish(store: Store, selectors: Selectors, width: () => number, viewFilters: readonly Filter[] = []): ShareWish {
	const columnsOf = (state: State) => selectors.fittedAtMost(state, width());
	return {
		areSharesWanted() {
			const state = store.getState();
			const filters = [selectors.filter(state), selectors.eventFilter(state), ...state.view.menu === undefined ? [] : viewFilters];
			return requiresShares({columns: columnsOf(state), sort: state.view.sort, filters});
		},
		areStripsWanted: () => requiresStrips(columnsOf(store.getState())),
	};
}

/** Has the shares looked up as soon as they are wanted, such as by a filter that is typed. */
export function lookUpWanted(store: Store, watcher: Pick<Watcher, 'lookUpShares'>): void {
	store.subscribe((state, previous) => {
		if (state.view !== previous.view) {
			watcher.lookUpShares();
		}
	});
}
