import {spawn, type ChildProcess} from 'node:child_process';
import {platform} from 'node:os';
import process from 'node:process';
import {errorCode} from '../../process/error-code.js';
import type {Environment} from '../../core/text/environment.js';
import {tokenVariables} from '../../cli/environment.js';

/** How a command is run. */
export type SpawnOptions = {
	/** What the command inherits; variables that may hold a token are left out. */
	readonly environment: Environment;
	/** In milliseconds; the command is killed then, with all it has started. */
	readonly limit: number;
	/** Whether the program has to live on for its answer. While the monitor runs it does not: leaving must not take as long as the command. */
	readonly isAwaited: boolean;
	/** Arranges for something to be done if this process ends; what it returns calls that off. */
	readonly atEnd: (act: () => void) => () => void;
};

/** In bytes; far more than any token has. */
const largestOutput = 16_384;

/** In bytes, of what was said last. */
const largestSaying = 4096;

const secretVariables: ReadonlySet<string> = new Set(tokenVariables);

/** What a command did before it ended, or was ended. */
export type CommandEnd =
	| {readonly kind: 'ended'; readonly code: number | undefined; readonly signal: string | undefined; readonly out: string; readonly said: string}
	| {readonly kind: 'hung'; readonly out: string; readonly said: string}
	| {readonly kind: 'flooded'}
	| {readonly kind: 'not-started'; readonly code: string};

/** Runs a program with its arguments, without a shell, without standard input and in a process group of its own. Never rejects. */
export async function spawnCommand(command: readonly string[], setting: SpawnOptions): Promise<CommandEnd> {
	let child: ReturnType<typeof start> | undefined;
	// Arranged before there is a command: a signal that comes while it is being started must not leave it behind.
	const callOff = setting.atEnd(() => {
		if (child !== undefined) {
			kill(child);
		}
	});
	try {
		child = start(command, setting.environment);
	} catch (error) {
		callOff();
		return {kind: 'not-started', code: errorCode(error)};
	}

	const ending = await follow(child, setting);
	callOff();
	return ending;
}

function start([program = '', ...argv]: readonly string[], environment: Environment) {
	return spawn(program, argv, {
		env: Object.fromEntries(Object.entries(environment).filter(([name]) => !secretVariables.has(name))),
		stdio: ['ignore', 'pipe', 'pipe'],
		// A group of its own, so that a script is killed together with what it waits for.
		detached: platform() !== 'win32',
		windowsHide: true,
	});
}

async function follow(child: ReturnType<typeof start>, {limit, isAwaited}: SpawnOptions): Promise<CommandEnd> {
	const {promise, resolve} = Promise.withResolvers<CommandEnd>();
	const {stdout, stderr} = child;
	const out = collect(stdout, chunks => chunks);
	// Of what it says the end counts.
	const said = collect(stderr, chunks => chunks.subarray(-largestSaying));
	stdout.on('data', () => {
		if (out().length > largestOutput) {
			resolve({kind: 'flooded'});
		}
	});
	child.on('error', error => {
		resolve({kind: 'not-started', code: errorCode(error)});
	});
	child.on('close', (code, signal) => {
		resolve({
			kind: 'ended', code: code ?? undefined, signal: signal ?? undefined, out: decode(out()), said: decode(said()),
		});
	});
	const timer = setTimeout(() => {
		resolve({kind: 'hung', out: decode(out()), said: decode(said())});
	}, limit);
	if (!isAwaited) {
		timer.unref();
		unreference(child);
	}

	const ending = await promise;
	clearTimeout(timer);
	if (ending.kind === 'hung' || ending.kind === 'flooded') {
		kill(child);
		stdout.destroy();
		stderr.destroy();
		unreference(child);
	}

	return ending;
}

/** Gathers what comes, as much of it as `keep` leaves. */
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
	for (const stream of [child.stdout, child.stderr]) {
		if (stream && 'unref' in stream && typeof stream.unref === 'function') {
			Reflect.apply(stream.unref, stream, []);
		}
	}
}

/** Kills the command with all it has started. One that has ended by then is no trouble. */
function kill(child: ChildProcess): void {
	try {
		if (child.pid !== undefined && platform() !== 'win32') {
			process.kill(-child.pid, 'SIGKILL');
			return;
		}
	} catch {}

	child.kill('SIGKILL');
}
