import {setTimeout as pause} from 'node:timers/promises';
import type {Contestant, Screen} from './contestants.js';
import {quantile} from './figures/spread.js';
import type {Fleet} from './fleet.js';

/** Cost of a program in which no key is pressed. */
export type Idle = {
	/** The median over the intervals, so that neither a change in the fleet nor the change of a minute counts. */
	readonly bytesPerSecond: number;
	/** Percent of one core. */
	readonly processor: number;
	/** Resident memory in megabytes. */
	readonly megabytes: number;
};

/** Time of a measurement: how many intervals it lasts, and how many polls come before it begins. */
export type Span = {readonly intervals: number; readonly after: number};

/** Measures the cost of a program in which no key is pressed. */
export async function watchIdle(
	contestant: Contestant,
	fleet: Fleet,
	screen: Screen,
	{intervals, after, more = []}: Span & {readonly more?: readonly string[]},
): Promise<Idle> {
	const program = contestant.start(fleet, screen, more);
	await contestant.waitForScreen(program, fleet);
	await pause(after * screen.interval);
	const [processorBefore, startedAt] = [program.processorTime(), program.elapsed()];
	const written: number[] = [];
	for (let interval = 0; interval < intervals; interval++) {
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
