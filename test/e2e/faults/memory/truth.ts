import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import type {Simulator} from '../../../../source/simulator/server/server.js';
import {simulate} from '../../../helpers/servers/simulate.js';

/** A state that an instance had from a time on, in milliseconds since the epoch. */
type StateFrom = {readonly state: string; readonly at: number};

/** A simulated account of which it is known what was true when; its answers are recorded. */
export type Truth = AsyncDisposable & {
	readonly simulator: Simulator;
	readonly names: readonly string[];
	/** Puts an instance into its next state. */
	readonly change: (index: number) => void;
	/** Every state that an instance had, oldest first. */
	readonly of: (name: string) => readonly StateFrom[];
};

/** The states that an instance goes through, again and again. */
const states = ['connected', 'disconnected', 'connecting', 'loggedout'];

/** Kinds of states by their numbers in the record. */
const kinds = ['absent', 'connected', 'connecting', 'disconnected', 'loggedout'];

/** Serves an account of so many instances, all of which are connected and stay so until they are changed. */
export async function serveTruth(instances: number): Promise<Truth> {
	const simulator = await simulate({isMarked: false, instances});
	const names = simulator.world.instances().map(({name}) => name);
	const truth = new Map<string, StateFrom[]>();
	const put = (name: string, state: string) => {
		simulator.world.set(name, {state});
		truth.set(name, [...truth.get(name) ?? [], {state, at: Date.now()}]);
	};

	for (const name of names) {
		put(name, 'connected');
	}

	return {
		simulator,
		names,
		change(index) {
			const name = names[index % names.length] ?? '';
			put(name, states[(truth.get(name)?.length ?? 0) % states.length] ?? '');
		},
		of: name => truth.get(name) ?? [],
		async [Symbol.asyncDispose]() {
			await simulator[Symbol.asyncDispose]();
		},
	};
}

/** A change as the record has it. */
type Recorded = {readonly at: number; readonly slack: number | undefined; readonly was: string; readonly became: string};

/** The changes of each instance in a file that is whole. */
export function readRecorded(file: string, names: readonly string[]): ReadonlyMap<string, readonly Recorded[]> {
	const database = new DatabaseSync(file, {readOnly: true});
	try {
		assert.equal(database.prepare('pragma integrity_check').get()?.integrity_check, 'ok');
		assert.equal(database.prepare('select count(*) as accounts from account').get()?.accounts, 1);
		const read = database.prepare(`select at, change.slack, was, became from change join instance on instance.id = instance
			where name = ? order by change.id`);
		return new Map(names.map(name => [name, read.all(name).map(({at, slack, was, became}) => ({
			at: Number(at), slack: slack === null ? undefined : Number(slack), was: kinds[Number(was)] ?? '', became: kinds[Number(became)] ?? '',
		}))]));
	} finally {
		database.close();
	}
}

/** Checks that the record has every change, from the state number `from` of each instance on, with the times of the looks around it. */
export function checkRecorded(file: string, truth: Truth, from = 0): void {
	for (const [name, changes] of readRecorded(file, truth.names)) {
		const expected = truth.of(name).slice(from);
		assert.deepEqual(
			changes.map(({was, became}) => [was, became]),
			expected.slice(1).map(({state}, index) => [expected[index]?.state, state]),
			name,
		);
		for (const [index, {at, slack}] of changes.entries()) {
			const changed = expected[index + 1]?.at ?? 0;
			assert.ok(at >= changed - 1 && at - (slack ?? 0) <= changed + 100, `${name}: ${at}, less ${slack}, is the first look after ${changed}`);
		}
	}
}

/** How many changes a file has; 0 where it cannot be read now. */
export function countRecorded(file: string): number {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(file, {readOnly: true});
		return Number(database.prepare('select count(*) as count from change').get()?.count);
	} catch {
		return 0;
	} finally {
		database?.close();
	}
}

/** The process that records the only account; `undefined` where nobody does. */
export function readHolder(file: string): number | undefined {
	using database = new DatabaseSync(file, {readOnly: true});
	const row = database.prepare('select holder, beat from account').get();
	// A holder is the machine, the process and its start.
	return row === undefined || row.beat === 0 ? undefined : Number(String(row.holder).split(' ', 2)[1]);
}
