import type {Writable} from 'node:stream';
import type {Environment} from './config/reading.js';
import {findMissingTerminal} from './config/no-terminal.js';
import {resolve} from './config/resolve.js';
import type {SimulateOptions} from './config/simulate-options.js';
import {readTokenFile} from './config/token-file.js';
import {tokenVariables} from './config/token.js';
import {reportCrash} from './crash.js';
import type {ExitCode} from './exit-code.js';
import {readArguments, readVersion} from './flags.js';
import {openLog} from './open-log.js';
import type {ScenarioName} from './simulator/scenarios.js';
import {awaitStop} from './stop-signals.js';
import {createWriteOut, type WriteOut} from './write-out.js';

/** What the program is started with. */
export type Host = {
	/** Without the program's own name. */
	readonly argv: readonly string[];
	/** Tokens are taken out of it, so that no child process inherits them. */
	readonly environment: NodeJS.ProcessEnv;
	readonly stdin: MaybeTerminal;
	readonly stdout: MaybeTerminal & Writable;
	readonly stderr: Writable;
};

/** Node leaves `isTTY` out where it is not true. */
type MaybeTerminal = {readonly isTTY?: boolean};

/** Does what the command line asks for; what a command alone needs is loaded only then. Data goes to stdout, words to stderr. */
export async function run({argv, environment, stdin, stdout, stderr}: Host): Promise<ExitCode> {
	const startedAt = Date.now();
	const say = createWriteOut(stderr);
	const resolved = await resolve(readArguments(argv), takeEnvironment(environment), {readTokenFile, scenarioNames: loadScenarioNames});
	switch (resolved.kind) {
		case 'help': {
			return print(`${resolved.text}\n`, createWriteOut(stdout), say);
		}

		case 'version': {
			return print(`${readVersion()}\n`, createWriteOut(stdout), say);
		}

		case 'misuse': {
			return complain(resolved.problems, say);
		}

		case 'no-token': {
			await say(`${resolved.lines.join('\n')}\n`);
			return 2;
		}

		case 'simulate': {
			return serve(resolved.options, createWriteOut(stdout), say);
		}

		case 'monitor': {
			const {options, warnings} = resolved;
			const problems = findMissingTerminal({stdin: stdin.isTTY ?? false, stdout: stdout.isTTY ?? false}, options);
			if (problems.length > 0) {
				return complain(problems, say);
			}

			const opened = openLog(options.debugLog);
			if (opened.kind === 'problem') {
				return complain([opened.problem], say);
			}

			const allWarnings = [...warnings, ...opened.warnings];
			for (const warning of allWarnings) {
				// eslint-disable-next-line no-await-in-loop -- lines keep their order
				await say(`ryzetop: ${warning}\n`);
			}

			const {runMonitor} = await import('./monitor.js');
			try {
				return await runMonitor(options, allWarnings, opened.log);
			} catch (error) {
				// The monitor tells its own crashes; what comes here happened before it could, or while it told one.
				const {source} = options;
				const line = reportCrash({
					error, startedAt, polls: {made: 0, failed: 0}, instances: 0, commands: [], secrets: source.kind === 'account' ? [source.token.current()] : [],
				}, Date.now());
				await say(`${line}\n`);
				return 1;
			}
		}
	}
}

function takeEnvironment(environment: NodeJS.ProcessEnv): Environment {
	const taken = {...environment};
	for (const name of tokenVariables) {
		Reflect.deleteProperty(environment, name);
	}

	return taken;
}

async function loadScenarioNames(): Promise<readonly ScenarioName[]> {
	const {scenarioNames} = await import('./simulator/scenarios.js');
	return scenarioNames;
}

async function print(text: string, write: WriteOut, say: WriteOut): Promise<ExitCode> {
	const failure = await write(text);
	if (failure === undefined || failure === 'EPIPE') {
		return 0;
	}

	await say(`ryzetop: Standard output cannot be written (${failure}).\n`);
	return 2;
}

async function complain(problems: readonly string[], say: WriteOut): Promise<ExitCode> {
	const lines = [...problems.map(problem => `ryzetop: ${problem}`), 'Try ryzetop --help.'];
	await say(`${lines.join('\n')}\n`);
	return 2;
}

async function serve(options: SimulateOptions<ScenarioName>, write: WriteOut, say: WriteOut): Promise<ExitCode> {
	const {simulate} = await import('./simulate.js');
	const {stopped, release} = awaitStop();
	try {
		await simulate(options, {
			write(line) {
				void write(`${line}\n`);
			},
			now: Date.now,
			stopped: stopped.then(() => undefined),
		});
		return await stopped;
	} catch (error) {
		// The simulator words what the system refused, such as a port in use, and names the system's error as the cause; all else is a bug.
		if (error instanceof Error && error.cause instanceof Error) {
			return await complain([error.message], say);
		}

		throw error;
	} finally {
		release();
	}
}
