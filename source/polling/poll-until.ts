import {createPoller, type PollEnd, type Poller} from './poller.js';
import type {Clock, FetchList} from './ports.js';

export type PollUntilOptions<Result> = {
	readonly fetchList: FetchList;
	readonly clock: Clock;
	/** In milliseconds. */
	readonly interval: number;
	readonly signal: AbortSignal;
	/** Decides after each poll: a result ends the polling, `undefined` continues it. It may move the poller's next poll. */
	readonly decide: (end: PollEnd, poller: Poller) => Result | undefined;
	/** Told of jumps of the clock, in milliseconds, as `PollerReport` describes them. */
	readonly jumped?: (by: number) => void;
};

/** Polls by the monitor's policy until there is a result. It is `undefined` when the signal is aborted first. */
export async function pollUntil<Result>(options: PollUntilOptions<Result>): Promise<Result | undefined> {
	const {fetchList, clock, interval, signal, decide, jumped} = options;
	const done = new AbortController();
	let result: Result | undefined;
	const poller = createPoller({
		fetchList,
		clock,
		random: Math.random,
		interval,
		report: {
			started() {
				// A command does not show when a poll starts.
			},
			ended(end) {
				result = decide(end, poller);
				if (result !== undefined) {
					done.abort();
				}
			},
			rescheduled() {
				// A command does not show when the next poll is due.
			},
			jumped(by) {
				jumped?.(by);
			},
		},
	});
	await poller.run(AbortSignal.any([signal, done.signal]));
	return result;
}
