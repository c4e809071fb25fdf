import assert from 'node:assert/strict';
import {rmSync, statSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {describeVisit} from '../../../../source/core/fleet/memory/describe-visit.js';
import type {MonitorEvent} from '../../../../source/core/fleet/events.js';
import {describeEvent} from '../../../../source/core/view/events/describe-event.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {placeOf} from '../../../../source/polling/memory/open-rememberings.js';
import {account, noon, type WireItem} from '../../../helpers/fleet.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {run, sinces} from '../../../helpers/history/runs.js';
import {utc} from '../../../helpers/utc.js';
import {tellMass, textOf} from '../../../helpers/watch-polls.js';

const folder = freshFolder();
const minute = 60_000;
const hour = 60 * minute;
const down: Outcome = {kind: 'unreachable', reason: 'refused'};

const words = (events: readonly MonitorEvent[]) => events.map(event => event.kind === 'instance'
	? `${event.tracked.instance.name} ${event.happening.kind === 'changed' ? `${event.happening.transition.to.kind}${event.happening.transition.isExact ? '' : '?'}` : event.happening.kind}`
	: event.kind);

/** The events as the events view lists them. */
const lines = (events: readonly MonitorEvent[], now: number) => events.map(event => textOf(describeEvent(event, utc, now)));

const two = (a: string, b = 'connected') => [{name: 'a', state: a}, {name: 'b', state: b}];

test('a second process knows since when, through a restart and over a hole, and tells what came before it once', async () => {
	const file = path.join(folder, 'since.db');
	await run({
		file, start: noon, length: 10 * minute, answer: at => two(at < noon + (5 * minute) ? 'connected' : 'disconnected'),
	});

	// An upgrade takes a minute: nothing is lost by it.
	const soon = await run({
		file, start: noon + (11 * minute), length: minute, answer: () => two('disconnected'),
	});
	assert.deepEqual(sinces(soon.fleet, noon + (12 * minute)), {a: [7, 'exact'], b: [12, 'at-least']});
	assert.deepEqual(words(soon.fleet.log.events), ['a disconnected']);

	const late = await run({
		file, start: noon + (8 * hour), length: minute, answer: () => two('disconnected', 'loggedout'),
	});
	assert.deepEqual(sinces(late.fleet, noon + (8 * hour) + minute), {a: [476, 'approximate'], b: [1, 'at-least']});
	assert.deepEqual(words(late.fleet.log.events), ['b loggedout?', 'unwatched', 'a disconnected']);

	const again = await run({
		file, start: noon + (8 * hour) + (6 * minute), length: minute, answer: () => two('disconnected', 'loggedout'),
	});
	assert.deepEqual(words(again.fleet.log.events).toSorted(), ['a disconnected', 'b loggedout?', 'unwatched', 'unwatched']);
	assert.deepEqual(again.told, []);
});

test('without an answer what is remembered is shown as old, and is no other account\'s', async () => {
	const file = path.join(folder, 'stale.db');
	await run({
		file, start: noon, length: minute, answer: () => two('disconnected'),
	});
	const unreachable = await run({
		file, start: noon + hour, length: minute, answer: () => down,
	});
	const {inventory, feeds} = unreachable.fleet;
	assert.deepEqual(inventory.tracked.values().map(({instance: {name, state, isRemembered}}) => [name, state.kind, isRemembered]).toArray(), [
		['a', 'disconnected', true], ['b', 'connected', true],
	]);
	assert.equal(feeds.get(account)?.answeredAt, noon + minute);
	assert.notEqual(feeds.get(account)?.trouble, undefined);

	// Another account at the same place: nothing of the first one is left, and nothing has vanished.
	const other = await run({
		file, start: noon + (2 * hour), length: minute, answer: at => at < noon + (2 * hour) + 20_000 ? down : [{name: 'z'}],
	});
	assert.deepEqual(other.fleet.inventory.tracked.values().map(({instance}) => instance.name).toArray(), ['z']);
	assert.deepEqual(words(other.fleet.log.events), ['trouble-ended', 'trouble-began']);
});

test('a token that was refused and read anew can be another account\'s, whose list ends nothing in the former one', async () => {
	const file = path.join(folder, 'token.db');
	const refused: Outcome = {
		kind: 'unauthorized', status: 401, tokenChanged: true, budget: undefined, message: undefined,
	};
	const answer = (other: readonly WireItem[]) => (at: number) => {
		const minutes = (at - noon) / minute;
		return minutes < 2 ? two('disconnected') : (minutes < 2.1 ? refused : other);
	};

	await run({
		file, start: noon, length: 5 * minute, answer: answer([{name: 'z'}]),
	});
	const first = await run({
		file, start: noon + (6 * minute), length: minute, answer: () => two('disconnected'),
	});
	assert.deepEqual(sinces(first.fleet, noon + (7 * minute)), {a: [7, 'approximate'], b: [7, 'approximate']});
	assert.deepEqual(words(first.fleet.log.events), ['unwatched']);
	const same = await run({
		file: path.join(folder, 'same-token.db'), start: noon, length: 5 * minute, answer: answer(two('disconnected', 'loggedout')),
	});
	assert.deepEqual(same.told, []);
	const next = await run({
		file: path.join(folder, 'same-token.db'), start: noon + (6 * minute), length: minute, answer: () => two('disconnected', 'loggedout'),
	});
	assert.deepEqual(sinces(next.fleet, noon + (7 * minute)), {a: [7, 'at-least'], b: [5, 'at-least']});
});

test('what a part of the list does not have has not left it', async () => {
	const file = path.join(folder, 'part.db');
	await run({
		file, start: noon, length: minute, answer: () => two('disconnected'),
	});
	const part = await run({
		file, start: noon + (2 * minute), length: minute, names: ['a'], answer: () => [{name: 'a', state: 'disconnected'}],
	});
	assert.deepEqual(sinces(part.fleet, noon + (3 * minute)), {a: [3, 'at-least']});
	assert.deepEqual(words(part.fleet.log.events), []);
});

test('a reader makes no file, and a simulator is never recorded', async () => {
	const file = path.join(folder, 'reader.db');
	const reader = await run({
		file, start: noon, length: minute, isReader: true, answer: () => two('connected'),
	});
	assert.deepEqual(reader.told, []);
	await run({
		file, start: noon, length: minute, isSimulated: true, answer: () => two('disconnected'),
	});
	const next = await run({
		file, start: noon + hour, length: minute, answer: () => two('disconnected'),
	});
	assert.deepEqual(sinces(next.fleet, noon + hour + minute), {a: [1, 'at-least'], b: [1, 'at-least']});
	assert.deepEqual(next.recalled, []);
});

test('what was acknowledged stays so until the state changes, and the next visit is told what fell since the last', async () => {
	const file = path.join(folder, 'visits.db');
	await run({
		file, start: noon, length: 2 * minute, answer: () => two('disconnected'),
		atEnd({inventory}, memory) {
			memory.visited(noon + (2 * minute));
			for (const {instance, since} of inventory.tracked.values()) {
				memory.acknowledge(account, instance.key, since.at, noon + (2 * minute));
			}
		},
	});
	const second = await run({
		file, start: noon + (3 * minute), length: 10 * minute, answer: at => two('disconnected', at < noon + (5 * minute) ? 'connected' : 'disconnected'),
	});
	assert.equal(second.recalled[0]?.acknowledged.size, 2);
	const third = await run({
		file, start: noon + (14 * minute), length: minute, answer: () => two('disconnected', 'disconnected'),
	});
	const [fromMemory] = third.recalled;
	assert.ok(fromMemory);
	assert.equal(fromMemory.acknowledged.size, 1);
	assert.equal(
		describeVisit([fromMemory], third.fleet, {time: utc, now: noon + (15 * minute), key: 'e'}),
		'since your visit 12:02: 1 outage began, 1 goes on; e shows them',
	);
});

test('what was odd, and what polls had trouble with, is told after a restart as it was before it', async () => {
	const file = path.join(folder, 'odd.db');
	const odd = (isOdd: boolean) => [{name: 'a', state: 'connected', isOdd}, {name: 'b', state: 'connected', isOdd: true}];
	const answer = (at: number) => {
		const minutes = (at - noon) / minute;
		return minutes > 6 && minutes < 8
			? down
			: odd(minutes > 3 && minutes < 20).map(({name, state, isOdd}) => ({
				name, state, numberJid: isOdd ? '' : `55119999900${name === 'a' ? 1 : 2}@s.whatsapp.net`,
			}));
	};

	const first = await run({
		file, start: noon, length: 15 * minute, answer,
	});
	const now = noon + (16 * minute);
	const second = await run({
		file, start: now, length: 10 * minute, answer,
	});
	const told = lines(first.fleet.log.events, now);
	assert.deepEqual(told, [
		'12:08:20  nobody watched from 12:06:00 to 12:08:20',
		'12:08:20  polling works again, after at least 1m 50s of unreachable: the connection was refused',
		'12:06:05  unreachable: the connection was refused',
		'12:03:05  a  odd: connected without a number',
	]);
	assert.deepEqual(lines(second.fleet.log.events, now), [
		'12:20:00  a  no longer odd: connected without a number, after ~16m 50s',
		// The record is moved on every fifteen seconds.
		...told.map(line => line.replace('12:06:00', '12:05:50').replace('after at least 1m 50s', 'after ~2m 15s')),
	]);

	// An oddity that ended while nobody watched.
	const third = await run({
		file, start: noon + hour, length: minute, answer: () => two('connected').map(item => ({...item, numberJid: '5511999990001@s.whatsapp.net'})),
	});
	assert.deepEqual(lines(third.fleet.log.events, now).filter(line => line.includes('  b  ')), ['13:00:00  b  no longer odd: connected without a number, after ~26m 00s']);
});

test('who comes late sees that many fell together, how many are back, and what they have in common', async () => {
	const file = path.join(folder, 'mass.db');
	const names = Array.from({length: 12}, (_, index) => `n${index}`);
	const answer = (at: number) => {
		const minutes = (at - noon) / minute;
		return names.map((name, index) => ({
			name,
			state: minutes >= 3 && index < 9 && !(index < 2 && minutes >= 6) ? 'disconnected' : 'connected',
			proxy: {enabled: true, host: index < 9 ? 'br1.example.net' : 'br2.example.net'},
		}));
	};

	await run({
		file, start: noon, length: 5 * minute, answer,
	});
	const late = await run({
		file, start: noon + (7 * minute), length: minute, answer,
	});
	assert.equal(tellMass(late.fleet.masses, late.fleet.inventory, noon + (8 * minute)), '9 of 12 fell 12:02:55–03:00 · last 5m ago · 2 back · all through proxy br1.example.net');
	const after = await run({
		file, start: noon + (30 * minute), length: minute, answer,
	});
	assert.equal(tellMass(after.fleet.masses, after.fleet.inventory, noon + (31 * minute)), '7 of 12 down · all through proxy br1.example.net');
});

test('events are told page by page to the beginning of the memory, each once', async () => {
	const file = path.join(folder, 'pages.db');
	const names = Array.from({length: 60}, (_, index) => `n${index}`);
	const answer = (at: number) => names.map((name, index) => ({name, state: Math.floor((at - noon) / minute) % 8 === 0 && index < 59 ? 'disconnected' : 'connected'}));
	const seen = await run({
		file, start: noon, length: 28 * minute, interval: 10_000, answer,
	});
	let told: readonly string[] = [];
	let pages = 0;
	await run({
		file, start: noon + (29 * minute), length: minute, answer,
		atEnd(fleet, memory, recalled) {
			let {events} = fleet.log;
			let cursor = recalled[0]?.older;
			while (cursor !== undefined) {
				const page = memory.eventsBefore(account, fleet, cursor, events.at(-1)?.id ?? 0);
				events = [...events, ...page?.events ?? []];
				cursor = page?.older;
				pages++;
			}

			told = lines(events, noon);
			assert.equal(new Set(events.map(({id}) => id)).size, events.length);
		},
	});
	assert.ok(pages > 1, String(pages));
	assert.deepEqual(told.toSorted(), lines(seen.fleet.log.events, noon).toSorted());
});

test('the log beside the memory does not grow with the time that it is open', async () => {
	const file = path.join(folder, 'log.db');
	let size = 0;
	await run({
		file, start: noon, length: 25 * minute, interval: 15_000, answer: () => two('disconnected'),
		atEnd() {
			size = statSync(`${file}-wal`).size;
		},
	});
	// A sign of life every fifteen seconds is one page of 4 KiB, or two.
	assert.ok(size < 200_000, String(size));
});

test('a memory that is removed while it is open is told of once, and begun anew from what is known', async () => {
	const file = path.join(folder, 'removed.db');
	const {told} = await run({
		file, start: noon, length: 5 * minute,
		answer(at) {
			if (at > noon + (2 * minute) && at < noon + (2 * minute) + 6000) {
				rmSync(file, {force: true});
			}

			return two('disconnected');
		},
	});
	assert.deepEqual(told, ['the memory was removed or replaced while it was open; a new one is begun']);
	const next = await run({
		file, start: noon + (6 * minute), length: minute, answer: () => two('disconnected'),
	});
	// When the process looked before is not in the new one.
	assert.deepEqual(sinces(next.fleet, noon + (7 * minute)), {a: [7, 'approximate'], b: [7, 'approximate']});
});

test('a place is host, port and path, without what differs in spelling', () => {
	assert.deepEqual(['https://API.Example/', 'https://api.example:8080/v1/', 'https://api.example:443'].map(url => placeOf(url)), [
		'api.example', 'api.example:8080/v1', 'api.example',
	]);
});
