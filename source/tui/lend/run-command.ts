import type {Run} from '../../core/run/build-run.js';
import type {CommandOutput} from '../../core/run/custom-command.js';
import type {Environment} from '../../core/text/environment.js';
import {runInTerminal, runProgram, type ProgramEnd} from '../../process/children/run-program.js';

export type RunPorts = {
	/** Environment of the programs, without secrets. */
	readonly environment: Environment;
	/** Lends the terminal while a program has it, where it can be lent now. */
	readonly lend: (work: () => Promise<void>) => Promise<void>;
};

export type CommandRunner = {
	readonly run: (run: Run, output: CommandOutput) => Promise<ProgramEnd>;
	/** Whether a program has the terminal now: the signals that come from its keys are meant for that. */
	readonly hasTerminal: () => boolean;
	/** Kills the program that has the terminal; resolves when it has ended. */
	readonly end: () => Promise<void>;
};

/** Makes what runs the programs of commands of one's own. */
export function createCommandRunner({environment, lend}: RunPorts): CommandRunner {
	const ending = new AbortController();
	let inTerminal: Promise<ProgramEnd> | undefined;
	const run: CommandRunner['run'] = async ({argv, variables, input}, output) => {
		const program = {argv, environment: {...environment, ...variables}, input};
		if (output !== 'terminal') {
			return runProgram(program);
		}

		let end: ProgramEnd = {lines: [], problem: 'is not run: another program has the terminal'};
		await lend(async () => {
			inTerminal = runInTerminal(program, ending.signal);
			end = await inTerminal;
			inTerminal = undefined;
		});
		return end;
	};

	return {
		run,
		hasTerminal: () => inTerminal !== undefined,
		async end() {
			ending.abort();
			await inTerminal;
		},
	};
}
