import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {program} from '../../../helpers/program.js';
import {until} from '../../../helpers/processes.js';
import type {Truth} from './truth.js';

/** Another user, who owns nothing. */
export const nobody = 65_534;

/** Says why a test cannot run where nothing may be mounted and nobody else may be played. */
export const needsRoot = process.getuid?.() === 0 ? false : 'only root may mount a file system and run as another user';

export type RunOptions = {
	/** The file of the memory; without it, the usual one. */
	readonly file?: string;
	readonly uid?: number;
	readonly home?: string;
	readonly interval?: string;
	/** The Node that runs it, and the program; without them, that of the tests and the one that was built. */
	readonly node?: string;
	readonly installed?: string;
};

/** A `ryzetop watch` that runs. */
export type Watching = AsyncDisposable & {
	readonly child: ChildProcess;
	/** Its standard output so far. */
	readonly told: () => string;
	/** The lines of its standard error so far, without their beginning. */
	readonly said: () => readonly string[];
	/** Waits until the event of an instance's last change is told. */
	readonly sees: (name: string) => Promise<void>;
	/** Ends it as a service manager does. */
	readonly end: () => Promise<void>;
};

/** Starts `ryzetop watch` on an account, once a second, and waits for the first answer. */
export async function watch(truth: Truth, {interval = '1s', ...options}: RunOptions): Promise<Watching> {
	const child = start(truth, ['watch', '--initial', '--interval', interval], options);
	const read = collect(child);
	const watching: Watching = {
		child,
		told: read.stdout,
		said: () => read.stderr().split('\n').filter(line => line !== '').map(line => line.replace(/^ryzetop: /v, '')),
		async sees(name) {
			const state = truth.of(name).at(-1)?.state ?? '';
			const isTold = () => lastStateOf(read.stdout(), name) === state;
			await until(isTold, `${name} to be ${state}`);
		},
		async end() {
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			await ended;
		},
		async [Symbol.asyncDispose]() {
			if (!(child.exitCode === null && child.signalCode === null)) {
				return;
			}

			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
		},
	};
	await until(() => truth.names.every(name => lastStateOf(read.stdout(), name) !== undefined), 'the first answer');
	return watching;
}

/** Makes the changes from that number to that one, each after the one before was told by the watcher. */
export async function changeSeen(truth: Truth, watching: Watching, from: number, to: number): Promise<void> {
	for (let index = from; index < to; index++) {
		truth.change(index);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await watching.sees(truth.names[index % truth.names.length] ?? '');
	}
}

/** Runs the program to its end; gives its standard output and its standard error. */
export async function runOn(truth: Truth, argv: readonly string[], options: RunOptions): Promise<{readonly stdout: string; readonly stderr: string}> {
	const child = start(truth, argv, options);
	const read = collect(child);
	await once(child, 'close');
	return {stdout: read.stdout(), stderr: read.stderr()};
}

/** What `ryzetop config` says of the memory. */
export async function configLine(truth: Truth, options: RunOptions): Promise<string> {
	const {stdout} = await runOn(truth, ['config'], options);
	return stdout.split('\n').find(line => line.startsWith('memory ')) ?? '';
}

function start({simulator}: Truth, argv: readonly string[], {file, uid, home = '/none', node = process.execPath, installed = program}: Omit<RunOptions, 'interval'>): ChildProcess {
	return spawn(node, [installed, ...argv, '--url', simulator.url, ...file === undefined ? [] : ['--history', file]], {
		env: {
			PATH: process.env.PATH, LANG: 'C.UTF-8', RYZE_TOKEN: simulator.token, HOME: home, XDG_CONFIG_HOME: '/none',
		},
		stdio: ['ignore', 'pipe', 'pipe'],
		cwd: '/',
		...uid !== undefined && {uid, gid: uid},
	});
}

function collect({stdout, stderr}: ChildProcess) {
	const texts = {stdout: '', stderr: ''};
	stdout?.setEncoding('utf8').on('data', (text: string) => {
		texts.stdout += text;
	});
	stderr?.setEncoding('utf8').on('data', (text: string) => {
		texts.stderr += text;
	});
	return {stdout: () => texts.stdout, stderr: () => texts.stderr};
}

/** The state of an instance by the last line of `watch` that names it. */
function lastStateOf(lines: string, name: string): unknown {
	const line = lines.slice(0, lines.lastIndexOf('\n') + 1).split('\n').findLast(each => each.includes(`"name":${JSON.stringify(name)}`));
	const event: unknown = line === undefined ? undefined : JSON.parse(line);
	return typeof event === 'object' && event !== null && 'state' in event ? event.state : undefined;
}
