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
import {startProgram} from './program.js';

/** The value below which so much of the list lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Milliseconds until Node itself has begun and ended, and until ryzetop has told its version. */
export async function timeBare(args: readonly string[]): Promise<number> {
	return startProgram({
		command: process.execPath, args, columns: 80, rows: 24,
	}).exited;
}

export const bareNode = ['-e', '0'];
export const version = [ryzetop, '--version'];
export const help = [ryzetop, '--help'];

/** Milliseconds from the start to the first full grid. */
export async function timeStart(contestant: Contestant, fleet: Fleet, screen: Screen): Promise<number> {
	const program = startContestant(contestant, fleet, screen);
	const time = await program.until(showsGrid(fleet), 'the first grid');
	await program.end();
	return time;
}

export type KeyTimes = {
	readonly p50: number;
	readonly p99: number;
	/** Processor time a key, whatever else the program did meanwhile. */
	readonly processor: number;
};

/** Milliseconds from a key to the first byte after it; `count` keys down and up the list, never past its end, where nothing would come of them; 20 to 60 ms apart. */
export async function timeKeys(contestant: Contestant, fleet: Fleet, screen: Screen, count: number): Promise<KeyTimes> {
	const program = startContestant(contestant, fleet, screen);
	await (contestant === 'htop' ? program.until(text => text.includes('PID'), 'the first screen') : program.until(showsGrid(fleet), 'the first grid'));
	await pause(1500);
	const times: number[] = [];
	const before = program.processorTime();
	for (let index = 0; index < count; index++) {
		times.push(await program.press(index % 16 < 8 ? '\u{1B}[B' : '\u{1B}[A'));
		await pause(20 + (40 * ((index * 7919) % 100) / 100));
	}

	const processor = (program.processorTime() - before) / count;
	await program.end();
	return {p50: quantile(times, 0.5), p99: quantile(times, 0.99), processor};
}

export type Idle = {
	/** The median over the intervals: neither a change in the fleet nor the step of a minute is in it. */
	readonly bytesPerSecond: number;
	/** Percent of one core. */
	readonly processor: number;
	readonly megabytes: number;
};

/** What a program costs that nobody touches, from so many polls after its start on. */
export async function watchIdle(contestant: Contestant, fleet: Fleet, screen: Screen, {seconds, after}: {readonly seconds: number; readonly after: number}): Promise<Idle> {
	const program = startContestant(contestant, fleet, screen);
	await (contestant === 'htop' ? program.until(text => text.includes('PID'), 'the first screen') : program.until(showsGrid(fleet), 'the first grid'));
	await pause(after * screen.interval);
	const [time, at] = [program.processorTime(), program.elapsed()];
	const written: number[] = [];
	while (program.elapsed() - at < seconds * 1000) {
		const before = program.byteCount();
		await pause(screen.interval);
		written.push(program.byteCount() - before);
	}

	const elapsed = program.elapsed() - at;
	const idle = {
		bytesPerSecond: quantile(written, 0.5) * 1000 / screen.interval,
		processor: (program.processorTime() - time) * 100 / elapsed,
		megabytes: program.memory(),
	};
	await program.end();
	return idle;
}
