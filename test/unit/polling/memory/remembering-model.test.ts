import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {newFleet, type Fleet, type Poll} from '../../../../source/core/fleet/fleet.js';
import type {EventCursor} from '../../../../source/core/fleet/memory/remembered.js';
import type {FromMemory} from '../../../../source/core/fleet/memory/remember-account.js';
import type {MonitorEvent} from '../../../../source/core/fleet/events.js';
import {rowIn} from '../../../../source/core/fleet/row.js';
import {factsOf} from '../../../../source/core/instance/facts.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {openAccountMemory} from '../../../../source/history/account-memory.js';
import {inMemory, openHistory} from '../../../../source/history/open.js';
import {openTables} from '../../../../source/history/tables.js';
import {createRemembering, type Remembering} from '../../../../source/polling/memory/remembering.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';
import {tries} from '../../../helpers/properties/tries.js';

const second = 1000;
const interval = 30 * second;

/** Looks that are further apart leave a hole; a change between two that are further apart is not dated closely. */
const holeAfter = 120 * second;
const closeWithin = 3 * interval;

/** One look at the list, by whichever process. */
type ModelLook = {readonly at: number; readonly states: ReadonlyMap<string, string>};

const names = ['a', 'b', 'c'];

const state = fc.constantFrom('connected', 'connected', 'connected', 'connecting', 'disconnected', 'loggedout');

/** What one process sees before it ends: the states at each of its looks, and how long it waits before its first one. */
const life = fc.record({
	pause: fc.oneof(fc.integer({min: 1, max: 80}), fc.integer({min: 90, max: 3000})),
	// Some are killed, and some leave in good order.
	isKilled: fc.boolean(),
	looks: fc.array(fc.tuple(state, state, state), {minLength: 1, maxLength: 12}),
	/** Waits before some of the looks: the API did not answer, or the machine slept. */
	waits: fc.dictionary(fc.constantFrom('2', '4', '7'), fc.integer({min: 40, max: 700})),
});

/** A process that watches, with a fleet of its own. */
type Watcher = {readonly remembering: Remembering; fleet: Fleet; readonly recalled: FromMemory[]; readonly began: number};

/** Since when each instance is in its state, and how certain that is, read off all looks. */
function expectedSince(looks: readonly ModelLook[], name: string): readonly [at: number, bound: string] {
	const present = looks.at(-1)?.states.get(name);
	const former = looks.findLastIndex(({states}) => states.get(name) !== present);
	const own = looks.slice(former + 1);
	const at = own[0]?.at ?? 0;
	if (own.some((look, index) => index > 0 && look.at - (own[index - 1]?.at ?? 0) > holeAfter)) {
		return [at, 'approximate'];
	}

	const slack = former === -1 ? Infinity : at - (looks[former]?.at ?? 0);
	return [at, slack <= closeWithin ? 'exact' : 'at-least'];
}

/** For how long an instance was seen, and for how much of that it was connected, between two looks one after the other. */
function expectedShare(looks: readonly ModelLook[], name: string): {readonly up: number; readonly seen: number} {
	let [up, seen] = [0, 0];
	for (const [index, look] of looks.entries()) {
		const former = looks[index - 1];
		const length = former === undefined ? Infinity : look.at - former.at;
		const word = former?.states.get(name);
		const isChanged = word !== look.states.get(name);
		// Over a hole nothing is claimed, nor from the last look that had a state to a change that is not dated closely.
		if (!(length <= holeAfter) || (isChanged && length > closeWithin)) {
			continue;
		}

		seen += length;
		up += word === 'connected' ? length : 0;
	}

	return {up, seen};
}

function expectedEvents(looks: readonly ModelLook[]): readonly string[] {
	return looks.slice(1).flatMap((look, index) => {
		const former = looks[index];
		const changes = names.filter(name => former?.states.get(name) !== look.states.get(name))
			.map(name => `${look.at} ${name} ${former?.states.get(name) ?? ''} ${look.states.get(name) ?? ''}`);
		return look.at - (former?.at ?? 0) > holeAfter ? [...changes, `${look.at} unwatched since ${former?.at ?? 0}`] : changes;
	}).toSorted();
}

