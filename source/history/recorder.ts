import {holeLimit, isSetBack, type Look} from '../core/fleet/seen/coverage.js';
import {runAtOnce, type Slices} from '../core/polling/slices.js';
import {openCoverage, type Coverage} from './coverage.js';
import {expectFault} from './open.js';
import type {Fault} from './fault.js';
import {
	beatEvery,
	seeLease,
	shouldTakeOver,
	type LeaseSeen,
} from './protocol.js';
import {
	adoptNames,
	compare,
	put,
	readRecord,
	replay,
	type Observed,
	type Record,
} from './record.js';
import type {Database} from './sqlite.js';
import type {Lease, Tables} from './tables.js';

/** What a good poll of an account showed. */
export type GoodPoll = {
	readonly look: Look;
	/** Whether it is the whole list of the account, not chosen instances. */
	readonly isWhole: boolean;
	readonly rank: number;
	/** The instances whose state or name is another one than at the good poll before, in the order in which that was seen. */
	readonly changes: readonly Observed[];
	/** All instances that the list has. */
	readonly listed: () => readonly Observed[];
};

/** Where an account is recorded, and by whom. */
export type RecorderOptions = {
	readonly database: Database;
	readonly tables: Tables;
	/** The account's row. */
	readonly account: number;
	/** Names this process. */
	readonly holder: string;
	readonly isHolderGone: (holder: string) => boolean;
};

/** Records an account, or stands by while another process does. */
export type Recorder = {
	/** Takes a good poll. It throws nothing that the disk does, but gives the fault; what could not be written is written at a later poll. */
	readonly record: (poll: GoodPoll) => Slices<Fault | undefined>;
	readonly isHolder: () => boolean;
	/** Writes what is left and lets the lease go, so that another process takes it at its next poll. */
	readonly release: () => Fault | undefined;
};

/** A change that the record may lack, and when it was seen by the monotonic clock, by which it is dated however the wall clock is set. */
type Pending = {readonly observed: Observed; readonly elapsed: number};

/** The part of a recorder that is there while it holds the lease. */
type Held = {
	readonly epoch: number;
	/** What the record holds; `undefined` where it has to be read anew, since a transaction failed. */
	readonly known: {readonly record: Record; readonly coverage: Coverage} | undefined;
	/** When the last sign of life was written, by the monotonic clock. */
	readonly beatAt: number;
};

/** Most changes that are kept for the record; the oldest are dropped, and found as differences by whoever takes over. */
const mostPending = 20_000;

/** Changes in one transaction: so many are written within a few milliseconds. */
const batchLength = 100;

/** A record that is ahead of the clock by up to this is cut to it, in milliseconds: the clock was wrong by a day and a zone at most. */
const longestAhead = 25 * 60 * 60_000;

/** Makes the recorder of one account, by the protocol of the lease in `docs/memory.md`. */
export function createRecorder({database, tables, account, holder, isHolderGone}: RecorderOptions): Recorder {
	let pending: readonly Pending[] = [];
	let last: GoodPoll | undefined;
	/** Since when this process looks without a hole, by the monotonic clock. */
	let runFrom = 0;
	let seen: LeaseSeen | undefined;
	let held: Held | undefined;

	const leaseFor = ({rank, look}: GoodPoll): Omit<Lease, 'epoch'> => ({
		holder, rank, every: look.interval, beat: look.at,
	});

	/** Runs a transaction and tells whether it was kept: where the work could not be done, nothing is written. */
	const hasCommitted = (hasDone: () => boolean): boolean => {
		database.exec('begin immediate');
		const isKept = hasDone();
		database.exec(isKept ? 'commit' : 'rollback');
		return isKept;
	};

	/** A change as it is dated by the wall clock of now. */
	const dated = ({observed, elapsed}: Pending, {look}: GoodPoll): Observed => {
		const at = Math.round(look.at - (look.elapsed - elapsed));
		const {former} = observed;
		return {...observed, at, ...former && {former: {...former, at: former.at + (at - observed.at)}}};
	};

	/** Cuts a record that is ahead of the clock; `false` where it is too far ahead to be believed. */
	const isBelievable = ({look}: GoodPoll): boolean => {
		const ahead = tables.lastSeen(account) - look.at;
		if (ahead > longestAhead) {
			return false;
		}

		if (ahead > 0) {
			tables.cutFuture(account, look.at);
		}

		return true;
	};

	const readKnown = ({look, isWhole}: GoodPoll) => {
		const record = readRecord(tables, account);
		return {record, coverage: openCoverage(tables, record, {isWhole, limit: holeLimit(look.interval)})};
	};

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
			if (!isBelievable(poll) || !tables.take(account, epoch, leaseFor(poll))) {
				return false;
			}

			const known = readKnown(poll);
			const {record, coverage} = known;
			for (const entry of pending) {
				const observed = dated(entry, poll);
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
	};

	const standBy = (poll: GoodPoll) => {
		const {look, rank} = poll;
		const lease = tables.leaseOf(account);
		if (lease === undefined) {
			return;
		}

		const before = seen;
		seen = seeLease(before, lease, look.elapsed);
		if (before !== undefined && seen.from === look.elapsed) {
			// The holder has recorded whatever it saw until the reading before.
			pending = pending.filter(({elapsed}) => elapsed >= before.readAt);
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
				if (!isBelievable(poll) || !tables.beat(account, holding.epoch, {...leaseFor(poll), beat: isLast && isComplete ? 0 : look.at})) {
					return false;
				}

				known ??= readKnown(poll);
				const {rows} = known.record;
				adoptNames(tables, known.record, batch.some(({observed}) => !rows.has(observed.uid)) ? poll.listed() : []);
				for (const entry of batch) {
					put(tables, known.record, dated(entry, poll), {isFirst: false});
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

			last = poll;
			const seenNow = changes.map(observed => ({observed, elapsed: look.elapsed - Math.max(0, look.at - observed.at)}));
			pending = [...pending, ...seenNow].slice(-mostPending);
			try {
				if (held === undefined) {
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
			if (held === undefined || last === undefined) {
				return undefined;
			}

			try {
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
