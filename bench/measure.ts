import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {
	showsGrid,
	ryzetop,
	startContestant,
	type Contestant,
	type Screen,
} from './contestants.js';
import type {Fleet} from './fleet.js';
import {startProgram, type Program} from './program.js';

/** Returns the value below which the given share of the list lies, from 0 to 1; NaN for an empty list. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Measures the milliseconds from the start of a Node process with these arguments to its exit. */
export async function timeBare(args: readonly string[]): Promise<number> {
	return startProgram({
		command: process.execPath, args, columns: 80, rows: 24,
	}).exited;
}

/** Arguments for a Node process that does nothing. */
export const bareNode = ['-e', '0'];
export const version = [ryzetop, '--version'];
export const help = [ryzetop, '--help'];

/** Measures the milliseconds from the start of a program to the first full grid. */
export async function timeStart(contestant: Contestant, fleet: Fleet, screen: Screen): Promise<number> {
	const program = startContestant(contestant, fleet, screen);
	const time = await program.until(showsGrid(fleet), 'the first grid');
	await program.end();
	return time;
}

/** Quantiles of the milliseconds from a key to the first byte that follows it. */
export type KeyTimes = {
	readonly p50: number;
	readonly p99: number;
	/** Milliseconds of processor time for each key, including other work of the program in that time. */
	readonly processor: number;
};

/**
Measures the time from a key to the first byte that follows it, for `count` keys that are 20 to 60 ms apart.
The keys move the selection down and up the list, and never past its end, where a key would write nothing.
*/
export async function timeKeys(contestant: Contestant, fleet: Fleet, screen: Screen, count: number): Promise<KeyTimes> {
	const program = startContestant(contestant, fleet, screen);
	await waitForScreen(contestant, program, fleet);
	await pause(1500);
	return timeKeysOf(program, index => index % 16 < 8 ? '\u{1B}[B' : '\u{1B}[A', count);
}

/** The same for keys of an open program, each of which writes something. It ends the program. */
export async function timeKeysOf(program: Program, keyAt: (index: number) => string, count: number): Promise<KeyTimes> {
	const times: number[] = [];
	const before = program.processorTime();
	for (let index = 0; index < count; index++) {
		times.push(await program.press(keyAt(index)));
		await pause(20 + (40 * ((index * 7919) % 100) / 100));
	}

	const processor = (program.processorTime() - before) / count;
	await program.end();
	return {p50: quantile(times, 0.5), p99: quantile(times, 0.99), processor};
}

/** Cost of a program in which no key is pressed. */
export type Idle = {
	/** The median over the intervals, so that neither a change in the fleet nor the change of a minute counts. */
	readonly bytesPerSecond: number;
	/** Percent of one core. */
	readonly processor: number;
	/** Resident memory in megabytes. */
	readonly megabytes: number;
};

/** Time of a measurement: its length in seconds, and the number of polls before it begins. */
type Span = {readonly seconds: number; readonly after: number};

/** Measures the cost of a program in which no key is pressed. */
export async function watchIdle(contestant: Contestant, fleet: Fleet, screen: Screen, {seconds, after}: Span): Promise<Idle> {
	const program = startContestant(contestant, fleet, screen);
	await waitForScreen(contestant, program, fleet);
	await pause(after * screen.interval);
	const [processorBefore, startedAt] = [program.processorTime(), program.elapsed()];
	const written: number[] = [];
	while (program.elapsed() - startedAt < seconds * 1000) {
		const before = program.byteCount();
		await pause(screen.interval);
		written.push(program.byteCount() - before);
	}

	const elapsed = program.elapsed() - startedAt;
	const idle = {
		bytesPerSecond: quantile(written, 0.5) * 1000 / screen.interval,
		processor: (program.processorTime() - processorBefore) * 100 / elapsed,
		megabytes: program.memory(),
	};
	await program.end();
	return idle;
}

/** Waits for the first full grid, or for the first screen of htop. */
async function waitForScreen(contestant: Contestant, program: Program, fleet: Fleet): Promise<void> {
	await (contestant === 'htop'
		? program.until(text => text.includes('PID'), 'the first screen')
		: program.until(showsGrid(fleet), 'the first grid'));
}
