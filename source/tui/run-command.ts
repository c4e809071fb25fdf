import type {Run} from '../core/run/build-run.js';
import type {CommandOutput} from '../core/run/custom-command.js';
import type {Environment} from '../core/text/environment.js';
import {runInTerminal, runProgram, type ProgramEnd} from '../process/children/run-program.js';

export type RunPorts = {
	/** Environment of the programs, without secrets. */
	readonly environment: Environment;
	/** Lends the terminal while a program has it, where it can be lent now. */
	readonly lend: (work: () => Promise<void>) => Promise<void>;
};

type CommandRunner = {
	readonly run: (run: Run, output: CommandOutput) => Promise<ProgramEnd>;
	/** Whether a program has the terminal now: the signals that come from its keys are meant for that. */
	readonly hasTerminal: () => boolean;
};

/** Makes what runs the programs of commands of one's own. */
export function createCommandRunner({environment, lend}: RunPorts): CommandRunner {
	let hasTerminal = false;
	const run: CommandRunner['run'] = async ({argv, variables, input}, output) => {
		const program = {argv, environment: {...environment, ...variables}, input};
		if (output !== 'terminal') {
			return runProgram(program);
		}

		let ending: ProgramEnd = {lines: [], problem: 'is not run: another program has the terminal'};
		await lend(async () => {
			hasTerminal = true;
			ending = await runInTerminal(program);
			hasTerminal = false;
		});
		return ending;
	};

	return {run, hasTerminal: () => hasTerminal};
}
