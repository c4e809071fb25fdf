import type {ExitCode} from './exit-code.js';
import type {WriteOut} from './write-stream.js';

/** Prints each warning on a line of its own; the program goes on after that. */
export async function printWarnings(warnings: readonly string[], write: WriteOut): Promise<void> {
	for (const warning of warnings) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await write(`ryzetop: ${warning}\n`);
	}
}

/** Prints why the program cannot do what the command line asks for; gives the exit code of misuse. */
export async function reportMisuse(problems: readonly string[], write: WriteOut): Promise<ExitCode> {
	const lines = [...problems.map(problem => `ryzetop: ${problem}`), 'Try ryzetop --help.'];
	await write(`${lines.join('\n')}\n`);
	return 2;
}
