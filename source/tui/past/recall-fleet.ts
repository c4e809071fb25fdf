import type {AccountId} from '../../core/instance/instance.js';
import type {Buckets} from '../../core/view/timeline/timeline-view.js';
import type {Slices} from '../../core/polling/slices.js';
import type {WatchMemory} from '../../polling/memory/watch-memory.js';
import {runInSlices} from '../../process/run-in-slices.js';
import type {FleetPast} from '../store/store.js';

export type FleetPastPorts = {
	/** Takes what was found. */
	readonly recalled: (past: FleetPast) => void;
	readonly memory: () => WatchMemory | undefined;
	/** A clock that does not jump, in milliseconds. */
	readonly elapsed: () => number;
	readonly signal: AbortSignal;
	readonly fail: (error: unknown) => void;
	/** While its buckets stay, the past is looked up so often, in milliseconds: what is happening now is in the fleet itself. */
	readonly lookUpEvery: number;
	/** Resolves after so many milliseconds. */
	readonly pause: (milliseconds: number) => Promise<void>;
};

/** For so long no other buckets must be wanted before some are looked up, in milliseconds: a key that is held wants others more often. */
const restTime = 100;

/** Looks up how many were down in some buckets, of all accounts or of one. */
type RecallFleet = (buckets: Buckets, account?: AccountId) => void;

/** Makes the function that looks up how many were down in some buckets, of all accounts or of one, in slices. */
export function createFleetPast({recalled, lookUpEvery, memory, elapsed, signal, fail, pause}: FleetPastPorts): RecallFleet {
	let last: {readonly key: string; readonly at: number} | undefined;
	let wanted: {readonly buckets: Buckets; readonly account: AccountId | undefined} | undefined;
	let isRunning = false;

	/** Goes on until other buckets are wanted: at the key of another span nobody waits for those of the former one. */
	function * unlessOthers<Result>(work: Slices<Result>): Slices<Result | undefined> {
		for (;;) {
			if (wanted !== undefined) {
				return undefined;
			}

			const step = work.next();
			if (step.done === true) {
				return step.value;
			}

			yield;
		}
	}

	const run = async () => {
		isRunning = true;
		while (wanted !== undefined && !signal.aborted) {
			const present: NonNullable<typeof wanted> = wanted;
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await pause(restTime);
			if (wanted !== present) {
				continue;
			}

			const {buckets, account} = present;
			wanted = undefined;
			const {window, count} = buckets;
			const work = memory()?.downCounts({...window, count}, account);
			// eslint-disable-next-line no-await-in-loop -- one after the other
			const counts = work && await runInSlices(unlessOthers(work), signal);
			if (counts !== undefined) {
				recalled({buckets, account, counts});
			}
		}

		isRunning = false;
	};

	return (buckets, account) => {
		const {window, count} = buckets;
		const key = `${window.from} ${window.to} ${count} ${account ?? ''}`;
		if (key === last?.key && elapsed() - last.at < lookUpEvery) {
			return;
		}

		last = {key, at: elapsed()};
		wanted = {buckets, account};
		if (!isRunning) {
			run().catch(fail);
		}
	};
}
