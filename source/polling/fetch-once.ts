import type {Trouble} from '../core/polling/feed.js';
import type {Outcome} from '../core/polling/outcome.js';
import type {RateBudget} from '../core/polling/rate-budget.js';
import type {AccountId} from '../core/instance/instance.js';
import type {Snapshot} from '../core/instance/snapshot.js';
import {pollUntil} from './poll-until.js';
import type {Clock, FetchList} from './ports.js';

/** What the API says, or the trouble there was instead. */
export type FetchResult =
	| {readonly kind: 'answer'; readonly snapshot: Snapshot; readonly budget: RateBudget | undefined}
	| {readonly kind: 'trouble'; readonly trouble: Trouble; readonly at: number};

export type FetchOnceOptions = {
	readonly account: AccountId;
	readonly fetchList: FetchList;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** For how long a poll that fails is tried again, in milliseconds. */
	readonly retryFor: number;
};

/** Between a poll that failed and the next, at first. */
const retryInterval = 1000;

/** Asks once, and again as long as there is patience with a failure; at least once more if the token's source holds another one by then. Nothing comes of it when the signal is given. */
export async function fetchOnce({account, fetchList, clock, signal, retryFor: patience}: FetchOnceOptions): Promise<FetchResult | undefined> {
	const begun = clock.elapsed();
	let hasRenewed = false;
	return pollUntil<FetchResult>({
		fetchList,
		clock,
		interval: retryInterval,
		signal,
		decide({outcome, at, next}) {
			if (outcome.kind === 'ok' || outcome.kind === 'not-found') {
				return {kind: 'answer', snapshot: snapshotOf(outcome, account, at), budget: outcome.budget};
			}

			const isRenewed = outcome.kind === 'unauthorized' && outcome.tokenChanged && !hasRenewed;
			hasRenewed ||= isRenewed;
			const isTimeLeft = clock.elapsed() - begun + (next.at - at) <= patience;
			const isFinal = outcome.kind === 'unauthorized' && !outcome.tokenChanged;
			return isRenewed || (isTimeLeft && !isFinal) ? undefined : {kind: 'trouble', trouble: outcome, at};
		},
	});
}

/** The list that an answer brings: an empty one if the one name that was asked for does not exist. */
export function snapshotOf(outcome: Extract<Outcome, {readonly kind: 'ok' | 'not-found'}>, account: AccountId, at: number): Snapshot {
	return outcome.kind === 'ok'
		? outcome.snapshot
		: {
			account, at, tokenKind: 'unknown', instances: [], rejected: [],
		};
}
