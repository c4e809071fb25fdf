import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import process from 'node:process';
import {isThere, ryzetop, type Contestant} from './contestants.js';
import {timeTyping} from './filter.js';
import {serveFleet} from './fleet.js';
import {
	bareNode,
	help,
	quantile,
	timeBare,
	timeKeys,
	timeStart,
	version,
	watchIdle,
} from './measure.js';
import {measureMemory} from './memory.js';
import {timeStages} from './pipeline.js';
import {timePast} from './past.js';
import {describeCosts, measureServe, servedAccounts} from './serve.js';
import {timeWithMemory} from './start-with-memory.js';
import {timeTimeline} from './timeline.js';

/** Figure that is printed in one line, and another figure that it is compared with. */
type Figure = {
	readonly what: string;
	readonly unit: string;
	readonly value: number;
	readonly against?: {readonly what: string; readonly value: number};
};

const isQuick = process.argv.includes('--quick');
const jsonAt = process.argv.indexOf('--json');
const jsonFile = jsonAt === -1 ? undefined : process.argv[jsonAt + 1];
const figures: Figure[] = [];

/** Prints a figure, with its ratio to the compared one, and adds it to the list for the file. */
function report(what: string, unit: string, value: number, against?: Figure['against']): void {
	figures.push({
		what, unit, value, ...against !== undefined && {against},
	});
	const compared = against === undefined ? '' : `  ${round(value / against.value)} × ${against.what} (${round(against.value)})`;
	process.stdout.write(`${what.padEnd(58)} ${String(round(value)).padStart(8)} ${unit.padEnd(5)}${compared}\n`);
}

function round(value: number): number {
	return Number(value.toPrecision(3));
}

/** Runs all measurements in turn, so that changes in the machine's load affect them alike, and returns the median of each. */
async function measureInTurn(runs: number, measures: ReadonlyArray<() => Promise<number>>): Promise<readonly number[]> {
	const times: number[][] = measures.map(() => []);
	for (let run = 0; run < runs; run++) {
		for (const [index, measure] of measures.entries()) {
			times[index]?.push(await measure());
		}
	}

	return times.map(list => quantile(list, 0.5));
}

const wide = {columns: 200, rows: 50, interval: 2000};
const small = {columns: 80, rows: 24, interval: 2000};
const sizes = isQuick ? [200] : [10, 100, 200, 1000, 10_000];
const idleSpan = isQuick ? {seconds: 5, after: 1.5} : {seconds: 30, after: 3};
const contestants: readonly Contestant[] = (['ryzetop', 'plain', 'htop'] as const).filter(contestant => isThere(contestant));

const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
process.stdout.write(`node ${process.version}, ${processor}, ${isQuick ? 'quick' : 'full'}\n\n`);
execFileSync('tsc', ['-p', 'bench/plain']);

{
	const runs = isQuick ? 5 : 15;
	await using fleet = await serveFleet(ryzetop, 'busy', 200);
	const [bare = 0, versionTime = 0, helpTime = 0, own = 0, plain = 0] = await measureInTurn(runs, [
		async () => timeBare(bareNode),
		async () => timeBare(version),
		async () => timeBare(help),
		async () => timeStart('ryzetop', fleet, wide),
		async () => timeStart('plain', fleet, wide),
	]);
	report('--version', 'ms', versionTime, {what: 'node -e 0', value: bare});
	report('--help', 'ms', helpTime, {what: 'node -e 0', value: bare});
	report('start to the first full grid, 200 instances', 'ms', own, {what: 'node -e 0', value: bare});
	report('start to the first full grid, 200 instances', 'ms', own, {what: 'plain', value: plain});
}

{
	await using fleet = await serveFleet(ryzetop, 'calm', 200);
	const unloaded = {...wide, interval: 60_000};
	const own = await timeKeys('ryzetop', fleet, unloaded, isQuick ? 60 : 300);
	const plain = await timeKeys('plain', fleet, unloaded, isQuick ? 60 : 300);
	report('key to screen between two polls, p50, 200 instances', 'ms', own.p50, {what: 'plain', value: plain.p50});
	report('key to screen between two polls, p99, 200 instances', 'ms', own.p99, {what: 'plain', value: plain.p99});
	report('processor time of a frame with two changed rows', 'ms', own.processor, {what: 'plain', value: plain.processor});
}

