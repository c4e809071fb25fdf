import type {State} from './store.js';

/** Whether several accounts are watched together, so that names have to tell the account. */
export function hasSeveral({fleet: {feeds}}: Pick<State, 'fleet'>): boolean {
	return feeds.size > 1;
}

/** Whether those of several accounts are in sight together. Where one is shown alone the header names it, and lines need not. */
export function areSeveralShown(state: Pick<State, 'fleet' | 'view'>): boolean {
	return hasSeveral(state) && state.view.filter.account === undefined;
}