function textOf(event: MonitorEvent): string {
	if (event.kind === 'unwatched') {
		return `${event.at} unwatched since ${event.from}`;
	}

	assert.ok(event.kind === 'instance' && event.happening.kind === 'changed', event.kind);
	const {former, to} = event.happening.transition;
	return `${event.at} ${event.tracked.instance.name} ${former.state.text} ${to.text}`;
}

/** All events that a process can tell: those that it has, and page by page those of the memory. */
function eventsOf({fleet, remembering, recalled}: Watcher): readonly string[] {
	let {events} = fleet.log;
	let cursor: EventCursor | undefined = recalled[0]?.older;
	while (cursor !== undefined) {
		const page = remembering.eventsBefore(fleet, cursor, events.at(-1)?.id ?? 0);
		events = [...events, ...page.events];
		cursor = page.older;
	}

	return events.map(event => textOf(event)).toSorted();
}

test('whatever processes saw one after another, the memory tells since, shares and events as a plain reading of all looks does', async () => {
	await fc.assert(fc.asyncProperty(fc.array(life, {minLength: 1, maxLength: 7}), async lives => {
		const opened = await openHistory(inMemory);
		assert.strictEqual(opened.kind, 'open');
		const {database} = opened;
		const tables = openTables(database);
		const looks: ModelLook[] = [];
		let now = noon;
		for (const [number, {pause, isKilled, looks: seen, waits}] of lives.entries()) {
			now += pause * second;
			const recalled: FromMemory[] = [];
			const memory = openAccountMemory({
				database, tables, isWritable: true, place: 'host', holder: `process ${number}`, isHolderGone: () => true,
			});
			const watcher: Watcher = {
				fleet: newFleet([{account, host: sanitize('host')}]),
				began: now,
				recalled,
				remembering: createRemembering({
					account, memory, names: [], isShownUnanswered: true, takesSimulated: true,
					recalled(fromMemory) {
						recalled.push(fromMemory);
					},
				}),
			};
			for (const [index, words] of seen.entries()) {
				now += index === 0 ? 0 : (waits[String(index)] ?? (interval / second)) * second;
				const states = new Map(names.map((name, place) => [name, words[place] ?? 'connected']));
				looks.push({at: now, states});
				poll(watcher, states, now);
				for (const {instance, since} of watcher.fleet.inventory.tracked.values()) {
					const row = rowIn(watcher.fleet.inventory, watcher.fleet.inventory.tracked.get(instance.key) ?? assert.fail(), {
						facts: factsOf(instance), now, isAcknowledged: false,
					});
					assert.deepEqual([row.since.at, row.since.bound], expectedSince(looks, instance.name), `${instance.name} since ${since.at}`);
				}
			}

			assert.deepEqual(eventsOf(watcher), expectedEvents(looks));
			// Right after a long wait a process lets others record what they saw meanwhile, and writes its own part a little later.
			if (!isKilled || waits[String(seen.length - 1)] !== undefined) {
				watcher.remembering.release();
			}

			const shares = runAtOnce(memory.shares(now, [30 * 24 * 60 * 60 * second]));
			for (const name of names) {
				const {up, seen: watched} = shares?.get(`id-${name}`)?.[0] ?? assert.fail();
				assert.deepEqual({up, seen: watched}, expectedShare(looks, name), name);
			}
		}

		database.close();
	}), {numRuns: tries(20)});
});

/** A poll of a process, as a watcher folds and records it. Its monotonic clock begins with it. */
function poll(watcher: Watcher, states: ReadonlyMap<string, string>, at: number): void {
	const outcome = listed(snapshotOf([...states].map(([name, word]) => ({name, state: word, numberJid: '5511999990001@s.whatsapp.net'})), at));
	const times = {at, elapsed: at - watcher.began, interval};
	const ended: Poll = {
		account, outcome, asked: times, ...times, next: {at: at + interval, reason: 'interval'},
	};
	const before = runAtOnce(watcher.remembering.recall(watcher.fleet, ended));
	watcher.fleet = foldOne(before, outcome, times);
	assert.equal(runAtOnce(watcher.remembering.record(before, watcher.fleet, ended)), undefined);
}
