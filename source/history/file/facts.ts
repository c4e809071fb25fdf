import {statSync} from 'node:fs';
import {inMemory} from '../open.js';
import type {Database} from '../sqlite.js';

/** What there is to say of a memory. Times are milliseconds since the epoch. */
export type MemoryFacts = {
	readonly bytes: number;
	/** The first look that is kept; `undefined` before any. */
	readonly since: number | undefined;
	readonly accounts: readonly AccountFacts[];
};

/** An account at a place. `holder` and `beat` are who records it and the last sign of life; `undefined` where nobody does. */
type AccountFacts = {
	readonly place: string;
	readonly instances: number;
	readonly recorded: {readonly holder: string; readonly beat: number} | undefined;
};

/** Reads the facts of an open memory. It throws what SQLite throws. */
export function readFacts(database: Database, file: string): MemoryFacts {
	const since = database.prepare('select min(began) as since from watch').get()?.since ?? undefined;
	return {
		bytes: file === inMemory ? 0 : statSync(file).size,
		since: since === undefined ? undefined : Number(since),
		accounts: database.prepare(`select place, holder, beat, (select count(*) from instance where account = account.id and state <> 0) as instances
			from account order by id`).all().map(row => ({
			place: String(row.place),
			instances: Number(row.instances),
			recorded: Number(row.beat) === 0 ? undefined : {holder: String(row.holder), beat: Number(row.beat)},
		})),
	};
}

/**
Reads the names of the instances that the lists had when they were last seen, of all accounts, each with the places of the accounts that
have it. It throws what SQLite throws.
*/
export function readNames(database: Database): ReadonlyMap<string, readonly string[]> {
	const names = new Map<string, string[]>();
	const rows = database.prepare(`select distinct name, place, account from instance join account on account.id = instance.account
		where state <> 0 order by name, account`).all();
	for (const {name, place} of rows) {
		const places = names.get(String(name)) ?? [];
		places.push(String(place));
		names.set(String(name), places);
	}

	return names;
}
