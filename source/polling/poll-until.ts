import {createPoller, type PollEnd, type Poller} from './poller.js';
import type {Clock, FetchList} from './ports.js';

export type PollUntilOptions<Result> = {
	readonly fetchList: FetchList;
	readonly clock: Clock;
	/** In milliseconds. */
	readonly interval: number;
	readonly signal: AbortSignal;
	/** Looks at each poll, and may move the poller's next one. A result ends the polling, `undefined` lets it go on. */
	readonly decide: (end: PollEnd, poller: Poller) => Result | undefined;
	readonly jumped?: (by: number) => void;
};

/** Polls by the monitor's own policy until there is a result, or the signal is given: then there is none. */
export async function pollUntil<Result>({fetchList, clock, interval, signal, decide, jumped}: PollUntilOptions<Result>): Promise<Result | undefined> {
	const done = new AbortController();
	let result: Result | undefined;
	const poller = createPoller({
		fetchList,
		clock,
		random: Math.random,
		interval,
		report: {
			started() {
				// Nobody looks at the time between two polls.
			},
			ended(end) {
				result = decide(end, poller);
				if (result !== undefined) {
					done.abort();
				}
			},
			rescheduled() {
				// The same.
			},
			jumped(by) {
				jumped?.(by);
			},
		},
	});
	await poller.run(AbortSignal.any([signal, done.signal]));
	return result;
}
