import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {showsGrid, startContestant, type Screen} from './contestants.js';
import {serveUnmarked} from './fleet.js';
import {timeKeysOf, type KeyTimes} from './measure.js';
import {writeMemory} from './memory.js';

const [up, down, right, left] = ['\u{1B}[A', '\u{1B}[B', '\u{1B}[C', '\u{1B}[D'] as const;

/** The kinds of keys of the timeline, and those of each in a round that ends where it began, so that every key writes something. */
const rounds = {
	'up and down': [...Array.from({length: 8}, () => down), ...Array.from({length: 8}, () => up)],
	'in time': [...Array.from({length: 8}, () => left), ...Array.from({length: 8}, () => right)],
	'the span': ['>', '>', '<', '<', '<', '<', '>', '>'],
} as const;

/**
Measures the keys of the timeline, and those of the grid to compare them with, over so many instances with a memory of ninety days, which
is recorded meanwhile.
*/
export async function timeTimeline(instances: number, screen: Screen, count: number): Promise<Readonly<Record<keyof typeof rounds | 'grid', KeyTimes>>> {
	await using simulator = await serveUnmarked(instances);
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-timeline-'));
	const file = path.join(folder, 'history.db');
	const listed = simulator.list.map(({id, name, status}) => ({id, name, state: status}));
	await writeMemory(file, new URL(simulator.url).host, listed, Date.now());
	const measure = async (keys: readonly string[], opening: readonly string[] = ['t', down, left, left]) => {
		const program = startContestant('ryzetop', simulator, screen, ['--history', file]);
		await program.until(showsGrid(simulator), 'the first grid');
		await pause(1500);
		// The cursor begins where the present is, and is moved away from it first.
		for (const key of opening) {
			await program.press(key);
			await pause(500);
		}

		return timeKeysOf(program, index => keys[index % keys.length] ?? down, count);
	};

	const times = {
		grid: await measure(rounds['up and down'], []),
		'up and down': await measure(rounds['up and down']), 'in time': await measure(rounds['in time']), 'the span': await measure(rounds['the span']),
	};
	rmSync(folder, {recursive: true});
	return times;
}
