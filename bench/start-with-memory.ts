import {
	copyFileSync,
	mkdtempSync,
	rmSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {startSimulator} from '../source/simulator/server/server.js';
import {showsGrid, startContestant, type Screen} from './contestants.js';
import {quantile} from './measure.js';
import {writeMemory} from './memory.js';

/** The start of the monitor, in milliseconds, and its resident memory after some polls, in megabytes. */
export type StartCosts = {readonly start: number; readonly megabytes: number};

const kinds = ['kept', 'empty', 'none'] as const;

type Kind = (typeof kinds)[number];

/** Measures starts with a memory of ninety days, with an empty one and without any, in turn. */
export async function timeWithMemory(instances: number, screen: Screen, runs: number): Promise<Readonly<Record<Kind, StartCosts>>> {
	const simulator = await startSimulator({
		scenario: 'busy', instances, now: Date.now, isMarked: false, rateLimit: 1_000_000,
	});
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-start-'));
	const file = path.join(folder, 'kept.db');
	const listed = simulator.world.instances().map(({id, name, status}) => ({id, name, state: status}));
	await writeMemory(file, new URL(simulator.url).host, listed, Date.now());
	const names = listed.map(({name}) => name);
	const measured: Readonly<Record<Kind, StartCosts[]>> = {kept: [], empty: [], none: []};
	for (let run = 0; run < runs; run++) {
		for (const kind of kinds) {
			const own = path.join(folder, `${kind}-${run}.db`);
			if (kind === 'kept') {
				copyFileSync(file, own);
			}

			const program = startContestant('ryzetop', simulator, screen, kind === 'none' ? ['--no-history'] : ['--history', own]);
			const start = await program.until(showsGrid({names}), 'the first grid');
			await pause(3000);
			measured[kind].push({start, megabytes: program.memory()});
			await program.end();
		}
	}

	rmSync(folder, {recursive: true});
	await simulator.close();
	const median = (costs: readonly StartCosts[]) => ({
		start: quantile(costs.map(({start}) => start), 0.5), megabytes: quantile(costs.map(({megabytes}) => megabytes), 0.5),
	});
	return {kept: median(measured.kept), empty: median(measured.empty), none: median(measured.none)};
}
