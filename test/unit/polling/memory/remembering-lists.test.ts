import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {describeVisit} from '../../../../source/core/fleet/memory/describe-visit.js';
import type {MonitorEvent} from '../../../../source/core/fleet/events.js';
import type {Inventory} from '../../../../source/core/fleet/inventory.js';
import {accountId} from '../../../../source/core/instance/instance.js';
import {describeEvent} from '../../../../source/core/view/events/describe-event.js';
import type {WatchMemory} from '../../../../source/polling/memory/watch-memory.js';
import {account, noon} from '../../../helpers/fleet.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {run as runEvery, sinces, type RunOptions} from '../../../helpers/history/runs.js';
import {utc} from '../../../helpers/utc.js';
import {tellMass, textOf} from '../../../helpers/watch-polls.js';

const folder = freshFolder();
const minute = 60_000;
const hour = 60 * minute;
const lines = (events: readonly MonitorEvent[], now: number) => events.map(event => textOf(describeEvent(event, utc, now)));
/** Polls are far apart, so that the tests are short. */
const run = async (options: RunOptions) => runEvery({interval: 20_000, ...options});
const two = (a: string, b = 'connected') => [{name: 'a', state: a}, {name: 'b', state: b}];

function acknowledgeFirst({tracked}: Inventory, memory: WatchMemory, {since, at}: {readonly since: number; readonly at: number}) {
	for (const {instance} of tracked.values().take(1)) {
		memory.acknowledge(account, instance.key, since, at);
	}
}

test('an empty list before the first whole one takes nothing from what is remembered, and nothing appears', async () => {
	const file = path.join(folder, 'empty-first.db');
	await run({
		file, start: noon, length: 10 * minute, answer: at => two(at < noon + (5 * minute) ? 'connected' : 'disconnected'),
	});
	const morning = noon + (8 * hour);
	const first = await run({
		file, start: morning, length: 2 * minute, answer: at => at < morning + 8000 ? [] : two('disconnected', 'loggedout'),
	});
	assert.deepEqual(sinces(first.fleet, morning + (2 * minute)), {a: [477, 'approximate'], b: [2, 'at-least']});
	const events = lines(first.fleet.log.events, morning);
	assert.deepEqual(events.filter(line => line.includes('appeared')), []);
	assert.ok(events.includes('20:00:20  nobody watched from 12:10:00 to 20:00:20'), events.join('\n'));
	const next = await run({
		file, start: morning + (3 * minute), length: minute, answer: () => two('disconnected', 'loggedout'),
	});
	assert.deepEqual(sinces(next.fleet, morning + (4 * minute)), {a: [479, 'approximate'], b: [4, 'at-least']});
});

test('what changed while the list was empty is not dated more closely than the last list that had it', async () => {
	const file = path.join(folder, 'empty-between.db');
	await run({
		file, start: noon, length: 20 * minute,
		answer(at) {
			const minutes = (at - noon) / minute;
			return minutes >= 5 && minutes < 6 ? [] : two('connected', minutes < 5 ? 'disconnected' : 'loggedout');
		},
	});
	const next = await run({
		file, start: noon + (21 * minute), length: minute, answer: () => two('connected', 'loggedout'),
	});
	assert.deepEqual(sinces(next.fleet, noon + (22 * minute)), {a: [22, 'at-least'], b: [16, 'at-least']});
});

test('that many fell is neither told of a part of the list, nor recorded of one', async () => {
	const file = path.join(folder, 'part-fall.db');
	const names = Array.from({length: 12}, (_, index) => `n${index}`);
	const answer = (count: number) => (at: number) => names.slice(0, count)
		.map((name, index) => ({name, state: at >= noon + (3 * minute) && index < 6 ? 'disconnected' : 'connected'}));
	await run({
		file, start: noon, length: 5 * minute, answer: answer(12),
	});
	const part = await run({
		file, start: noon + (6 * minute), length: minute, names: ['n0', 'n1'], answer: answer(2),
	});
	assert.equal(tellMass(part.fleet.masses, part.fleet.inventory, noon + (7 * minute)), undefined);

	const own = path.join(folder, 'own-fall.db');
	await run({
		file: own, start: noon - minute, length: minute, answer: answer(12),
	});
	await run({
		file: own, start: noon, length: 5 * minute, names: names.slice(0, 6), answer: answer(6),
	});
	const whole = await run({
		file: own, start: noon + (6 * minute), length: minute,
		answer: at => [...answer(12)(at), ...Array.from({length: 30}, (_, index) => ({name: `m${index}`, state: 'connected'}))],
	});
	assert.equal(tellMass(whole.fleet.masses, whole.fleet.inventory, noon + (7 * minute)), undefined);
});

test('who watches a part of the list remembers what was seen of it, by itself or with the whole list', async () => {
	const file = path.join(folder, 'part-since.db');
	const token = 'account-token-of-the-tests';
	const stateAt = (at: number) => at < noon + (5 * minute) ? 'connected' : 'disconnected';
	await run({
		file, start: noon, length: 10 * minute, names: ['a', 'b'], answer: at => two(stateAt(at)),
	});
	const again = await run({
		file, start: noon + (11 * minute), length: minute, names: ['a', 'b'], answer: at => two(stateAt(at)),
	});
	assert.deepEqual(sinces(again.fleet, noon + (12 * minute)), {a: [7, 'exact'], b: [12, 'at-least']});
	assert.deepEqual(lines(again.fleet.log.events, noon), ['12:05:00  a  connected → disconnected, after at least 4m 40s']);
	const unanswered = await run({
		file, start: noon + (12 * minute), length: minute, answer: () => ({kind: 'unreachable', reason: 'refused'}),
	});
	assert.deepEqual(sinces(unanswered.fleet, noon + (12 * minute)), {a: [7, 'exact'], b: [12, 'at-least']});
	const own = await run({
		file, start: noon + (13 * minute), length: minute, answer: at => [{name: 'a', state: stateAt(at), token}],
	});
	assert.deepEqual(sinces(own.fleet, noon + (14 * minute)), {a: [9, 'exact']});
	const other = await run({
		file, start: noon + (18 * minute), length: minute, names: ['a', 'b'], answer: at => two(stateAt(at)),
	});
	assert.deepEqual(sinces(other.fleet, noon + (19 * minute)), {a: [14, 'approximate'], b: [19, 'approximate']});
});

