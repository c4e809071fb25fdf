import type {WatchMemory} from '../polling/watch-memory.js';
import type {Actions} from './store/actions.js';
import type {Selectors} from './store/selectors.js';
import type {Store} from './store/store.js';

export type PastPorts = {
	readonly store: Store;
	readonly actions: Actions;
	readonly selectors: Selectors;
	readonly now: () => number;
	readonly memory: () => WatchMemory | undefined;
};

/** How far back the detail tells, in milliseconds. */
const toldFor = 30 * 24 * 60 * 60_000;

/** Looks up what is remembered of an instance when the detail comes to it, which takes a fraction of a millisecond for each change. */
export function recallPasts({store, actions, selectors, now, memory}: PastPorts): void {
	store.subscribe(state => {
		const {view: {isPaneOpen}, past} = state;
		const tracked = isPaneOpen ? selectors.selected(state)?.tracked : undefined;
		if (tracked !== undefined && !tracked.instance.isRemembered && tracked.instance.key !== past?.key) {
			actions.pastRecalled(tracked.instance.key, memory()?.pastOf(tracked, now() - toldFor) ?? []);
		}
	});
}
