import type {SeenPast} from '../core/fleet/memory/seen-past.js';
import {stateKind} from '../core/instance/instance.js';
import {sanitize} from '../core/text/sanitize.js';
import {put, readRecord, type Observed} from './record/record.js';
import type {Database} from './sqlite.js';
import type {Tables} from './tables.js';

/** The interval at which the past was watched, in milliseconds. */
const every = 5000;

/** How long ago a person last looked, in milliseconds: the evening before. */
const visitedBefore = 14 * 60 * 60_000;

/** Fills an empty memory, as one that lives in the process alone, with a past of the account at a place. It throws what SQLite throws. */
export function seedMemory(database: Database, tables: Tables, place: string, {watched, masses, instances}: SeenPast): void {
	database.exec('begin immediate');
	const account = tables.addAccount(place);
	for (const {from, to} of watched) {
		tables.addWatch(account, {
			instance: undefined, began: from, seen: to, every,
		});
	}

	const began = watched[0]?.from ?? 0;
	const holeBefore = new Map(watched.slice(1).map(({from}, index) => [from, from - (watched[index]?.to ?? from)]));
	const observed = instances.flatMap(({id, name, states}) => states.map(({at, state}): Observed => ({
		uid: id, name, state: {kind: stateKind(state), text: sanitize(state)}, at, slack: holeBefore.get(at) ?? every,
	})));
	const record = readRecord(tables, account);
	// The record is in the order of time.
	for (const each of observed.toSorted((one, other) => one.at - other.at)) {
		put(tables, record, each, {isFirst: each.at <= began});
	}

	for (const mass of masses) {
		tables.addMass(account, {...mass, began: mass.began - every});
	}

	const end = watched.at(-1)?.to ?? began;
	database.prepare('insert into visit (account, at) values (?, ?)').run(account, end - visitedBefore);
	database.exec('commit');
}
