import {spawn, type ChildProcess} from 'node:child_process';
import {platform} from 'node:os';
import process from 'node:process';
import {describeSetting} from '../core/duration.js';
import {maskKnown, maskUrls, Secret} from '../core/secret.js';
import {cellWidth, sanitize, takeCells} from '../core/text.js';
import {quote} from './quote.js';
import {codeOf} from './read-small-file.js';
import type {Environment} from './reading.js';
import {tokenVariables} from './token.js';
import {accept, refuse, type Parsed} from './values.js';

/** How a token command is run. */
export type CommandSetting = {
	/** What the command inherits; variables that may hold a token are left out. */
	readonly environment: Environment;
	/** In milliseconds; the command is killed then, with all it has started. */
	readonly limit: number;
	/** Whether the program has to live on for its answer. While the monitor runs it does not: leaving must not take as long as the command. */
	readonly isAwaited: boolean;
	/** Arranges for something to be done if this process ends; what it returns calls that off. */
	readonly atEnd: (act: () => void) => () => void;
};

/** Runs a token command, a program and its arguments, and gives what it printed, or what is wrong with that in sentences without the token. */
export type RunTokenCommand = (command: readonly string[], isAwaited: boolean) => Promise<Parsed<string>>;

/** A password manager answers in less, or waits for a person; in milliseconds. */
export const tokenCommandLimit = 10_000;

/** In bytes; far more than any token has. */
const largestOutput = 16_384;

/** In bytes, of what was said last. */
const largestSaying = 4096;

/** In cells. */
const longestSaying = 200;

const secretVariables: ReadonlySet<string> = new Set(tokenVariables);

/** What a command did before it ended, or was ended. */
type Ending =
	| {readonly kind: 'ended'; readonly code: number | undefined; readonly signal: string | undefined; readonly out: string; readonly said: string}
	| {readonly kind: 'hung'; readonly out: string; readonly said: string}
	| {readonly kind: 'flooded'}
	| {readonly kind: 'not-started'; readonly code: string};

/** Runs a token command without a shell, without standard input and in a process group of its own. Never rejects. */
export async function runTokenCommand(command: readonly string[], setting: CommandSetting): Promise<Parsed<string>> {
	const ending = await run(command, setting);
	const [program = ''] = command;
	const name = quote(program);
	switch (ending.kind) {
		case 'not-started': {
			return refuse(describeFailure(name, ending.code));
		}

		case 'flooded': {
			return refuse(`${name} printed too much. It must print the token alone.`);
		}

		case 'hung': {
			return refuse(`${name} did not end within ${describeSetting(setting.limit)}, and was stopped.${describeSaying(ending)}`);
		}

		case 'ended': {
			const lines = ending.out.trim().split('\n');
			if (ending.code !== 0) {
				return refuse(`${name} ended with ${ending.code ?? ending.signal ?? 'an unknown code'}.${describeSaying(ending)}`);
			}

			if (lines.length > 1) {
				return refuse(`${name} printed ${lines.length} lines. It must print the token alone.${describeSaying(ending)}`);
			}

			return lines[0] === '' ? refuse(`${name} printed nothing. It must print the token.${describeSaying(ending)}`) : accept(ending.out);
		}
	}
}

async function run([program = '', ...argv]: readonly string[], {environment, limit, isAwaited, atEnd}: CommandSetting): Promise<Ending> {
	let child;
	try {
		child = spawn(program, argv, {
			env: Object.fromEntries(Object.entries(environment).filter(([name]) => !secretVariables.has(name))),
			stdio: ['ignore', 'pipe', 'pipe'],
			// A group of its own, so that a script is killed together with what it waits for.
			detached: platform() !== 'win32',
			windowsHide: true,
		});
	} catch (error) {
		return {kind: 'not-started', code: codeOf(error)};
	}

	const {promise, resolve} = Promise.withResolvers<Ending>();
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
		resolve({kind: 'not-started', code: codeOf(error)});
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
		release(child);
	}

	const callOff = atEnd(() => {
		kill(child);
	});
	const ending = await promise;
	clearTimeout(timer);
	callOff();
	if (ending.kind === 'hung' || ending.kind === 'flooded') {
		kill(child);
		stdout.destroy();
		stderr.destroy();
		release(child);
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
function release(child: ChildProcess): void {
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

/** What the command said on standard error, on one line, without what it printed: that may be the token. */
function describeSaying({out, said}: {readonly out: string; readonly said: string}): string {
	const printed = out.split('\n').map(line => line.trim()).filter(line => line !== '').map(line => new Secret(line));
	const lines = maskUrls(maskKnown(said, printed)).split('\n').map(line => sanitize(line.trim())).filter(line => line !== '');
	const text = lines.join(' / ');
	const shown = cellWidth(text) > longestSaying ? `${takeCells(text, longestSaying - 1)}…` : text;
	return shown === '' ? '' : ` It said: ${shown}`;
}

function describeFailure(name: string, code: string): string {
	switch (code) {
		case 'ENOENT': {
			return `There is no program ${name}. Give its path, or put its folder into PATH.`;
		}

		case 'EACCES':
		case 'EPERM': {
			return `${name} is no program that this user may run.`;
		}

		default: {
			return `${name} cannot be run (${code}).`;
		}
	}
}
