import {spawn, type ChildProcess} from 'node:child_process';
import {platform} from 'node:os';
import process from 'node:process';
import {errorCode} from '../error-code.js';
import type {Environment} from '../../core/text/environment.js';
import {killWithUs} from './kill-with-us.js';

/** Options for running a command. */
export type SpawnOptions = {
	/** Environment of the command. */
	readonly environment: Environment;
	/** What the command reads on standard input; without it there is none. */
	readonly input?: string;
	/** Limit of standard output, in bytes. A command that prints more is killed. */
	readonly largestOutput: number;
	/** Time limit in milliseconds. After it the command is killed, with all processes that it has started. */
	readonly limit: number;
	/** Whether this process stays alive until the command ends. In the monitor it does not, so that leaving takes no longer than usual. */
	readonly isAwaited: boolean;
	/** Registers a function that is called if this process ends. The returned function removes it. */
	readonly atEnd: (act: () => void) => () => void;
};

/** Size of the end of standard error that is kept, in bytes. */
const largestErrorText = 4096;

/**
Time after the end of a command for which its output is read on, in milliseconds. A process that it started, such as an agent that stays,
may hold the output open for ever; what the command itself printed is there already.
*/
const outputDelay = 200;

/** End of a command, by itself or killed. `stdout` is the text of standard output, `stderr` the end of that of standard error. */
export type CommandEnd =
	| {
		readonly kind: 'ended';
		readonly code: number | undefined;
		readonly signal: string | undefined;
		readonly stdout: string;
		readonly stderr: string;
	}
	| {readonly kind: 'hung'; readonly stdout: string; readonly stderr: string}
	| {readonly kind: 'flooded'}
	| {readonly kind: 'not-started'; readonly code: string};

/** Runs a program with its arguments, without a shell and in a process group of its own. It never rejects. */
export async function spawnCommand(command: readonly string[], options: SpawnOptions): Promise<CommandEnd> {
	let child: ReturnType<typeof start> | undefined;
	// Registered before the start, so that a signal during the start does not leave the command running.
	const unregister = options.atEnd(() => {
		if (child !== undefined) {
			kill(child);
		}
	});
	try {
		child = start(command, options);
	} catch (error) {
		unregister();
		return {kind: 'not-started', code: errorCode(error)};
	}

	const callOff = child.pid === undefined ? undefined : killWithUs(child.pid);
	const ending = await awaitEnd(child, options);
	callOff?.();
	unregister();
	return ending;
}

function start([program = '', ...argv]: readonly string[], {environment, input}: SpawnOptions) {
	const options = {
		env: environment,
		// The command gets a process group of its own, so that a script is killed together with its child processes.
		detached: platform() !== 'win32',
		windowsHide: true,
	};
	if (input === undefined) {
		return spawn(program, argv, {...options, stdio: ['ignore', 'pipe', 'pipe']});
	}

	const child = spawn(program, argv, {...options, stdio: ['pipe', 'pipe', 'pipe']});
	// A command need not read what it is given.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	return child;
}

async function awaitEnd(child: ReturnType<typeof start>, {limit, isAwaited, largestOutput}: SpawnOptions): Promise<CommandEnd> {
	const {promise, resolve} = Promise.withResolvers<CommandEnd>();
	const {stdout, stderr} = child;
	const out = collect(stdout, bytes => bytes);
	// Only the end of standard error is kept.
	const errorText = collect(stderr, bytes => bytes.subarray(-largestErrorText));
	stdout.on('data', () => {
		if (out().length > largestOutput) {
			resolve({kind: 'flooded'});
		}
	});
	child.on('error', error => {
		resolve({kind: 'not-started', code: errorCode(error)});
	});
	const end = (ended: Pick<typeof child, 'exitCode' | 'signalCode'>) => {
		resolve({
			kind: 'ended',
			code: ended.exitCode ?? undefined,
			signal: ended.signalCode ?? undefined,
			stdout: decode(out()),
			stderr: decode(errorText()),
		});
	};

	child.on('close', () => {
		end(child);
	});
	let afterExit: NodeJS.Timeout | undefined;
	child.on('exit', () => {
		afterExit = setTimeout(() => {
			// What it printed before its end is read first, however busy the machine is.
			setImmediate(end, child);
		}, outputDelay);
		if (!isAwaited) {
			afterExit.unref();
		}
	});
	const timer = setTimeout(() => {
		resolve({kind: 'hung', stdout: decode(out()), stderr: decode(errorText())});
	}, limit);
	if (!isAwaited) {
		timer.unref();
		unreference(child);
	}

	const ending = await promise;
	clearTimeout(timer);
	clearTimeout(afterExit);
	if (ending.kind === 'hung' || ending.kind === 'flooded') {
		kill(child);
	}

	// A process that it started may hold what it did not read, for ever.
	child.stdin?.destroy();
	stdout.destroy();
	stderr.destroy();
	unreference(child);

	return ending;
}

/** Collects the bytes of a stream. After each chunk, `keep` gives the part that is kept. */
function collect(stream: NodeJS.ReadableStream, keep: (bytes: Uint8Array) => Uint8Array): () => Uint8Array {
	let bytes = new Uint8Array();
	stream.on('data', (chunk: Uint8Array) => {
		const joined = new Uint8Array(bytes.length + chunk.length);
		joined.set(bytes);
		joined.set(chunk, bytes.length);
		bytes = new Uint8Array(keep(joined));
	});
	return () => bytes;
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** Lets this process end while the command runs. */
function unreference(child: ChildProcess): void {
	child.unref();
	for (const stream of [child.stdin, child.stdout, child.stderr]) {
		if (stream && 'unref' in stream && typeof stream.unref === 'function') {
			Reflect.apply(stream.unref, stream, []);
		}
	}
}

/** Kills the command with all processes that it has started. It does nothing where the command has ended already. */
function kill(child: ChildProcess): void {
	try {
		if (child.pid !== undefined && platform() !== 'win32') {
			process.kill(-child.pid, 'SIGKILL');
			return;
		}
	} catch {}

	child.kill('SIGKILL');
}
