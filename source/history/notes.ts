import type {Database} from './sqlite.js';

/** What a person did, which any process may write, whoever records: each is a transaction of its own. */
export type Notes = {
	/** Notes that a person acknowledged an instance in a state that began at `since`, or took that back. It may be written at a later poll. */
	readonly acknowledge: (uid: string, acknowledged: Acknowledged | undefined) => void;
	/** Notes that a monitor was looked at. */
	readonly visited: (at: number) => void;
};

/** When a state began that a person acknowledged, and when the person did. */
type Acknowledged = {readonly since: number; readonly at: number};

export type NotesOptions = {
	readonly database: Database;
	/** The account's row; `undefined` while it was not found, or may not be written. */
	readonly writable: () => number | undefined;
	/** Told of what SQLite threw; gives whether the note can be written later. */
	readonly isPassing: (error: unknown) => boolean;
};

/** Most notes that wait for being written; the oldest are dropped. */
const mostNotes = 1000;

/** Opens the notes of an account. `write` writes those that wait. */
export function openNotes({database, writable, isPassing}: NotesOptions): Notes & {readonly write: () => void} {
	let waiting: ReadonlyArray<(account: number) => void> = [];
	const write = () => {
		const account = writable();
		try {
			for (const note of account === undefined ? [] : waiting) {
				note(account ?? 0);
				waiting = waiting.slice(1);
			}
		} catch (error) {
			// What cannot be written at all must not hold up what comes after it.
			waiting = isPassing(error) ? waiting : waiting.slice(1);
		}
	};

	const add = (note: (account: number) => void) => {
		waiting = [...waiting, note].slice(-mostNotes);
		write();
	};

	return {
		write,
		acknowledge(uid, acknowledged) {
			add(account => {
				if (acknowledged === undefined) {
					database.prepare('delete from acknowledged where instance = (select id from instance where uid = ? and account = ?)')
						.run(uid, account);
				} else {
					database.prepare('insert or replace into acknowledged select id, ?, ? from instance where uid = ? and account = ?')
						.run(Math.round(Math.min(acknowledged.since, acknowledged.at)), Math.round(acknowledged.at), uid, account);
				}
			});
		},
		visited(at) {
			add(account => {
				database.prepare('insert into visit (account, at) values (?, ?) on conflict (account) do update set at = excluded.at')
					.run(account, Math.round(at));
			});
		},
	};
}
