import type {InstanceKey} from '../../core/instance/instance.js';
import type {WatchMemory} from '../../polling/watch-memory.js';
import type {Actions} from '../store/actions.js';
import type {Selectors} from '../store/selectors.js';
import type {Past, Store} from '../store/store.js';

export type PastPorts = {
	readonly store: Store;
	readonly actions: Actions;
	readonly selectors: Selectors;
	readonly now: () => number;
	readonly memory: () => WatchMemory | undefined;
};

/** How far back the detail tells, in milliseconds. */
const toldFor = 30 * 24 * 60 * 60_000;

/**
Looks up what is remembered of an instance when the detail comes to it. Gives the function that does so for the instances in sight. Each
change takes a fraction of a millisecond.
*/
export function recallPasts({store, actions, selectors, now, memory}: PastPorts): (keys: readonly InstanceKey[], from: number) => void {
	const recall = (keys: readonly InstanceKey[], from: number) => {
		const {fleet: {inventory}, pasts} = store.getState();
		const found = new Map<InstanceKey, Past>();
		for (const key of keys) {
			const tracked = inventory.tracked.get(key);
			if (tracked !== undefined && !tracked.instance.isRemembered && !((pasts.get(key)?.from ?? Infinity) <= from)) {
				found.set(key, {from, older: memory()?.pastOf(tracked, from) ?? []});
			}
		}

		if (found.size > 0) {
			actions.pastsRecalled(found);
		}
	};

	store.subscribe(state => {
		const tracked = state.view.isPaneOpen ? selectors.selected(state)?.tracked : undefined;
		if (tracked !== undefined) {
			recall([tracked.instance.key], now() - toldFor);
		}
	});
	return recall;
}
