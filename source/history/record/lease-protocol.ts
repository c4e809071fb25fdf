import type {Lease} from '../tables/lease.js';

/** A holder gives its sign of life so often, in milliseconds. */
export const beatEvery = 15_000;

/**
A holder that did not look for longer than this, in milliseconds, lets another process record what it may have seen meanwhile, and waits for
that as long as a beat.
*/
export function stallLimit(interval: number): number {
	return Math.max(beatEvery, 3 * interval);
}

/** After so long without a sign of life a holder is taken for gone, in milliseconds: three beats, or three of its polls. */
function patience({every}: Pick<Lease, 'every'>): number {
	return Math.max(3 * beatEvery, 3 * every);
}

/** What a standby saw of the lease at its polls, in monotonic time. */
export type LeaseSeen = Pick<Lease, 'epoch' | 'beat'> & {
	/** When this epoch and beat were read first. */
	readonly from: number;
	/** When the lease was read last. */
	readonly readAt: number;
	/** Whether the beat was seen to move, so that this process remembers what the holder may have missed. */
	readonly hasMoved: boolean;
};

/** Adds a reading of the lease. */
export function seeLease(seen: LeaseSeen | undefined, {epoch, beat}: Pick<Lease, 'epoch' | 'beat'>, elapsed: number): LeaseSeen {
	const isNew = seen?.epoch !== epoch || seen.beat !== beat;
	return {
		epoch,
		beat,
		from: isNew ? elapsed : seen.from,
		readAt: elapsed,
		hasMoved: seen !== undefined && (seen.hasMoved || isNew),
	};
}

/** A process that could record, and the time of its poll by both clocks. */
export type Candidate = {
	readonly rank: number;
	readonly now: number;
	readonly elapsed: number;
	/** Whether it reads the lease for the first time. */
	readonly isFirst: boolean;
	/** Whether the holder is a process of this machine that is gone. */
	readonly isHolderGone: (holder: string) => boolean;
};

/** Whether a standby takes the lease over, given what it saw of it up to now. */
export function shouldTakeOver(lease: Lease, seen: LeaseSeen, {isFirst, rank, now, elapsed, isHolderGone}: Candidate): boolean {
	const limit = patience(lease);
	const stoodStill = elapsed - seen.from;
	const age = Math.abs(now - lease.beat);
	return lease.beat === 0
		|| rank > lease.rank
		|| stoodStill >= (seen.hasMoved ? limit : 2 * limit)
		// Who looks for longer knows more, and so goes before who looks for the first time.
		|| (stoodStill >= limit && age > 1.5 * limit)
		|| (isFirst && age > 2 * limit)
		|| isHolderGone(lease.holder);
}

/** How well a watcher sees an account. */
export type Fitness = {readonly isWhole: boolean; readonly isServing: boolean; readonly interval: number};

/** What a watcher is fit for, the higher the better: one that sees the whole list, then one that serves, then one that polls often. */
export function rankOf({isWhole, isServing, interval}: Fitness): number {
	return (isWhole ? 4 : 0) + (isServing ? 2 : 0) + (interval <= 10_000 ? 1 : 0);
}
