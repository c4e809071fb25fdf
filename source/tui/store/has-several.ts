import type {State} from './store.js';

/** Whether several accounts are watched together, so that names have to tell the account. */
export function hasSeveral({fleet: {feeds}}: Pick<State, 'fleet'>): boolean {
	return feeds.size > 1;
}
