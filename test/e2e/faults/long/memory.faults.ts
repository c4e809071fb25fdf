import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {program} from '../../../helpers/program.js';
import {simulate} from '../../../helpers/servers/simulate.js';

const second = 1000;
const states = ['disconnected', 'connecting', 'loggedout', 'connected'];

/** Kinds of states by their numbers in the record. */
const kinds = ['absent', 'connected', 'connecting', 'disconnected', 'loggedout'];

test('what three processes record, of which one or two are killed every few seconds, is what was true: none missed, invented or twice', async t => {
	const folder = freshFolder();
	const file = path.join(folder, 'history.db');
	await using simulator = await simulate({isMarked: false, instances: 8});
	const names = simulator.world.instances().map(({name}) => name);
	const truth = new Map(names.map(name => [name, [{state: 'connected', at: Date.now()}]]));
	for (const name of names) {
		simulator.world.set(name, {state: 'connected'});
	}

	const watchers: ChildProcess[] = [];
	const start = () => {
		watchers.push(spawn(process.execPath, [program, 'watch', '--url', simulator.url, '--interval', `${1 + (watchers.length % 2)}s`, '--history', file], {
			env: {PATH: process.env.PATH, RYZE_TOKEN: simulator.token, HOME: folder}, stdio: 'ignore',
		}));
	};

	for (let count = 0; count < 3; count++) {
		start();
	}

	await sleep(3 * second);
	for (let round = 0; round < 24; round++) {
		const name = names[round % names.length] ?? '';
		const state = states[Math.floor(round / names.length) % states.length] ?? '';
		simulator.world.set(name, {state});
		truth.get(name)?.push({state, at: Date.now()});
		// eslint-disable-next-line no-await-in-loop -- one change after the other
		await sleep(1.5 * second);
		const killed = watchers.splice(0, round % 3 === 1 ? 1 + (round % 2) : 0);
		for (const watcher of killed) {
			watcher.kill(round % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
			start();
		}
	}

	await sleep(5 * second);
	const ended = watchers.map(async watcher => once(watcher, 'exit'));
	for (const watcher of watchers) {
		watcher.kill('SIGTERM');
	}

	await Promise.all(ended);
	const database = new DatabaseSync(file, {readOnly: true});
	t.after(() => {
		database.close();
	});
	assert.equal(database.prepare('select count(*) as accounts from account').get()?.accounts, 1);
	for (const name of names) {
		const changes = database.prepare(`select at, change.slack, was, became from change join instance on instance.id = instance
			where name = ? order by change.id`).all(name);
		const expected = truth.get(name) ?? [];
		assert.deepEqual(
			changes.map(({was, became}) => [kinds[Number(was)], kinds[Number(became)]]),
			expected.slice(1).map(({state}, index) => [expected[index]?.state, state]),
			name,
		);
		for (const [index, {at, slack}] of changes.entries()) {
			const changed = expected[index + 1]?.at ?? 0;
			assert.ok(Number(at) >= changed && Number(at) - Number(slack) <= changed + 100, `${name}: ${String(at)} is the first look after ${changed}`);
		}
	}

	const watches = database.prepare('select began, seen from watch order by began').all();
	const covered = watches.reduce((sum, {began, seen}) => sum + Number(seen) - Number(began), 0);
	t.diagnostic(`${watches.length} times of watching, ${Math.round(covered / second)} s in all`);
});
