import type {Trouble} from '../core/polling/feed.js';
import type {Outcome} from '../core/polling/outcome.js';
import type {RateBudget} from '../core/polling/rate-budget.js';
import type {AccountId} from '../core/instance/instance.js';
import type {Snapshot} from '../core/instance/snapshot.js';
import {pollUntil} from './poll-until.js';
import type {Clock, FetchList} from './ports.js';

/** Result of fetching the list once: the answer, or the trouble there was instead. `at` is when the last poll ended. */
export type FetchResult =
	| {readonly kind: 'answer'; readonly snapshot: Snapshot; readonly budget: RateBudget | undefined}
	| {readonly kind: 'trouble'; readonly trouble: Trouble; readonly at: number};

export type FetchOnceOptions = {
	readonly account: AccountId;
	readonly fetchList: FetchList;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** Time for which a failed poll is tried again, in milliseconds. */
	readonly retryFor: number;
};

/** Interval between the first failed poll and the next, in milliseconds. */
const retryInterval = 1000;

/**
Fetches the list once, and again for `retryFor` where a poll fails.

After a refused token it tries at least once more if the token source has another one by then.
The result is `undefined` when the signal is aborted.
*/
export async function fetchOnce({account, fetchList, clock, signal, retryFor}: FetchOnceOptions): Promise<FetchResult | undefined> {
	const begun = clock.elapsed();
	let hasTriedNewToken = false;
	return pollUntil<FetchResult>({
		fetchList,
		clock,
		interval: retryInterval,
		signal,
		decide({outcome, at, next}) {
			if (outcome.kind === 'ok' || outcome.kind === 'not-found') {
				return {kind: 'answer', snapshot: snapshotOf(outcome, account, at), budget: outcome.budget};
			}

			const isFirstNewToken = outcome.kind === 'unauthorized' && outcome.tokenChanged && !hasTriedNewToken;
			hasTriedNewToken ||= isFirstNewToken;
			const isTimeLeft = clock.elapsed() - begun + (next.at - at) <= retryFor;
			const isFinal = outcome.kind === 'unauthorized' && !outcome.tokenChanged;
			return isFirstNewToken || (isTimeLeft && !isFinal) ? undefined : {kind: 'trouble', trouble: outcome, at};
		},
	});
}

/** Gives the snapshot of an answer; an empty one if the one named instance does not exist. */
export function snapshotOf(outcome: Extract<Outcome, {readonly kind: 'ok' | 'not-found'}>, account: AccountId, at: number): Snapshot {
	return outcome.kind === 'ok'
		? outcome.snapshot
		: {
			account, at, tokenKind: 'unknown', instances: [], rejected: [],
		};
}
