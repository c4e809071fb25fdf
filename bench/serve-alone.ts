import process from 'node:process';
import {describeCosts, measureServe, servedAccounts} from './serve.js';

// What `serve` costs, without the rest of the benchmark: tsx bench/serve-alone.ts, after a build, within a minute.
for (const account of servedAccounts) {
	for (const [what, unit, value] of describeCosts(account, await measureServe(account))) {
		process.stdout.write(`${what.padEnd(58)} ${String(Number(value.toPrecision(3))).padStart(8)} ${unit}\n`);
	}
}
