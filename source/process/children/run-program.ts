import {spawn} from 'node:child_process';
import process from 'node:process';
import {stripVTControlCharacters} from 'node:util';
import type {Environment} from '../../core/text/environment.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import {atProcessEnd} from '../at-exit.js';
import {errorCode} from '../error-code.js';
import {spawnCommand} from './spawn.js';

/** A program to start: no shell reads its arguments. */
export type Program = {
	readonly argv: readonly string[];
	/** Its environment, without secrets. */
	readonly environment: Environment;
	/** What it reads on standard input. */
	readonly input: string;
};

/** End of a program: what it printed in safe lines, and what went wrong, as the end of a sentence. */
export type ProgramEnd = {
	readonly lines: readonly SafeText[];
	readonly problem: string | undefined;
};

/** In milliseconds: whatever is run by a key is over by then, or does not end by itself. */
const usualLimit = 60_000;

/** In bytes, of what is printed; a page is as long as a person may read. */
const largestOutput = 1_048_576;

/** Lines of a page; the rest is left out. */
const mostLines = 10_000;

/** Runs a program in a process group of its own, with a limit of time and of output. It ends with this process. It never rejects. */
export async function runProgram({argv, environment, input}: Program, limit: number = usualLimit): Promise<ProgramEnd> {
	const ending = await spawnCommand(argv, {
		environment, input, limit, largestOutput, isAwaited: false, atEnd: atProcessEnd,
	});
	switch (ending.kind) {
		case 'not-started': {
			return {lines: [], problem: describeStart(ending.code)};
		}

		case 'flooded': {
			return {lines: [], problem: 'printed more than 1 MiB, and was stopped'};
		}

		case 'hung': {
			return {lines: toLines(ending.stdout), problem: `did not end within ${Math.round(limit / 1000)}s, and was stopped`};
		}

		case 'ended': {
			const said = toLines(ending.stderr).findLast(line => line.trim() !== '');
			return {
				lines: toLines(ending.stdout),
				problem: ending.code === 0 ? undefined : `ended with ${ending.code ?? ending.signal ?? 'an unknown code'}${said === undefined ? '' : `: ${said}`}`,
			};
		}
	}
}

/**
Runs a program that has the terminal: its standard input and its outputs are this process's own, so that it gets no JSON. It is in the same
process group, as the terminal's own signals are for all that run on it. It is killed when `signal` comes. It never rejects.
*/
export async function runInTerminal({argv: command, environment}: Omit<Program, 'input'>, signal?: AbortSignal): Promise<ProgramEnd> {
	const [program = '', ...argv] = command;
	const {promise, resolve} = Promise.withResolvers<ProgramEnd>();
	try {
		const child = spawn(program, argv, {env: environment, stdio: 'inherit'});
		// Of the signals none kills it: those of the terminal are for the program too, which may go on after Ctrl+C.
		const kill = () => {
			child.kill('SIGKILL');
		};

		process.once('exit', kill);
		signal?.addEventListener('abort', kill);
		child.on('error', error => {
			resolve({lines: [], problem: describeStart(errorCode(error))});
		});
		child.on('exit', (code, killedBy) => {
			process.off('exit', kill);
			signal?.removeEventListener('abort', kill);
			resolve({lines: [], problem: code === 0 ? undefined : `ended with ${code ?? killedBy ?? 'an unknown code'}`});
		});
	} catch (error) {
		resolve({lines: [], problem: describeStart(errorCode(error))});
	}

	return promise;
}

/** Makes safe lines of what a program printed, without the colours that it may have. */
function toLines(text: string): readonly SafeText[] {
	// Sequences that colour a text are no part of it; whatever else is left of them becomes signs that can be seen.
	const plain = stripVTControlCharacters(text).replaceAll('\t', ' '.repeat(4)).replaceAll('\r\n', '\n').trimEnd();
	return plain === '' ? [] : plain.split('\n').slice(0, mostLines).map(line => sanitize(line));
}

function describeStart(code: string): string {
	switch (code) {
		case 'ENOENT': {
			return 'is not there: give the path of the program, or put its folder into PATH';
		}

		case 'EACCES':
		case 'EPERM': {
			return 'may not be run by this user';
		}

		case 'E2BIG': {
			return 'was given more than a program can take';
		}

		default: {
			return `cannot be run (${code})`;
		}
	}
}
