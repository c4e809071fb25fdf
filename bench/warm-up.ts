import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {learningRuns} from '../tools/release/parts/loader/parts.js';
import {timeCommand} from './commands.js';
import {
	monitorOf,
	plain,
	wide,
	type Tree,
} from './contestants.js';
import {serveUnmarked} from './fleet.js';
import {makeInstances, writeMemory} from './inside/write-memory.js';

/** Opens the filter and ends it, then the timeline, so that the code of these is kept too. */
const keys = ['/', 'a', '\r', 't'];

/** Time after which a monitor has kept its code, in milliseconds. */
const kept = 6000;

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
Runs each program a few times for as long as it takes to keep its compiled code, or to its end. Measured monitors are killed, and would
compile their parts anew at each start, as no user's does but the first.
*/
export async function warmUp(trees: readonly Tree[]): Promise<void> {
	await using fleet = await serveUnmarked(60);
	for (const tree of trees) {
		for (let run = 0; run < learningRuns; run++) {
			const monitor = monitorOf(tree);
			const program = monitor.start(fleet, wide);
			await monitor.waitForScreen(program, fleet);
			for (const key of keys) {
				await program.press(key);
			}

			await pause(kept);
			await program.leave();
		}
	}

	const program = plain.start(fleet, wide);
	await plain.waitForScreen(program, fleet);
	await program.leave();

	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-bench-'));
	const history = path.join(folder, 'history.db');
	await writeMemory(history, 'bench.example', makeInstances(10), Date.now());
	for (const {cli} of trees) {
		for (const command of commandsOf(history)) {
			for (let run = 0; run < learningRuns; run++) {
				await timeCommand([cli, ...command], {RYZE_URL: fleet.url, RYZE_TOKEN: fleet.token});
			}
		}
	}

	rmSync(folder, {recursive: true});
}
