import {describeVisit} from '../../core/fleet/memory/describe-visit.js';
import {isWithin} from '../../core/fleet/seen/is-within.js';
import {noticeStays} from '../../core/view/notice.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Keymap} from '../../core/keymap/bindings.js';
import {keyOf} from '../../core/keymap/describe.js';
import type {FromMemory} from '../../core/fleet/memory/remember-account.js';
import {takeInSlices} from '../../core/polling/slices.js';
import type {ClockTime} from '../../core/text/clock-time.js';
import {runInSlices} from '../../process/run-in-slices.js';
import type {WatchMemory} from '../../polling/memory/watch-memory.js';
import type {Actions} from '../store/actions.js';
import type {Store} from '../store/store.js';

export type VisitPorts = {
	readonly store: Store;
	readonly actions: Actions;
	readonly time: ClockTime;
	readonly now: () => number;
	readonly memory: () => WatchMemory | undefined;
	/** The keys in force, of which one shows what is told. */
	readonly keymap: Keymap;
};

/** Keeps in the memory what a person saw and acknowledged, and tells at the start what is new since then. */
export type Visits = {
	/** Takes what was remembered of an account; it is told after the account's first answer. */
	readonly recalled: (fromMemory: FromMemory) => void;
	/** Called after each poll. */
	readonly polled: () => void;
	/** Called with every key and every paste. */
	readonly touched: () => void;
};

/** While keys come, it is noted so often that somebody looked, in milliseconds. */
const noteEvery = 60_000;

/** Each note is a transaction of its own. */
const notedPerSlice = 10;

/** Begins to keep visits. */
export function keepVisits({store, actions, time, now, memory, keymap}: VisitPorts): Visits {
	let untold: readonly FromMemory[] = [];
	/** Those whose notice can still be on the screen: the accounts answer one after the other. */
	let told: ReadonlyArray<{readonly fromMemory: FromMemory; readonly at: number}> = [];
	let notedAt = -Infinity;

	store.subscribe(({view: {acknowledged}, fleet: {inventory}}, {view: {acknowledged: before}}) => {
		if (acknowledged === before) {
			return;
		}

		const changed = [...new Set([...acknowledged.keys(), ...before.keys()])].filter(key => acknowledged.get(key) !== before.get(key));
		// A whole fleet may be acknowledged at once. Each is noted as it is by then, so that none is noted in a state that was taken back.
		void runInSlices(takeInSlices(changed, notedPerSlice, key => {
			const account = inventory.tracked.get(key)?.instance.account;
			if (account !== undefined) {
				memory()?.acknowledge(account, key, store.getState().view.acknowledged.get(key), now());
			}
		}));
	});

	return {
		recalled(fromMemory) {
			untold = [...untold, fromMemory];
			actions.acknowledgedBefore(fromMemory.acknowledged);
			actions.olderFound(fromMemory.account, fromMemory.older);
		},
		polled() {
			if (untold.length === 0) {
				return;
			}

			const at = now();
			told = [...told.filter(other => isWithin(noticeStays, other.at, at)), ...untold.map(fromMemory => ({fromMemory, at}))];
			untold = [];
			const words = describeVisit(told.map(({fromMemory}) => fromMemory), store.getState().fleet, {
				time, now: at, alone: store.getState().view.filter.account, key: keyOf('events.toggle', focusedPlace(store.getState().view), keymap),
			});
			if (words !== undefined) {
				actions.noticed(words, at);
			}
		},
		touched() {
			if (!(Math.abs(now() - notedAt) >= noteEvery)) {
				return;
			}

			notedAt = now();
			memory()?.visited(notedAt);
		},
	};
}
