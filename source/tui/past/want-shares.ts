import {requiresShares} from '../../core/view/requires-shares.js';
import type {Watcher} from '../../polling/watcher.js';
import type {Selectors} from '../store/selectors.js';
import type {Store} from '../store/store.js';

/** Makes the function that tells whether a column for which there is room, the sort or a filter needs the shares of the instances. */
export function createShareWish(store: Store, selectors: Selectors, width: () => number): () => boolean {
	return () => {
		const state = store.getState();
		const columns = selectors.fittedAtMost(state, width());
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
