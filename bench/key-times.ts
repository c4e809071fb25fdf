import {setTimeout as pause} from 'node:timers/promises';
import {quantile} from './figures/spread.js';
import type {Program} from './program.js';

/** Quantiles of the milliseconds from a key to the first byte that follows it. */
export type KeyTimes = {
	readonly p50: number;
	readonly p99: number;
	/** Milliseconds of processor time for each key, including other work of the program in that time. */
	readonly processor: number;
};

const [up, down] = ['\u{1B}[A', '\u{1B}[B'];

/** Keys that move the selection down and up a list, and never past its end, where a key would write nothing. */
export const upAndDown = [...Array.from({length: 8}, () => down), ...Array.from({length: 8}, () => up)];

/** Measures keys of an open program, 20 to 60 ms apart, each of which writes something: those of a round, again and again. */
export async function timeKeys(program: Program, round: readonly string[], count: number): Promise<KeyTimes> {
	const times: number[] = [];
	const before = program.processorTime();
	for (let index = 0; index < count; index++) {
		times.push(await program.press(round[index % round.length] ?? down));
		await pause(20 + (40 * ((index * 7919) % 100) / 100));
	}

	const processor = (program.processorTime() - before) / count;
	return {p50: quantile(times, 0.5), p99: quantile(times, 0.99), processor};
}
