import type {Environment} from '../core/text/environment.js';
import {noTokenProblem} from '../cli/first-run.js';
import {loadConfig} from '../config/file/load.js';
import {sortByLine} from '../config/file/name-value.js';
import {resolve} from '../config/resolve.js';
import {limitReading} from '../config/file/limit-reading.js';
import {readSmallFile} from '../config/file/read-small-file.js';
import {runTokenCommand, tokenCommandLimit, type RunTokenCommand} from '../config/token/run.js';
import {readTokenFile} from '../config/token/token-file.js';
import {tokenVariables} from '../cli/environment.js';
import {sanitize} from '../core/text/sanitize.js';
import type {ExitCode} from '../process/exit-code.js';
import {parseArguments} from '../cli/parse-arguments.js';
import {readVersion} from '../process/version.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {atProcessEnd} from '../process/at-exit.js';
import {readStdin, type Input} from '../config/token/stdin.js';
import {reportMisuse, printWarnings} from '../process/report-problems.js';
import {createWriteOut, type WriteOut} from '../process/write-stream.js';
import {fileOfHistory, findHistory} from './memory/find-history.js';
import {startMonitor} from './monitor.js';
import {describeWriteFailure, encodeFor, type Output} from './context.js';

/** Arguments, environment and streams that the program is started with. */
export type Invocation = {
	/** Arguments without the paths of Node and of the program. */
	readonly argv: readonly string[];
	/** Environment of the process. The token's variables are deleted from it, so that no child process inherits them. */
	readonly environment: NodeJS.ProcessEnv;
	/** Variables that are meant for other programs alone. This process has them no longer; a token command gets them. */
	readonly foreign?: Environment;
	readonly stdin: Input;
	readonly stdout: Output;
	readonly stderr: Output;
};

/**
Runs the command that the command line names, and gives its exit code.

Modules that one command alone needs are loaded when it runs. Data goes to standard output, text for people to standard error.
*/
export async function dispatch({argv, environment, foreign, stdin, stdout, stderr}: Invocation): Promise<ExitCode> {
	const startedAt = Date.now();
	const say = createWriteOut(stderr, encodeFor(stderr, environment));
	const write = createWriteOut(stdout, encodeFor(stdout, environment));
	const given = parseArguments(argv);
	const original = removeTokens(environment);
	const readFile = limitReading(readSmallFile);
	const readAll = async () => {
		const config = await loadConfig(given, original, {readFile, parse: parseConfig});
		const resolved = await resolve(given, original, {
			readTokenFile: async file => readTokenFile(file, readFile),
			readInput: async () => readStdin(stdin),
			scenarioNames: loadScenarioNames,
			config,
			runTokenCommand: prepareTokenCommand({...original, ...foreign}),
		});
		return {config, resolved};
	};

	const {config, resolved} = await readAll();
	if (resolved.kind !== 'misuse' || given.command === 'check') {
		await printWarnings(config.warnings, say);
	}

	if (given.command === 'check' && (resolved.kind === 'misuse' || resolved.kind === 'no-token')) {
		return refuseCheck(resolved.kind === 'misuse' ? resolved.problems : [noTokenProblem], write, say);
	}

	switch (resolved.kind) {
		case 'help': {
			return print(`${resolved.text}\n`, write, say);
		}

		case 'version': {
			return print(`${readVersion()}\n`, write, say);
		}

		case 'print': {
			await printWarnings(resolved.warnings, say);
			return print(resolved.text, write, say);
		}

		case 'settings': {
			const {describeMemory} = await import('./memory/describe-memory.js');
			await printWarnings(resolved.warnings, say);
			return print(`${resolved.text}\n${await describeMemory(findHistory(resolved.memory, original), startedAt)}`, write, say);
		}

		case 'names': {
			const {listNames} = await import('./memory/list-names.js');
			return print(await listNames(findHistory(resolved.memory, original), resolved.accounts), write, say);
		}

		case 'write-config': {
			const {writeConfig} = await import('../config/file/write.js');
			const {file, text} = resolved;
			const written = await writeConfig(file, text);
			return written.kind === 'value'
				? print(`Wrote ${sanitize(file)}. Everything in it is a comment until you edit it.\n`, write, say)
				: reportMisuse([`${sanitize(file)}: ${written.problem}`], say);
		}

		case 'misuse': {
			return reportMisuse(sortByLine([...config.warnings, ...resolved.problems], config.shown), say);
		}

		case 'no-token': {
			await say(`${resolved.lines.join('\n')}\n`);
			return 2;
		}

		case 'simulate': {
			const {runSimulate} = await import('./simulate.js');
			return runSimulate(resolved.options, write, say);
		}

		case 'memory': {
			const {runMemory} = await import('./memory/run-memory.js');
			return runMemory(resolved.options, {
				stdout, stderr, environment, history: fileOfHistory(resolved.options.source.historyFile, original), now: startedAt,
			});
		}

		case 'text': {
			const {options, warnings} = resolved;
			await printWarnings(warnings, say);
			const {runText} = await import('./run-text.js');
			return runText(options, {stdout, stderr, environment});
		}

		case 'serve': {
			const {options, warnings} = resolved;
			await printWarnings(warnings, say);
			const {runServe} = await import('./serve/run-serve.js');
			return runServe(options, {
				stdout,
				stderr,
				environment,
				async resolveAgain() {
					const again = await readAll();
					const found = again.resolved.kind === 'serve' ? again.resolved.warnings : [];
					return {resolved: again.resolved, warnings: [...again.config.warnings, ...found]};
				},
			});
		}

		case 'serve-text': {
			const {writeServeText} = await import('./serve/write-text.js');
			return print(writeServeText(resolved.options), write, say);
		}

		case 'monitor': {
			const {options, warnings} = resolved;
			return startMonitor({
				options, configWarnings: config.warnings, warnings, startedAt, environment, foreign: foreign ?? {}, stdin, stdout, say,
			});
		}
	}
}

/** Deletes the token's variables from the environment, and gives a copy that still has them. */
function removeTokens(environment: NodeJS.ProcessEnv): Environment {
	const original = {...environment};
	for (const name of tokenVariables) {
		Reflect.deleteProperty(environment, name);
	}

	return original;
}

/** Parses a config file. The parser is loaded only where a file exists. */
async function parseConfig(bytes: Uint8Array) {
	const {parseToml} = await import('../config/file/parse-toml.js');
	return parseToml(bytes);
}

function prepareTokenCommand(environment: Environment): RunTokenCommand {
	return async (command, isAwaited) => runTokenCommand(command, {
		environment, limit: tokenCommandLimit, isAwaited, atEnd: atProcessEnd,
	});
}

async function loadScenarioNames(): Promise<readonly ScenarioName[]> {
	const {scenarioNames} = await import('../simulator/world/scenarios.js');
	return scenarioNames;
}

async function print(text: string, write: WriteOut, say: WriteOut): Promise<ExitCode> {
	const failure = await write(text);
	if (failure === undefined || failure === 'EPIPE') {
		return 0;
	}

	await say(`ryzetop: ${describeWriteFailure(failure)}\n`);
	return 2;
}

/** Reports misuse of `check` on standard output as well, as UNKNOWN: a monitoring system reads nothing else. */
async function refuseCheck(problems: readonly string[], write: WriteOut, say: WriteOut): Promise<ExitCode> {
	const {checkUnknown} = await import('../output/nagios.js');
	const {text, code} = checkUnknown(problems.join(' '));
	await reportMisuse(problems, say);
	await write(text);
	return code;
}
