import type {Column} from '../../core/columns/column.js';
import {requiresShares} from '../../core/view/requires-shares.js';
import type {Watcher} from '../../polling/watcher.js';
import type {Selectors} from '../store/selectors.js';
import type {Store} from '../store/store.js';

/** Makes the function that tells whether a column, the sort or a filter of the monitor needs the shares of the instances. */
export function createShareWish(store: Store, selectors: Selectors, columns: readonly Column[]): () => boolean {
	return () => {
		const state = store.getState();
		return requiresShares({columns, sort: state.view.sort, filters: [selectors.filter(state), selectors.eventFilter(state)]});
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
