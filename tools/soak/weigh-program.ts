import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {ryzetop, showsGrid} from '../../bench/contestants.js';
import {serveFleet} from '../../bench/fleet.js';
import {quantile} from '../../bench/figures/spread.js';
import {startProgram} from '../../bench/program.js';

/** Resident memory of the built program in megabytes: as it is, and with the heap that V8 would give it. */
export type Weights = {readonly limited: number; readonly unlimited: number};

/** The least that the program polls at. */
const interval = '2s';

/** Replaces the function by which `limitHeap` sets V8's flags. */
const preload = 'import v8 from "node:v8"; v8.setFlagsFromString = () => undefined;';
const withoutLimit = `--import=data:text/javascript,${encodeURIComponent(preload)}`;

/** Runs the built program on a simulated account, with and without its limit of the heap at the same time, for so many seconds. */
export async function weighProgram(instances: number, seconds: number): Promise<Weights> {
	const [limited, unlimited] = await Promise.all([weigh(instances, seconds, []), weigh(instances, seconds, [withoutLimit])]);
	return {limited, unlimited};
}

/** The median of the last half of the time. */
async function weigh(instances: number, seconds: number, flags: readonly string[]): Promise<number> {
	await using fleet = await serveFleet(ryzetop, 'busy', instances);
	const program = startProgram({
		command: process.execPath,
		args: [...flags, ryzetop, '--interval', interval],
		columns: 200,
		rows: 50,
		env: {RYZE_URL: fleet.url, RYZE_TOKEN: fleet.token},
	});
	await program.until(showsGrid(fleet), 'the first grid');
	await pause(seconds * 500);
	const weights: number[] = [];
	for (let second = seconds / 2; second < seconds; second++) {
		weights.push(program.memory());
		// eslint-disable-next-line no-await-in-loop -- second after second
		await pause(1000);
	}

	await program.end();
	return quantile(weights, 0.5);
}
