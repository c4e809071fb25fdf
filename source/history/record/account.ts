import {holeLimit, type Look} from '../../core/fleet/seen/coverage.js';
import type {Database} from '../sqlite.js';
import type {Lease} from '../tables/lease.js';
import type {Tables} from '../tables.js';
import {openCoverage, type Coverage} from './coverage.js';
import {openHappened, type HappenedTables} from './happened.js';
import {
	dateNow,
	timeOf,
	uidOf,
	type Fact,
	type PendingFact,
} from './pending.js';
import type {GoodPoll} from './good-poll.js';
import {
	adoptNames,
	compare,
	put,
	readRecord,
	replay,
	type Record,
} from './record.js';

/** What the record holds of an account, kept beside the tables while this process records. */
export type Known = {readonly record: Record; readonly coverage: Coverage; readonly happened: HappenedTables};

/** A poll that is written, with the facts to write, and the time since when its process looks without a hole. */
type Writing = {readonly poll: GoodPoll; readonly began: number; readonly facts: readonly PendingFact[]};

/** The transactions by which an account is recorded. All of them throw what SQLite throws. */
export type Account = {
	/** Runs a transaction and tells whether it was kept: where the work could not be done, nothing is written. */
	readonly hasCommitted: (hasDone: () => boolean) => boolean;
	/** Takes the lease of that epoch, replays the facts and makes the record agree with the poll; `undefined` where that cannot be. */
	readonly takeOver: (writing: Writing, lease: Lease) => Known | undefined;
	/**
	Writes facts and the sign of life; the coverage is moved on with the last of them. `known` is read anew where it is `undefined`.
	It gives `undefined` where another process has the lease.
	*/
	readonly write: (writing: Writing, options: {
		readonly epoch: number;
		readonly known: Known | undefined;
		readonly isComplete: boolean;
		readonly beat: number;
	}) => Known | undefined;
};

/** A record that is ahead of the clock by up to this is cut to it, in milliseconds: the clock was wrong by a day and a zone at most. */
export const longestAhead = 25 * 60 * 60_000;

export type AccountOptions = {
	readonly database: Database;
	readonly tables: Tables;
	/** The account's row. */
	readonly account: number;
	/** Names this process. */
	readonly holder: string;
};

/** Opens an account by its row. */
export function openAccount({database, tables, account, holder}: AccountOptions): Account {
	const hasCommitted = (hasDone: () => boolean) => {
		database.exec('begin immediate');
		const isKept = hasDone();
		database.exec(isKept ? 'commit' : 'rollback');
		return isKept;
	};

	/** Cuts a record that is ahead of the clock to it, in the transaction that is open, unless it is too far ahead to be believed. */
	const fitToClock = ({at}: Look) => {
		const ahead = tables.lastSeen(account) - at;
		if (ahead <= 0) {
			return 'fits';
		}

		if (ahead > longestAhead) {
			return 'too-far';
		}

		tables.cutFuture(account, at);
		return 'cut';
	};

	const readKnown = ({look, isWhole}: GoodPoll): Known => {
		const record = readRecord(tables, account);
		return {
			record,
			coverage: openCoverage(tables, record, {isWhole, limit: holeLimit(look.interval)}),
			happened: openHappened(tables, record),
		};
	};

	const lookedBy = ({poll, began}: Writing) => ({
		listed: poll.listed, began, seen: poll.look.at, every: poll.look.interval,
	});

	const leaseFor = ({rank, look}: GoodPoll, beat: number) => ({
		holder, rank, every: look.interval, beat,
	});

	return {
		hasCommitted,
		takeOver(writing, {epoch}) {
			const {poll, facts} = writing;
			const {look, isWhole} = poll;
			let taken: Known | undefined;
			const isKept = hasCommitted(() => {
				if (fitToClock(look) === 'too-far' || !tables.take(account, epoch, leaseFor(poll, look.at))) {
					return false;
				}

				const known = readKnown(poll);
				const {record, coverage} = known;
				const missed = facts.map(fact => dateNow(fact, look)).filter(fact => timeOf(fact) > coverage.seenOf(uidOf(fact)));
				for (const fact of missed) {
					if (fact.kind === 'change') {
						replay(tables, record, fact.observed, coverage.seenOf(fact.observed.uid));
					}
				}

				compare(tables, record, {
					listed: poll.listed(), isWhole, at: look.at, seenOf: coverage.seenOf,
				});
				for (const fact of missed) {
					putHappened(known, fact);
				}

				coverage.move(lookedBy(writing));
				taken = known;
				return true;
			});
			return isKept ? taken : undefined;
		},
		write(writing, {epoch, known: before, isComplete, beat}) {
			const {poll, facts} = writing;
			let known = before;
			const isKept = hasCommitted(() => {
				const fit = fitToClock(poll.look);
				if (fit === 'too-far' || !tables.beat(account, epoch, leaseFor(poll, beat))) {
					return false;
				}

				known = fit === 'cut' || known === undefined ? readKnown(poll) : known;
				const {record, coverage} = known;
				const hasStranger = facts.some(({fact}) => fact.kind === 'change' && !record.rows.has(fact.observed.uid));
				adoptNames(tables, record, hasStranger ? poll.listed() : []);
				for (const pending of facts) {
					const fact = dateNow(pending, poll.look);
					if (fact.kind === 'change') {
						put(tables, record, fact.observed, {isFirst: false});
					} else {
						putHappened(known, fact);
					}
				}

				if (isComplete) {
					coverage.move(lookedBy(writing));
				}

				return true;
			});
			return isKept ? known : undefined;
		},
	};
}

function putHappened({happened}: Known, fact: Fact): void {
	switch (fact.kind) {
		case 'change': {
			break;
		}

		case 'odd': {
			happened.putOdd(fact.odd);
			break;
		}

		case 'trouble': {
			happened.putTrouble(fact.trouble);
			break;
		}

		case 'mass': {
			happened.putMass(fact.mass);
			break;
		}
	}
}