test('ids that no database keeps as they are, or that look like another kind of id, are told apart', async () => {
	for (const [index, [id, other]] of [['x\u{D800}', 'x\u{D801}'], ['name:b', ''], ['["p"]', 'p'], ['["p","b"]', 'p'], ['a\0b', 'a\0c']].entries()) {
		const file = path.join(folder, `ids-${index}.db`);
		const answer = (at: number) => [
			{name: 'a', id, state: at < noon + (2 * minute) ? 'connected' : 'disconnected'},
			{name: 'b', id: other, state: at < noon + (3 * minute) ? 'connected' : 'loggedout'},
		];
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const first = await run({
			file, start: noon, length: 5 * minute, answer,
		});
		// eslint-disable-next-line no-await-in-loop -- see above
		const next = await run({
			file, start: noon + (6 * minute), length: minute, answer,
		});
		assert.deepEqual([...first.told, ...next.told], [], id);
		assert.deepEqual(sinces(next.fleet, noon + (7 * minute)), {a: [5, 'exact'], b: [4, 'exact']}, id);
	}
});

test('an acknowledgement is of the state that was seen, whoever saw it first', async () => {
	const states = (at: number) => two(at < noon + (5 * minute) ? 'disconnected' : 'loggedout');
	const acknowledgedAfter = async (name: string, since: number, at: number) => {
		const file = path.join(folder, `${name}.db`);
		await run({
			file, start: noon, length: 10 * minute, answer: states,
			atEnd({inventory}, memory) {
				acknowledgeFirst(inventory, memory, {since, at});
			},
		});
		const {recalled} = await run({
			file, start: noon + (11 * minute), length: minute, answer: () => two('loggedout'),
		});
		return recalled[0]?.acknowledged.size;
	};

	const changed = noon + (5 * minute);
	// The picture was held, or not polled yet, and still had the former state.
	assert.equal(await acknowledgedAfter('former', noon, changed + 3000), 0);
	// Another pane polls more often than the one that records, and saw the state a moment before.
	assert.equal(await acknowledgedAfter('early', changed - 4000, changed - 1000), 1);
	assert.equal(await acknowledgedAfter('same', changed, changed + minute), 1);
});

test('what was recorded while the clock was ahead is not told as of the future, and silences nothing later', async () => {
	const file = path.join(folder, 'ahead.db');
	const ahead = 20 * hour;
	await run({
		file, start: noon + ahead, length: 10 * minute, answer: at => two(at < noon + ahead + (5 * minute) ? 'connected' : 'disconnected'),
		atEnd({inventory}, memory) {
			memory.visited(noon + ahead + (10 * minute));
			acknowledgeFirst(inventory, memory, {since: noon + ahead + (5 * minute), at: noon + ahead + (10 * minute)});
		},
	});
	const right = await run({
		file, start: noon, length: 20 * minute, answer: at => two(at >= noon + (5 * minute) && at < noon + (10 * minute) ? 'connected' : 'disconnected'),
	});
	const [recalled] = right.recalled;
	assert.equal(recalled?.visitedAt, noon);
	assert.deepEqual(recalled.acknowledged.values().toArray(), [noon]);
	assert.deepEqual(right.fleet.log.events.filter(({at}) => at > noon + (20 * minute)), []);
	const after = await run({
		file, start: noon + (21 * minute), length: minute, answer: () => two('disconnected'),
	});
	assert.equal(after.recalled[0]?.acknowledged.size, 0);
	assert.equal(after.recalled[0].visitedAt, noon);
	const before = await run({
		file, start: noon - (30 * 24 * hour), length: minute, answer: () => two('disconnected'),
	});
	assert.deepEqual(sinces(before.fleet, noon - (30 * 24 * hour) + minute), {a: [1, 'at-least'], b: [1, 'at-least']});
});

test('what fell in one account is not told as of another, and what is told of several is told together', async () => {
	const file = path.join(folder, 'accounts.db');
	await run({
		file, start: noon, length: minute, answer: () => two('connected'),
	});
	const {fleet} = await run({
		file, start: noon + hour, length: minute, answer: () => two('disconnected'),
	});
	const own = {account, visitedAt: noon, falls: new Map()};
	const other = {account: accountId('other'), visitedAt: noon + minute, falls: new Map()};
	const when = {time: utc, now: noon + hour, key: 'e'};
	assert.equal(describeVisit([other], fleet, when), undefined);
	assert.equal(describeVisit([own, other], fleet, when), 'since your visit 12:00: 1 outage began, 1 goes on; e shows them');
	assert.equal(describeVisit([own, other], fleet, {...when, alone: account}), 'since your visit 12:00: 1 outage began, 1 goes on; e shows them');
	assert.equal(describeVisit([own, other], fleet, {...when, alone: other.account}), undefined);
	assert.equal(describeVisit([own, other], fleet, {...when, key: 'F9'}), 'since your visit 12:00: 1 outage began, 1 goes on; F9 shows them');
	assert.equal(describeVisit([own, other], fleet, {...when, key: undefined}), 'since your visit 12:00: 1 outage began, 1 goes on');
});
