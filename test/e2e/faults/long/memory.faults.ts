import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {program} from '../../../helpers/program.js';
import {checkRecorded, serveTruth} from '../memory/truth.js';

const second = 1000;
test('what three processes record, of which one or two are killed every few seconds, is what was true: none missed, invented or twice', async t => {
	const folder = freshFolder();
	const file = path.join(folder, 'history.db');
	await using truth = await serveTruth(8);
	const {simulator} = truth;
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
		truth.change(round);
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
	checkRecorded(file, truth);
	using database = new DatabaseSync(file, {readOnly: true});
	const watches = database.prepare('select began, seen from watch order by began').all();
	const covered = watches.reduce((sum, {began, seen}) => sum + Number(seen) - Number(began), 0);
	t.diagnostic(`${watches.length} times of watching, ${Math.round(covered / second)} s in all`);
});
