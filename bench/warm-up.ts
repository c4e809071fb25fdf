import {
	monitorOf,
	plain,
	wide,
	type Tree,
} from './contestants.js';
import {serveUnmarked} from './fleet.js';

/** Opens the filter and ends it, then the timeline, so that what these load is in the compile cache too. */
const keys = ['/', 'a', '\u{1B}', 't'];

/**
Starts each monitor once and lets it end by itself, which is when Node writes its compile cache. Measured programs are killed, and would
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
}
