import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {ryzetop} from './contestants.js';
import {quantile, timeBare, version} from './measure.js';
import {writeMemory} from './memory.js';

/** The medians of the times of two commands over the last thirty days, and of `--version` in turn with them, in milliseconds. */
export type PastTimes = {readonly report: number; readonly events: number; readonly bare: number};

/** Times the commands that read the memory alone, of so many instances. */
export async function timePast(count: number, runs: number): Promise<PastTimes> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-report-'));
	const file = path.join(folder, 'history.db');
	const instances = Array.from({length: count}, (_, index) => ({id: `7f3a0000-${index}`, name: `instance-${index}`, state: 'connected'}));
	await writeMemory(file, 'bench.example', instances, Date.now());
	const [report, events, bare]: [number[], number[], number[]] = [[], [], []];
	for (let run = 0; run < runs; run++) {
		bare.push(await timeBare(version));
		report.push(await timeBare([ryzetop, 'report', '--history', file]));
		events.push(await timeBare([ryzetop, 'events', '--history', file, '--from', '30d', '--output', 'csv']));
	}

	rmSync(folder, {recursive: true});
	return {report: quantile(report, 0.5), events: quantile(events, 0.5), bare: quantile(bare, 0.5)};
}
