import {holeLimit, isSetBack} from '../core/fleet/seen/coverage.js';
import {runAtOnce, type Slices} from '../core/polling/slices.js';
import {openAccount, type Known} from './account.js';
import {expectFault} from './open.js';
import {addPending, dateNow, type PendingChange} from './pending.js';
import type {Fault} from './fault.js';
import {
	beatEvery,
	seeLease,
	shouldTakeOver,
	stallLimit,
	type LeaseSeen,
} from './protocol.js';
import {
	adoptNames,
	compare,
	put,
	replay,
} from './record.js';
import type {GoodPoll, Recorder} from './port.js';
import type {Database} from './sqlite.js';
import type {Lease, Tables} from './tables.js';

/** Where an account is recorded, and by whom. */
export type RecorderOptions = {
	readonly database: Database;
	readonly tables: Tables;
	/** The account's row. */
	readonly account: number;
	/** Names this process. */
	readonly holder: string;
	readonly isHolderGone: (holder: string) => boolean;
	/** What was seen before this recorder was made. */
	readonly early?: readonly PendingChange[];
};

/** The part of a recorder that is there while it holds the lease. */
type Held = {
	readonly epoch: number;
	/** What the record holds; `undefined` where it has to be read anew, since a transaction failed. */
	readonly known: Known | undefined;
	/** When the last sign of life was written, by the monotonic clock. */
	readonly beatAt: number;
};

/** Changes in one transaction: so many are written within a few milliseconds. */
const batchLength = 100;

/** Makes the recorder of one account, by the protocol of the lease in `protocol.ts`. */
export function createRecorder({database, tables, account, holder, isHolderGone, early = []}: RecorderOptions): Recorder {
	const {hasCommitted, fitToClock, readKnown} = openAccount(database, tables, account);
	let pending = early;
	let last: GoodPoll | undefined;
	/** Since when this process looks without a hole, by the monotonic clock. */
	let runFrom = 0;
	let seen: LeaseSeen | undefined;
	let held: Held | undefined;
	/** Since when, by the monotonic clock, the lease of that epoch is left to others, as this process did not look for a while. */
	let aside: {readonly epoch: number; readonly from: number} | undefined;
	let hasStalled = false;

	const leaseFor = ({rank, look}: GoodPoll): Omit<Lease, 'epoch'> => ({
		holder, rank, every: look.interval, beat: look.at,
	});

	const lookedBy = (poll: GoodPoll) => {
		const {at, elapsed, interval} = poll.look;
		return {
			listed: poll.listed(), began: Math.round(at - (elapsed - runFrom)), seen: at, every: interval,
		};
	};

	const takeOver = (poll: GoodPoll, {epoch}: Lease) => {
		const {look, isWhole} = poll;
		let next: Held | undefined;
		const isKept = hasCommitted(() => {
			if (fitToClock(look) === 'too-far' || !tables.take(account, epoch, leaseFor(poll))) {
				return false;
			}

			const known = readKnown(poll);
			const {record, coverage} = known;
			for (const entry of pending) {
				const observed = dateNow(entry, poll.look);
				const seenAt = coverage.seenOf(observed.uid);
				if (observed.at > seenAt) {
					replay(tables, record, observed, seenAt);
				}
			}

			compare(tables, record, {
				listed: poll.listed(), isWhole, at: look.at, seenOf: coverage.seenOf,
			});
			coverage.move(lookedBy(poll));
			next = {epoch: epoch + 1, known, beatAt: look.elapsed};
			return true;
		});
		if (!isKept) {
			return;
		}

		pending = [];
		held = next;
		aside = undefined;
	};

	/** Lets the lease go without a sign of life: what was looked at until the last one is all that the record has. */
	const stepAside = (poll: GoodPoll, {epoch}: Held) => {
		if (tables.beat(account, epoch, {...leaseFor(poll), beat: 0})) {
			aside = {epoch, from: poll.look.elapsed};
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

	/** Writes the pending changes and the sign of life; the coverage is moved on with the last of them. */
	function * write(poll: GoodPoll, isLast: boolean): Slices<void> {
		const {look} = poll;
		do {
			const holding = held;
			if (holding === undefined) {
				return;
			}

			const batch = pending.slice(0, batchLength);
			const isComplete = batch.length === pending.length;
			let {known} = holding;
			const isKept = hasCommitted(() => {
				const fit = fitToClock(look);
				if (fit === 'too-far' || !tables.beat(account, holding.epoch, {...leaseFor(poll), beat: isLast && isComplete ? 0 : look.at})) {
					return false;
				}

				known = fit === 'cut' || known === undefined ? readKnown(poll) : known;
				const {rows} = known.record;
				adoptNames(tables, known.record, batch.some(({observed}) => !rows.has(observed.uid)) ? poll.listed() : []);
				for (const entry of batch) {
					put(tables, known.record, dateNow(entry, poll.look), {isFirst: false});
				}

				if (isComplete) {
					known.coverage.move(lookedBy(poll));
				}

				return true;
			});
			if (!isKept) {
				held = undefined;
				seen = undefined;
				return;
			}

			pending = pending.slice(batch.length);
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
			const {look, changes} = poll;
			const isBroken = last === undefined || isSetBack(last.look, look)
				|| Math.max(look.at - last.look.at, look.elapsed - last.look.elapsed) > holeLimit(look.interval);
			if (isBroken) {
				runFrom = look.elapsed;
			}

			hasStalled ||= last !== undefined && look.elapsed - last.look.elapsed > stallLimit(look.interval);
			last = poll;
			pending = addPending(pending, changes, look);
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
