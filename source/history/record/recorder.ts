import {holeLimit, isSetBack} from '../../core/fleet/seen/coverage.js';
import {runAtOnce, type Slices} from '../../core/polling/slices.js';
import {expectFault} from '../open.js';
import type {Fault} from '../fault.js';
import type {Lease} from '../tables/lease.js';
import {openAccount, type AccountOptions, type Known} from './account.js';
import {addPending, type PendingFact} from './pending.js';
import {
	beatEvery,
	seeLease,
	shouldTakeOver,
	stallLimit,
	type LeaseSeen,
} from './lease-protocol.js';
import type {GoodPoll} from './good-poll.js';

/** Records an account, or stands by while another process does. */
export type Recorder = {
	/** Takes a good poll. It throws nothing that the disk does, but gives the fault; what could not be written is written at a later poll. */
	readonly record: (poll: GoodPoll) => Slices<Fault | undefined>;
	readonly isHolder: () => boolean;
	/** Writes in a transaction of its own and tells whether that was done: not where another process records. It throws what SQLite throws. */
	readonly writeHeld: (change: () => void) => boolean;
	/** Writes what is left and lets the lease go, so that another process takes it at its next poll. */
	readonly release: () => Fault | undefined;
};

/** Where an account is recorded, and by whom. */
export type RecorderOptions = AccountOptions & {
	readonly isHolderGone: (holder: string) => boolean;
	/** What was seen before this recorder was made. */
	readonly early?: readonly PendingFact[];
};

/** The part of a recorder that is there while it holds the lease. */
type Held = {
	readonly epoch: number;
	/** What the record holds; `undefined` where it has to be read anew, since a transaction failed. */
	readonly known: Known | undefined;
	/** When the last sign of life was written, by the monotonic clock. */
	readonly beatAt: number;
};

/** Facts in one transaction: so many are written within a few milliseconds. */
const batchLength = 100;

/** Makes the recorder of one account, by the protocol of the lease in `lease-protocol.ts`. */
export function createRecorder({database, tables, account, holder, isHolderGone, early = []}: RecorderOptions): Recorder {
	const {hasCommitted, takeOver: takeLease, write: writeFacts} = openAccount({
		database, tables, account, holder,
	});
	let pending = early;
	let last: GoodPoll | undefined;
	/** Since when this process looks without a hole, by the monotonic clock. */
	let runFrom = 0;
	let seen: LeaseSeen | undefined;
	let held: Held | undefined;
	/** Since when, by the monotonic clock, the lease of that epoch is left to others, as this process did not look for a while. */
	let aside: {readonly epoch: number; readonly from: number} | undefined;
	let hasStalled = false;

	const beganOf = ({look: {at, elapsed}}: GoodPoll) => Math.round(at - (elapsed - runFrom));

	const takeOver = (poll: GoodPoll, lease: Lease) => {
		const known = takeLease({poll, began: beganOf(poll), facts: pending}, lease);
		if (known === undefined) {
			return;
		}

		pending = [];
		held = {epoch: lease.epoch + 1, known, beatAt: poll.look.elapsed};
		aside = undefined;
	};

	/** Lets the lease go without a sign of life: what was looked at until the last one is all that the record has. */
	const stepAside = ({look, rank}: GoodPoll, {epoch}: Held) => {
		if (tables.beat(account, epoch, {rank, every: look.interval, beat: 0})) {
			aside = {epoch, from: look.elapsed};
		}

		hasStalled = false;
		held = undefined;
		seen = undefined;
	};

	const isLeftToOthers = (lease: Lease) => lease.beat === 0 && lease.epoch === aside?.epoch;

	const standBy = (poll: GoodPoll) => {
		const {look, rank} = poll;
		const lease = tables.leaseOf(account);
		if (lease === undefined) {
			return;
		}

		const before = seen;
		seen = seeLease(before, lease, look.elapsed);
		if (before !== undefined && seen.from === look.elapsed && lease.beat !== 0) {
			// The holder has recorded whatever it saw until the reading before.
			pending = pending.filter(({elapsed}) => elapsed >= before.readAt);
		}

		if (isLeftToOthers(lease) && look.elapsed - (aside?.from ?? 0) < beatEvery) {
			return;
		}

		const candidate = {
			rank, now: look.at, elapsed: look.elapsed, isFirst: before === undefined, isHolderGone,
		};
		if (shouldTakeOver(lease, seen, candidate)) {
			takeOver(poll, lease);
		}
	};

	/** Writes the pending facts, some in each transaction. */
	function * write(poll: GoodPoll, isLast: boolean): Slices<void> {
		const {look} = poll;
		do {
			const holding = held;
			if (holding === undefined) {
				return;
			}

			const facts = pending.slice(0, batchLength);
			const isComplete = facts.length === pending.length;
			const known = writeFacts({poll, began: beganOf(poll), facts}, {
				...holding, isComplete, beat: isLast && isComplete ? 0 : look.at,
			});
			if (known === undefined) {
				held = undefined;
				seen = undefined;
				return;
			}

			pending = pending.slice(facts.length);
			held = {...holding, known, beatAt: look.elapsed};
			yield;
		} while (pending.length > 0);
	}

	/** Gives the fault of an error of the disk. What the record holds in memory may differ from the file then, and is read anew. */
	const recover = (error: unknown): Fault => {
		const fault = expectFault(error);
		if (database.isTransaction) {
			database.exec('rollback');
		}

		held &&= {...held, known: undefined, beatAt: -Infinity};
		return fault;
	};

	return {
		* record(poll) {
			const {look} = poll;
			const isBroken = last === undefined || isSetBack(last.look, look)
				|| Math.max(look.at - last.look.at, look.elapsed - last.look.elapsed) > holeLimit(look.interval);
			if (isBroken) {
				runFrom = look.elapsed;
			}

			hasStalled ||= last !== undefined && look.elapsed - last.look.elapsed > stallLimit(look.interval);
			pending = addPending(pending, poll, last);
			last = poll;
			try {
				if (held !== undefined && hasStalled) {
					stepAside(poll, held);
				}

				if (held === undefined) {
					hasStalled = false;
					standBy(poll);
				} else if (pending.length > 0 || isBroken || look.elapsed - held.beatAt >= beatEvery) {
					yield * write(poll, false);
				}

				return undefined;
			} catch (error) {
				return recover(error);
			}
		},
		isHolder: () => held !== undefined,
		writeHeld(change) {
			const epoch = held?.epoch;
			return epoch !== undefined && hasCommitted(() => {
				if (!tables.isHeld(account, epoch)) {
					return false;
				}

				change();
				return true;
			});
		},
		release() {
			if (last === undefined) {
				return undefined;
			}

			try {
				const lease = held === undefined && aside !== undefined ? tables.leaseOf(account) : undefined;
				if (lease !== undefined && isLeftToOthers(lease)) {
					takeOver(last, lease);
				}

				if (held === undefined) {
					return undefined;
				}

				runAtOnce(write(last, true));
				held = undefined;
				database.exec('pragma wal_checkpoint(passive)');
				return undefined;
			} catch (error) {
				return recover(error);
			}
		},
	};
}
