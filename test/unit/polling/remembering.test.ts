import assert from 'node:assert/strict';
import {rmSync, statSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {describeVisit} from '../../../source/core/fleet/memory/describe-visit.js';
import type {MonitorEvent} from '../../../source/core/fleet/events.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {placeOf} from '../../../source/polling/open-rememberings.js';
import {account, noon} from '../../helpers/fleet.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {run, sinces} from '../../helpers/history/runs.js';
import {utc} from '../../helpers/utc.js';

const folder = freshFolder();
const minute = 60_000;
const hour = 60 * minute;
const down: Outcome = {kind: 'unreachable', reason: 'refused'};

const words = (events: readonly MonitorEvent[]) => events.map(event => event.kind === 'instance'
	? `${event.tracked.instance.name} ${event.happening.kind === 'changed' ? `${event.happening.transition.to.kind}${event.happening.transition.isExact ? '' : '?'}` : event.happening.kind}`
	: event.kind);

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
		describeVisit(fromMemory, third.fleet, {time: utc, now: noon + (15 * minute)}),
		'since 12:02:00: 1 outage, 1 still down; e shows them',
	);
});

test('the log beside the memory does not grow with the time that it is open', async () => {
	const file = path.join(folder, 'log.db');
	let size = 0;
	await run({
		file, start: noon, length: hour, interval: 15_000, answer: () => two('disconnected'),
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
