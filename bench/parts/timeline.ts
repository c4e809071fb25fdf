import {copyFileSync, mkdtempSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {monitorOf, wide, type Contestant} from '../contestants.js';
import {serveUnmarked, type Fleet} from '../fleet.js';
import {rememberFleet} from '../inside/write-memory.js';
import {timeKeys, upAndDown} from '../key-times.js';
import {freshFolder, type Part} from './part.js';

const [down, right, left] = ['\u{1B}[B', '\u{1B}[C', '\u{1B}[D'];

/** The kinds of keys of the timeline, and those of each in a round that ends where it began, so that every key writes something. */
const rounds = {
	'up and down': upAndDown,
	'in time': [...Array.from({length: 8}, () => left), ...Array.from({length: 8}, () => right)],
	'the span': ['>', '>', '<', '<', '<', '<', '>', '>'],
} as const;

/** The keys of the timeline after those of the grid, over so many instances with a memory of ninety days, which is recorded meanwhile. */
export function timelineOver(instances: number, times: Part['rounds']): Part {
	return {
		name: `timeline, ${instances} instances`,
		figures: Object.fromEntries(['grid', ...Object.keys(rounds)].flatMap(keys => [[`${keys}, p50`, 'time'], [`${keys}, p99`, 'time']] as const)),
		rounds: times,
		async open({trees, isQuick, atEnd}) {
			const fleet = await serveUnmarked(instances);
			atEnd(async () => fleet[Symbol.asyncDispose]());
			const folder = freshFolder(atEnd);
			const kept = path.join(folder, 'kept.db');
			await rememberFleet(kept, fleet);
			return trees.map(tree => ({
				name: tree.name,
				async take() {
					const own = path.join(mkdtempSync(path.join(folder, 'run-')), 'history.db');
					copyFileSync(kept, own);
					return timeTimeline(monitorOf(tree), fleet, {history: own, count: isQuick ? 32 : 64});
				},
			}));
		},
	};
}

async function timeTimeline(
	contestant: Contestant,
	fleet: Fleet,
	{history, count}: {readonly history: string; readonly count: number},
): Promise<Readonly<Record<string, number>>> {
	const program = contestant.start(fleet, wide, ['--history', history]);
	await contestant.waitForScreen(program, fleet);
	await pause(1500);
	const measured = new Map<string, number>();
	const measure = async (keys: string, round: readonly string[]) => {
		const {p50, p99} = await timeKeys(program, round, count);
		measured.set(`${keys}, p50`, p50).set(`${keys}, p99`, p99);
	};

	await measure('grid', upAndDown);
	// The cursor begins where the present is, and is moved away from it first.
	for (const key of ['t', down, left, left]) {
		await program.press(key);
		await pause(500);
	}

	for (const [keys, round] of Object.entries(rounds)) {
		await measure(keys, round);
	}

	await program.end();
	return Object.fromEntries(measured);
}
