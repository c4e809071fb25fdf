import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {ryzetop} from './contestants.js';
import {quantile, timeBare, version} from './measure.js';
import {writeMemory} from './memory.js';

/** Times `ryzetop report` of the last thirty days of so many instances, and `--version` in turn with it: the medians, in milliseconds. */
export async function timeReport(count: number, runs: number): Promise<{readonly whole: number; readonly bare: number}> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-report-'));
	const file = path.join(folder, 'history.db');
	const instances = Array.from({length: count}, (_, index) => ({id: `7f3a0000-${index}`, name: `instance-${index}`, state: 'connected'}));
	await writeMemory(file, 'bench.example', instances, Date.now());
	const [whole, bare]: [number[], number[]] = [[], []];
	for (let run = 0; run < runs; run++) {
		bare.push(await timeBare(version));
		whole.push(await timeBare([ryzetop, 'report', '--history', file]));
	}

	rmSync(folder, {recursive: true});
	return {whole: quantile(whole, 0.5), bare: quantile(bare, 0.5)};
}
