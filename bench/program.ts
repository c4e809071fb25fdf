import {Buffer} from 'node:buffer';
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';

/** Program in a pseudo-terminal of its own, measured from outside: its output, the time of it, and its cost. */
export type Program = {
	/** Milliseconds since the start. */
	readonly elapsed: () => number;
	/** All output so far. */
	readonly text: () => string;
	readonly byteCount: () => number;
	/**
	Resolves with the milliseconds since the start as soon as the output so far meets a condition.
	Rejects with the end of the output after `timeout` milliseconds, one minute by default.
	*/
	readonly until: (isMet: (text: string) => boolean, what: string, timeout?: number) => Promise<number>;
	/** Types a key and resolves with the milliseconds until the first byte that follows it. */
	readonly press: (key: string) => Promise<number>;
	/** Resolves at the exit with the milliseconds since the start. */
	readonly exited: Promise<number>;
	/** Resident memory in megabytes. */
	readonly memory: () => number;
	/** Processor time so far, in milliseconds. */
	readonly processorTime: () => number;
	/** Kills the program and resolves when it has exited. Nothing that it would write at its end is written. */
	readonly end: () => Promise<void>;
	/** Asks the program to end, and resolves when it has exited. */
	readonly leave: () => Promise<void>;
	readonly pid: number;
};

/** Command to start, with the size of its terminal; `env` adds to the few variables that it gets. */
export type Start = {
	readonly command: string;
	readonly args: readonly string[];
	readonly columns: number;
	readonly rows: number;
	readonly env?: Readonly<Record<string, string>>;
};

/** Starts a program in a pseudo-terminal. */
export function startProgram({command, args, columns, rows, env = {}}: Start): Program {
	const startedAt = performance.now();
	// What one program remembers must not be read by the next, nor be written into the user's own memory.
	const stateHome = mkdtempSync(path.join(tmpdir(), 'ryzetop-'));
	const terminal = spawn(command, [...args], {
		cols: columns, rows, name: 'xterm-256color', encoding: null, env: {
			PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', NODE_ENV: 'production',
			XDG_STATE_HOME: stateHome, ...env,
		},
	});
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	let listeners: Array<() => void> = [];
	terminal.onData(piece => {
		const data: string | Uint8Array = piece;
		pieces.push(typeof data === 'string' ? Buffer.from(data) : data);
		bytes += data.length;
		for (const listener of listeners) {
			listener();
		}
	});
	const exit = Promise.withResolvers<number>();
	terminal.onExit(() => {
		rmSync(stateHome, {recursive: true, force: true});
		exit.resolve(performance.now() - startedAt);
	});
	const text = () => Buffer.concat(pieces).toString();
	const waitUntil = async (isMet: () => boolean, what: string, timeout: number) => new Promise<void>((resolve, reject) => {
		const timer = setTimeout(() => {
			reject(new Error(`Waited for ${what} of ${command} ${args.join(' ')}: ${text().slice(-400)}`));
		}, timeout);
		const listener = () => {
			if (!isMet()) {
				return;
			}

			clearTimeout(timer);
			listeners = listeners.filter(other => other !== listener);
			resolve();
		};

		listeners.push(listener);
		listener();
	});
	return {
		elapsed: () => performance.now() - startedAt,
		text,
		byteCount: () => bytes,
		async until(isMet, what, timeout = 60_000) {
			await waitUntil(() => isMet(text()), what, timeout);
			return performance.now() - startedAt;
		},
		async press(key) {
			const before = bytes;
			const at = performance.now();
			terminal.write(key);
			await waitUntil(() => bytes > before, 'an echo', 10_000);
			return performance.now() - at;
		},
		exited: exit.promise,
		memory() {
			const status = readFileSync(`/proc/${terminal.pid}/status`, 'utf8');
			return Number(/VmRSS:\s+(?<kilobytes>\d+)/v.exec(status)?.groups?.kilobytes ?? 0) / 1024;
		},
		processorTime() {
			// The first field of each thread, in nanoseconds. `stat` counts in ticks of 10 ms, of which an idle program needs few.
			const threads = `/proc/${terminal.pid}/task`;
			const spent = readdirSync(threads).map(thread => Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ', 1)[0]));
			return spent.reduce((total, nanoseconds) => total + nanoseconds, 0) / 1e6;
		},
		pid: terminal.pid,
		async end() {
			terminal.kill('SIGKILL');
			await exit.promise;
		},
		async leave() {
			terminal.kill('SIGTERM');
			await exit.promise;
		},
	};
}
