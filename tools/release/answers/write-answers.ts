import {shells} from '../../../source/cli/completion/model.js';
import {commandWords} from '../../../source/cli/option.js';
import {parseArguments} from '../../../source/cli/parse-arguments.js';
import {noConfig} from '../../../source/config/file/load.js';
import {resolve} from '../../../source/config/resolve.js';
import {scenarioNames} from '../../../source/simulator/world/scenarios.js';

/** The command lines that are answered without anything of the machine: neither its environment, nor a file, nor the terminal. */
export const questions: ReadonlyArray<readonly string[]> = [
	['--help'],
	['-h'],
	['help'],
	['help', 'all'],
	...commandWords.flatMap(word => [['help', word], [word, '--help'], [word, '-h']]),
	...shells.map(shell => ['completion', shell]),
];

/** Gives the answers to them, as the program itself gives them. */
export async function writeAnswers(): Promise<ReadonlyMap<string, string>> {
	const answers = await Promise.all(questions.map(async argv => [argv.join(' '), await answer(argv)] as const));
	return new Map(answers);
}

async function answer(argv: readonly string[]): Promise<string> {
	const nothing = async () => {
		throw new Error(`The answer to ${argv.join(' ')} is not always the same.`);
	};

	const resolved = await resolve(parseArguments(argv), {}, {
		readTokenFile: nothing, readInput: nothing, runTokenCommand: nothing, scenarioNames: async () => scenarioNames, config: noConfig,
	});
	if (resolved.kind === 'help') {
		return `${resolved.text}\n`;
	}

	return resolved.kind === 'print' ? resolved.text : nothing();
}
