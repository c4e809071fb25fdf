import {snapshotOf, type Fleet} from '../core/fleet/fleet.js';
import type {Snapshot} from '../core/instance/snapshot.js';
import type {Trouble} from '../core/polling/feed.js';
import type {Clock, WatchedAccount, WatcherMemory} from './ports.js';
import {watchUntil} from './watch-until.js';
import {createWatcher} from './watcher.js';

/**
Result of fetching the list once: the answer and the fleet of it, or the trouble there was instead. `at` is when the last poll ended.
An answer has a trouble where its data are old.
*/
export type FetchResult =
	| {readonly kind: 'answer'; readonly snapshot: Snapshot; readonly fleet: Fleet; readonly trouble: Trouble | undefined; readonly at: number}
	| {readonly kind: 'trouble'; readonly trouble: Trouble; readonly fleet: Fleet; readonly at: number};

export type FetchOnceOptions = {
	readonly watched: WatchedAccount;
	readonly memory?: WatcherMemory | undefined;
	/** Whether the shares of the instances are wanted. */
	readonly areSharesWanted?: boolean;
	/** Whether their strips are, too. */
	readonly areStripsWanted?: boolean;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** Time for which a poll that failed, or brought old data, is tried again, in milliseconds. */
	readonly retryFor: number;
};

/** Interval between the first failed poll and the next, in milliseconds. */
const retryInterval = 1000;

/**
Fetches the list once, and again for `retryFor` where a poll fails.

After a refused token it tries at least once more if the token source has another one by then.
The result is `undefined` when the signal is aborted.
*/
export async function fetchOnce(options: FetchOnceOptions): Promise<FetchResult | undefined> {
	const {watched, memory, areSharesWanted = false, areStripsWanted = false, clock, signal, retryFor} = options;
	const startedAt = clock.elapsed();
	let hasTriedNewToken = false;
	const watcher = createWatcher({
		// The fleet of one poll comes without a look at the server, which may take longer.
		accounts: [{...watched, server: undefined}],
		clock,
		interval: retryInterval,
		memory,
		shares: {areWanted: () => areSharesWanted, hasStrips: () => areStripsWanted, areAwaited: true},
	});
	return watchUntil<FetchResult>(watcher, signal, ({fleet, poll}) => {
		const {outcome, at, next} = poll;
		const snapshot = snapshotOf(poll);
		const isTimeLeft = clock.elapsed() - startedAt + (next.at - at) <= retryFor;
		if (snapshot !== undefined) {
			const trouble = fleet.feeds.get(watched.account)?.trouble?.outcome;
			return trouble !== undefined && isTimeLeft
				? undefined
				: {
					kind: 'answer', snapshot, fleet, trouble, at,
				};
		}

		if (outcome.kind === 'ok' || outcome.kind === 'not-found') {
			return undefined;
		}

		const isFirstNewToken = outcome.kind === 'unauthorized' && outcome.tokenChanged && !hasTriedNewToken;
		hasTriedNewToken ||= isFirstNewToken;
		const isFinal = outcome.kind === 'unauthorized' && !outcome.tokenChanged;
		return isFirstNewToken || (isTimeLeft && !isFinal)
			? undefined
			: {
				kind: 'trouble', trouble: outcome, fleet, at,
			};
	});
}
