import type {ExitCode} from './exit-code.js';
import type {WriteOut} from './write-stream.js';

/** Says what is not as it should be, a line each, before the program goes on. */
export async function printWarnings(warnings: readonly string[], say: WriteOut): Promise<void> {
	for (const warning of warnings) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await say(`ryzetop: ${warning}\n`);
	}
}

/** Says why the program cannot do what it was told to; the exit code is that of misuse. */
export async function reportMisuse(problems: readonly string[], say: WriteOut): Promise<ExitCode> {
	const lines = [...problems.map(problem => `ryzetop: ${problem}`), 'Try ryzetop --help.'];
	await say(`${lines.join('\n')}\n`);
	return 2;
}