for (const size of sizes) {
	await using fleet = await serveFleet(ryzetop, 'busy', size);
	const keys = new Map<Contestant, Awaited<ReturnType<typeof timeKeys>>>();
	for (const contestant of size === 200 ? contestants : ['ryzetop'] as const) {
		keys.set(contestant, await timeKeys(contestant, fleet, wide, isQuick ? 60 : 300));
	}

	const own = keys.get('ryzetop');
	for (const share of ['p50', 'p99'] as const) {
		const others = [...keys].filter(([contestant]) => contestant !== 'ryzetop');
		if (others.length === 0) {
			report(`key to screen, ${share}, ${size} instances`, 'ms', own?.[share] ?? NaN);
		}

		for (const [contestant, times] of others) {
			report(`key to screen, ${share}, ${size} instances`, 'ms', own?.[share] ?? NaN, {what: contestant, value: times[share]});
		}
	}

	const typing = await timeTyping(fleet, wide, isQuick ? 60 : 300);
	for (const share of ['p50', 'p99'] as const) {
		report(`typing a filter, ${share}, ${size} instances`, 'ms', typing[share], {what: 'grid', value: own?.[share] ?? NaN});
	}

	if (isQuick) {
		continue;
	}

	report(`start to the first full grid, ${size} instances`, 'ms', await timeStart('ryzetop', fleet, wide));
	const idle = await watchIdle('ryzetop', fleet, wide, idleSpan);
	report(`resident memory, ${size} instances`, 'MB', idle.megabytes);
	report(`processor, polls every 2 s, ${size} instances`, '%', idle.processor);
}

for (const size of isQuick ? [200] : [200, 10_000]) {
	const {grid, ...timeline} = await timeTimeline(size, wide, isQuick ? 60 : 300);
	for (const [keys, times] of Object.entries(timeline)) {
		for (const share of ['p50', 'p99'] as const) {
			report(`timeline, ${keys}, key to screen, ${share}, ${size} instances`, 'ms', times[share], {what: 'grid', value: grid[share]});
		}
	}
}

for (const [size, screen] of [['80×24', small], ['200×50', wide]] as const) {
	await using fleet = await serveFleet(ryzetop, 'calm', 100);
	const own = await watchIdle('ryzetop', fleet, screen, idleSpan);
	// The plain monitor is left out, because its table does not fit into 80 columns.
	const other = !isQuick && isThere('htop')
		? await watchIdle('htop', fleet, screen, idleSpan)
		: undefined;
	const against = other && {what: 'htop', value: other.bytesPerSecond};
	report(`bytes a second, a quiet fleet at ${size}, polls every 2 s`, 'B/s', own.bytesPerSecond, against);
}

if (!isQuick) {
	await using fleet = await serveFleet(ryzetop, 'calm', 100);
	const screen = {...wide, interval: 5000};
	const own = await watchIdle('ryzetop', fleet, screen, idleSpan);
	const others = contestants.filter(contestant => contestant !== 'ryzetop');
	report('processor when idle, 100 instances, polls every 5 s', '%', own.processor);
	for (const contestant of others) {
		const idle = await watchIdle(contestant, fleet, screen, idleSpan);
		report('processor when idle, 100 instances, polls every 5 s', '%', own.processor, {what: contestant, value: idle.processor});
		report('resident memory, 100 instances', 'MB', own.megabytes, {what: contestant, value: idle.megabytes});
	}
}

for (const size of sizes) {
	await using fleet = await serveFleet(ryzetop, 'busy', size);
	const response = await fetch(`${fleet.url}/api/instance/list`, {headers: {token: fleet.token}});
	const {instances, ...stages} = timeStages(await response.text(), isQuick ? 3 : 7);
	for (const [stage, time] of Object.entries(stages)) {
		report(`poll stage ${stage}, ${instances} instances`, 'ms', time);
	}
}

for (const size of isQuick ? [1000] : [1000, 10_000]) {
	for (const [what, {value, unit}] of Object.entries(await measureMemory(size, isQuick ? 3 : 9))) {
		report(`memory of 90 days, ${size} instances: ${what}`, unit, value);
	}
}

for (const size of isQuick ? [1000] : [1000, 10_000]) {
	const times = await timePast(size, isQuick ? 3 : 9);
	report(`report of 30 days, ${size} instances`, 'ms', times.report, {what: '--version', value: times.bare});
	report(`events of 30 days, ${size} instances`, 'ms', times.events, {what: '--version', value: times.bare});
}

{
	const {kept, empty, none} = await timeWithMemory(200, wide, isQuick ? 3 : 12);
	for (const [what, costs] of [['a memory of 90 days', kept], ['an empty memory', empty]] as const) {
		report(`start with ${what}, 200 instances`, 'ms', costs.start, {what: 'without', value: none.start});
		report(`resident with ${what}, 200 instances`, 'MB', costs.megabytes, {what: 'without', value: none.megabytes});
	}
}

for (const account of servedAccounts.slice(0, isQuick ? 1 : undefined)) {
	for (const [what, unit, value] of describeCosts(account, await measureServe(account))) {
		report(what, unit, value);
	}
}

for (const series of isQuick ? [] : ['all', 'trouble', 'none'] as const) {
	const costs = await measureServe({
		instances: 10_000, speed: 5, seconds: 20, scrapeEvery: 500, series,
	});
	report(`serve --series ${series}, 10000 instances: scrape, p50`, 'ms', costs.p50);
	report(`serve --series ${series}, 10000 instances: scrape on the wire`, 'kB', costs.zipped / 1000);
	report(`serve --series ${series}, 10000 instances: text of a scrape`, 'kB', costs.plain / 1000);
}

if (jsonFile !== undefined) {
	writeFileSync(jsonFile, `${JSON.stringify({node: process.version, processor: cpus()[0]?.model, figures}, undefined, '\t')}\n`);
}
