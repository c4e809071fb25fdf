import type {SimulateOptions} from '../config/settings/simulate.js';
import {exitCodeOf, type ExitCode} from '../process/exit-code.js';
import {reportMisuse} from '../process/report-problems.js';
import {awaitStop} from '../process/stop-signals.js';
import type {WriteOut} from '../process/write-stream.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';

/** Options of the simulator. Where one is `undefined`, the scenario or the system decides. */
export type SimulatorSettings = {
	readonly scenario: ScenarioName;
	readonly port?: number | undefined;
	readonly instances?: number | undefined;
	readonly seed?: number | undefined;
};

/** Output, clock and stop of `ryzetop simulate`. */
export type SimulateIo = {
	/** Writes one line, which comes without a line break. */
	readonly write: (line: string) => void;
	readonly now: () => number;
	/** Resolves when the simulator is to stop. */
	readonly stopped: Promise<void>;
};

/** Runs `ryzetop simulate` until a signal stops it, and gives the exit code. */
export async function runSimulate(options: SimulateOptions<ScenarioName>, write: WriteOut, say: WriteOut): Promise<ExitCode> {
	const {stopped, release} = awaitStop();
	try {
		await simulate(options, {
			write(line) {
				void write(`${line}\n`);
			},
			now: Date.now,
			stopped: stopped.then(() => undefined),
		});
		return exitCodeOf(await stopped);
	} catch (error) {
		// An error of the system, such as a port in use, is the cause of the simulator's error, which has a message for people.
		// Any other error is a bug.
		if (error instanceof Error && error.cause instanceof Error) {
			return await reportMisuse([error.message], say);
		}

		throw error;
	} finally {
		release();
	}
}

/**
Runs the simulator until it is stopped. It writes lines for a shell that set the address and the token of the simulator.

It rejects with a message for people when the port cannot be opened.
*/
export async function simulate(options: SimulatorSettings, {write, now, stopped}: SimulateIo): Promise<void> {
	const [{scenarios}, {startSimulator}] = await Promise.all([
		import('../simulator/world/scenarios.js'),
		import('../simulator/server/server.js'),
	]);
	const simulator = await startSimulator({...options, now});
	try {
		const lines = [
			`# ${options.scenario}: ${scenarios[options.scenario].summary}`,
			'# Paste the next two lines into another terminal and run ryzetop there. Ctrl+C here stops the simulator.',
			`export RYZE_URL='${simulator.url}'`,
			`export RYZE_TOKEN='${simulator.token}'`,
		];
		for (const line of lines) {
			write(line);
		}

		await stopped;
	} finally {
		await simulator.close();
	}
}
