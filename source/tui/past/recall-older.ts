import type {Slices} from '../../core/polling/slices.js';
import type {WatchMemory} from '../../polling/memory/watch-memory.js';
import {runInSlices} from '../../process/run-in-slices.js';
import type {Actions} from '../store/actions.js';
import {mostOlder} from '../store/poll-actions.js';
import type {Store} from '../store/store.js';
import {olderCursors} from './has-older.js';

export type OlderPorts = {
	readonly store: Store;
	readonly actions: Actions;
	readonly memory: () => WatchMemory | undefined;
	readonly signal: AbortSignal;
	readonly fail: (error: unknown) => void;
};

/** So many pages are looked up before it is asked again whether more are needed. */
const pagesAtOnce = 5;

/** Makes the function that looks up what happened before the events at hand: some pages of it, soon after it is called. */
export function createOlder({store, actions, memory, signal, fail}: OlderPorts): () => void {
	let lowestId = 0;

	const hasRecalled = (): boolean => {
		const state = store.getState();
		const {fleet, older} = state;
		const [next] = olderCursors(state).entries().toArray().toSorted(([, one], [, other]) => other.at - one.at);
		if (next === undefined || older.events.length >= mostOlder) {
			return false;
		}

		const [account, cursor] = next;
		const page = memory()?.eventsBefore(account, fleet, cursor, Math.min(lowestId, fleet.log.events.at(-1)?.id ?? 0));
		if (page === undefined) {
			return false;
		}

		lowestId = page.events.at(-1)?.id ?? lowestId;
		actions.olderRecalled(account, page);
		return true;
	};

	function * recallSome(): Slices<void> {
		for (let pages = 0; pages < pagesAtOnce && hasRecalled(); pages++) {
			yield;
		}
	}

	let isRunning = false;
	let isAskedAgain = false;
	const recall = async () => {
		isRunning = true;
		do {
			isAskedAgain = false;
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await runInSlices(recallSome(), signal);
		} while (isAskedAgain && !signal.aborted);

		isRunning = false;
	};

	return () => {
		isAskedAgain = true;
		if (!isRunning) {
			recall().catch(fail);
		}
	};
}
