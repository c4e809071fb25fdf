import type {InstanceKey} from '../../core/instance/instance.js';
import type {Slices} from '../../core/polling/slices.js';
import type {WatchMemory} from '../../polling/memory/watch-memory.js';
import {runInSlices} from '../../process/run-in-slices.js';
import type {Actions} from '../store/actions.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {Past, Store} from '../store/store.js';

export type PastPorts = {
	readonly store: Store;
	readonly actions: Actions;
	readonly selectors: Selectors;
	readonly now: () => number;
	readonly memory: () => WatchMemory | undefined;
	readonly signal: AbortSignal;
	readonly fail: (error: unknown) => void;
};

/** How far back the detail tells, in milliseconds. */
const toldFor = 30 * 24 * 60 * 60_000;

/** Instances, and how far back they are told. */
type Wish = {readonly keys: readonly InstanceKey[]; readonly from: number};

/**
Looks up what is remembered of an instance when the detail comes to it. Gives the function that does so for the instances in sight, between
other work, unless others are in sight by then. Each change takes a fraction of a millisecond.
*/
export function recallPasts(ports: PastPorts): (keys: readonly InstanceKey[], from: number) => void {
	const {store, actions, selectors, now, memory, signal, fail} = ports;
	const isDue = (key: InstanceKey, from: number) => {
		const {fleet: {inventory}, pasts} = store.getState();
		return inventory.tracked.get(key)?.instance.isRemembered === false && !((pasts.get(key)?.from ?? Infinity) <= from);
	};

	const pastOf = (key: InstanceKey, from: number): Past => {
		const tracked = store.getState().fleet.inventory.tracked.get(key);
		return {from, older: (tracked && memory()?.pastOf(tracked, from)) ?? []};
	};

	let wish: Wish | undefined;
	let isRunning = false;

	function * recall({keys, from}: Wish): Slices<void> {
		const found = new Map<InstanceKey, Past>();
		for (const key of keys) {
			if (wish !== undefined) {
				break;
			}

			found.set(key, pastOf(key, from));
			yield;
		}

		if (found.size > 0) {
			actions.pastsRecalled(found);
		}
	}

	const run = async () => {
		isRunning = true;
		while (wish !== undefined && !signal.aborted) {
			const {keys, from} = wish;
			wish = undefined;
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await runInSlices(recall({keys: keys.filter(key => isDue(key, from)), from}), signal);
		}

		isRunning = false;
	};

	store.subscribe(state => {
		const {instance} = (state.view.isPaneOpen ? selectors.selected(state)?.tracked : undefined) ?? {};
		const from = now() - toldFor;
		if (instance !== undefined && isDue(instance.key, from)) {
			actions.pastsRecalled(new Map([[instance.key, pastOf(instance.key, from)]]));
		}
	});
	return (keys, from) => {
		wish = keys.some(key => isDue(key, from)) ? {keys, from} : undefined;
		if (wish !== undefined && !isRunning) {
			run().catch(fail);
		}
	};
}
