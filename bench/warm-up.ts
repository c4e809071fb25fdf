import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {timeCommand} from './commands.js';
import {
	monitorOf,
	plain,
	wide,
	type Tree,
} from './contestants.js';
import {serveUnmarked} from './fleet.js';
import {makeInstances, writeMemory} from './inside/write-memory.js';

/** Opens the filter and ends it, then the timeline, so that what these load is in the compile cache too. */
const keys = ['/', 'a', '\u{1B}', 't'];

/** The commands that are measured, the last of which read a memory. */
const commandsOf = (history: string) => [
	['--version'],
	['--help'],
	['completion', 'bash'],
	['list'],
	['list', '--rules'],
	['list', '--output', 'json'],
	['report', '--history', history],
	['events', '--history', history, '--output', 'csv'],
];

/**
Starts each program once and lets it end by itself, which is when Node writes its compile cache. Measured monitors are killed, and would
compile their parts anew at each start, as no user's does but the first.
*/
export async function warmUp(trees: readonly Tree[]): Promise<void> {
	await using fleet = await serveUnmarked(60);
	for (const contestant of [...trees.map(tree => monitorOf(tree)), plain]) {
		const program = contestant.start(fleet, wide);
		await contestant.waitForScreen(program, fleet);
		for (const key of contestant.name === plain.name ? [] : keys) {
			await program.press(key);
		}

		await program.leave();
	}

	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-bench-'));
	const history = path.join(folder, 'history.db');
	await writeMemory(history, 'bench.example', makeInstances(10), Date.now());
	for (const {cli} of trees) {
		for (const command of commandsOf(history)) {
			await timeCommand([cli, ...command], {RYZE_URL: fleet.url, RYZE_TOKEN: fleet.token});
		}
	}

	rmSync(folder, {recursive: true});
}
