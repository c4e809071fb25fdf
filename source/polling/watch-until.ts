import type {Poll} from '../core/fleet/fleet.js';
import type {FleetChange} from './fleet-changes.js';
import type {Watcher} from './watcher.js';

/** Looks at each poll. A result ends the watching. */
type Decide<Result> = (change: FleetChange & {readonly poll: Poll}) => Promise<Result | undefined> | Result | undefined;

/** Watches until `decide` gives a result for a poll. It is `undefined` when the signal is aborted first. */
export async function watchUntil<Result>(watcher: Watcher, signal: AbortSignal, decide: Decide<Result>): Promise<Result | undefined> {
	const done = new AbortController();
	let result: Result | undefined;
	const unsubscribe = watcher.subscribe(async ({poll, ...change}) => {
		if (poll === undefined || result !== undefined) {
			return;
		}

		result = await decide({...change, poll});
		if (result !== undefined) {
			done.abort();
		}
	});
	try {
		await watcher.run(AbortSignal.any([signal, done.signal]));
	} finally {
		unsubscribe();
	}

	return result;
}
