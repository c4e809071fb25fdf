import {createAcknowledgeActions} from './acknowledge-actions.js';
import type {Selectors} from './selectors/selectors.js';
import {createFilterActions} from './filter-actions.js';
import {createPointerActions} from './pointer-actions.js';
import {createPollActions} from './poll-actions.js';
import type {Store} from './store.js';
import {createViewActions} from './view-actions.js';

/** The functions that change the store. The present time is an argument wherever one needs it. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(store: Store, selectors: Selectors) {
	return {
		...createPointerActions(store, selectors),
		...createPollActions(store, selectors),
		...createViewActions(store, selectors),
		...createAcknowledgeActions(store, selectors),
		...createFilterActions(store),
	};
}
