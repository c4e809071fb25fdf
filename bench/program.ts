import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';

/** A program in a pseudo-terminal of its own, watched from outside: what it writes and when, and what it costs. */
export type Program = {
	/** Since it was started, in milliseconds. */
	readonly elapsed: () => number;
	readonly text: () => string;
	readonly byteCount: () => number;
	/** Resolves with the milliseconds since its start as soon as what it wrote so far fulfils the condition. */
	readonly until: (isMet: (text: string) => boolean, what: string, timeout?: number) => Promise<number>;
	/** Types a key; resolves with the milliseconds until the first byte that came after it. */
	readonly press: (key: string) => Promise<number>;
	readonly exited: Promise<number>;
	/** Resident memory in megabytes. */
	readonly memory: () => number;
	/** Processor time it has used so far, in milliseconds. */
	readonly processorTime: () => number;
	readonly end: () => Promise<void>;
	readonly pid: number;
};

export type Start = {
	readonly command: string;
	readonly args: readonly string[];
	readonly columns: number;
	readonly rows: number;
	readonly env?: Readonly<Record<string, string>>;
};

/** A tick of the processor's clock as Linux counts it in `/proc`. */
const tick = 10;

export function startProgram({command, args, columns, rows, env = {}}: Start): Program {
	const startedAt = performance.now();
	const terminal = spawn(command, [...args], {
		cols: columns, rows, name: 'xterm-256color', encoding: null, env: {
			PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', NODE_ENV: 'production', ...env,
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
		exit.resolve(performance.now() - startedAt);
	});
	const text = () => Buffer.concat(pieces).toString();
	const heard = async (isMet: () => boolean, what: string, timeout: number) => new Promise<void>((resolve, reject) => {
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
			await heard(() => isMet(text()), what, timeout);
			return performance.now() - startedAt;
		},
		async press(key) {
			const before = bytes;
			const at = performance.now();
			terminal.write(key);
			await heard(() => bytes > before, 'an echo', 10_000);
			return performance.now() - at;
		},
		exited: exit.promise,
		memory: () => Number(/VmRSS:\s+(?<kilobytes>\d+)/v.exec(readFileSync(`/proc/${terminal.pid}/status`, 'utf8'))?.groups?.kilobytes ?? 0) / 1024,
		processorTime() {
			const fields = readFileSync(`/proc/${terminal.pid}/stat`, 'utf8').split(') ', 2)[1]?.split(' ') ?? [];
			return (Number(fields[11]) + Number(fields[12])) * tick;
		},
		pid: terminal.pid,
		async end() {
			terminal.kill('SIGKILL');
			await exit.promise;
		},
	};
}
