import type {ConnectionState} from '../../source/core/instance/instance.js';
import {runAtOnce} from '../../source/core/polling/slices.js';
import {sanitize} from '../../source/core/text/sanitize.js';
import {openHistory} from '../../source/history/open.js';
import {closeDays} from '../../source/history/past/days.js';
import {put, readRecord, type Observed} from '../../source/history/record/record.js';
import {openTables} from '../../source/history/tables.js';
import type {Fleet} from '../fleet.js';

/** An instance that is to be remembered, in its present state. */
export type Known = {readonly id: string; readonly name: string; readonly state: string};

export const day = 24 * 60 * 60_000;

/** Days that a memory reaches back, and how often an instance changes on one: it falls and comes back some ten times a month. */
const days = 90;
const changesPerDay = 0.7;

export const up: ConnectionState = {kind: 'connected', text: sanitize('connected')};
export const down: ConnectionState = {kind: 'disconnected', text: sanitize('disconnected')};

/** Writes a memory of ninety days of a fleet. */
export async function rememberFleet(file: string, {url, list}: Pick<Fleet, 'url' | 'list'>): Promise<void> {
	await writeMemory(file, new URL(url).host, list.map(({id, name, status}) => ({id, name, state: status})), Date.now());
}

/** Makes so many instances that are connected, for a memory of which no account is asked. */
export function makeInstances(count: number): readonly Known[] {
	return Array.from({length: count}, (_, index) => ({id: `7f3a0000-${index}`, name: `instance-${index}`, state: 'connected'}));
}

/** Writes a memory of ninety days of these instances at a place, that ends some seconds before `now`. */
export async function writeMemory(file: string, place: string, instances: readonly Known[], now: number): Promise<void> {
	const opened = await openHistory(file);
	if (opened.kind !== 'open') {
		throw new Error(`The memory ${opened.kind === 'none' ? opened.words : 'is absent'}.`);
	}

	const {database} = opened;
	const tables = openTables(database);
	const end = now - 3000;
	const begin = end - (days * day);
	database.exec('begin');
	const account = tables.addAccount(place);
	const record = readRecord(tables, account);
	const observed: Observed[] = [];
	for (const [index, {id, name, state}] of instances.entries()) {
		const seen = (at: number, present: ConnectionState) => ({
			uid: id, name, state: present, at, slack: 5000,
		});
		observed.push(seen(begin, up));
		const random = randomFrom(index);
		const spells = Math.round(days * changesPerDay / 2);
		for (let spell = 0; spell < spells; spell++) {
			const at = Math.floor(begin + ((spell + (0.8 * random())) * days * day / spells)) + 1;
			observed.push(seen(at, down), seen(at + 20_000 + Math.floor(random() * 20 * 60_000), up));
		}

		if (state !== 'connected') {
			observed.push(seen(end - Math.floor(random() * day / 24), {kind: 'disconnected', text: sanitize(state)}));
		}
	}

	for (const each of observed.toSorted((one, other) => one.at - other.at)) {
		put(tables, record, each, {isFirst: each.at === begin});
	}

	// A night of the second week was not watched, as on some others.
	for (let from = begin; from < end; from += 7 * day) {
		tables.addWatch(account, {
			instance: undefined, began: from, seen: Math.min(from + (6.7 * day), end), every: 5000,
		});
	}

	tables.addWatch(account, {
		instance: undefined, began: end - day, seen: end, every: 5000,
	});
	database.exec('commit');
	runAtOnce(closeDays({
		tables, account, isWritten(write) {
			database.exec('begin immediate');
			write();
			database.exec('commit');
			return true;
		},
	}));
	database.exec('pragma wal_checkpoint(truncate)');
	database.close();
}

/** Numbers from 0 to 1 that are the same in each run. */
function randomFrom(seed: number): () => number {
	let state = seed + 1;
	return () => {
		// The generator of Park and Miller, whose products are exact numbers.
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}
