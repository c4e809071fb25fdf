import {spawn, type ChildProcess} from 'node:child_process';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {createInterface} from 'node:readline';
import {program} from '../helpers/program.js';
import {freshStateHome} from '../helpers/pty/state-home.js';

export type RunOptions = {
	/** The account to ask, by address and token. */
	readonly of?: {readonly url: string; readonly token?: string};
	readonly env?: Readonly<Record<string, string>>;
	readonly input?: string;
	/** In milliseconds; it is ended then, which happens only in failure. */
	readonly limit?: number;
	/** Options of Node itself. */
	readonly nodeOptions?: readonly string[];
};

/** The code or the signal a program ended with, and its output. */
export type Ended = {
	readonly end: number | string;
	readonly stdout: string;
	readonly stderr: string;
};

/** A program that runs, with pipes. */
export type Running = AsyncDisposable & {
	readonly child: ChildProcess;
	/** The next line of standard output; rejects at the deadline. */
	readonly nextLine: () => Promise<string>;
	/** The code, or the signal's name. */
	readonly ended: Promise<number | string>;
};

/** Longer than anything here takes; reached only in failure. */
const deadline = 20_000;

/** Runs the built program to its end. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ended> {
	const child = start(argv, options);
	child.stdin?.on('error', () => undefined);
	child.stdin?.end(options.input ?? '');
	const [end, stdout, stderr] = await Promise.all([codeOf(child), read(child.stdout), read(child.stderr)]);
	return {end, stdout, stderr};
}

/** Starts the built program, for reading it line by line. */
export function open(argv: readonly string[], options: RunOptions = {}): Running {
	const child = start(argv, options);
	child.stdin?.end();
	const {stdout} = child;
	if (stdout === null) {
		throw new Error('The program has no output.');
	}

	const lines = createInterface({input: stdout})[Symbol.asyncIterator]();
	const ended = codeOf(child);
	return {
		child,
		ended,
		async nextLine() {
			const late = Promise.withResolvers<never>();
			const timer = setTimeout(() => {
				late.reject(new Error('No further line came.'));
			}, deadline);
			try {
				const {value, done} = await Promise.race([lines.next(), late.promise]);
				return done === true ? 'the end' : value;
			} finally {
				clearTimeout(timer);
			}
		},
		async [Symbol.asyncDispose]() {
			child.kill('SIGKILL');
			await ended;
		},
	};
}

/** The environment that the program runs in; of this machine's it has only `PATH`. The state folder is another one for each program. */
export function environmentFor({of, env}: RunOptions): Readonly<Record<string, string>> {
	return {
		PATH: process.env.PATH ?? '',
		LANG: 'C.UTF-8',
		XDG_STATE_HOME: freshStateHome(),
		...of !== undefined && {RYZE_URL: of.url},
		...of?.token !== undefined && {RYZE_TOKEN: of.token},
		...env,
	};
}

function start(argv: readonly string[], options: RunOptions): ChildProcess {
	return spawn(process.execPath, [...options.nodeOptions ?? [], program, ...argv], {env: environmentFor(options), timeout: options.limit ?? deadline});
}

/** The code or the signal that a process ends with. */
export async function codeOf(child: ChildProcess): Promise<number | string> {
	const {promise, resolve} = Promise.withResolvers<number | string>();
	child.once('close', (code, signal) => {
		resolve(code ?? signal ?? 'in an unknown way');
	});
	return promise;
}

/** The whole text of an output; nothing for one that is not a pipe. */
export async function read(stream: ChildProcess['stdout']): Promise<string> {
	return stream === null ? '' : text(stream);
}
