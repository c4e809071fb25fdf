import {Buffer} from 'node:buffer';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {readCells, type Cell} from './cell.js';
import {encodeKey} from './keys.js';
import {watchModes, type Modes} from './modes.js';
import {openTerminal, readLines, readText} from './terminal.js';
import {cleanEnvironment, signalGroup} from './pty/processes.js';
import {typeInto} from './pty/type-into.js';
import {watchScreen} from './waiting.js';

export type Exit = {
	readonly code: number;
	readonly signal: number | undefined;
};

export type ScreenOptions = {
	readonly columns: number;
	readonly rows: number;
	/** Added to the clean environment every program starts in. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
};

/** A program in a real pseudo-terminal, and the screen an emulator draws of it. */
export type Screen = AsyncDisposable & {
	/** The visible rows, without the blanks at their ends. */
	readonly lines: () => readonly string[];
	readonly text: () => string;
	readonly cells: (row: number) => readonly Cell[];
	readonly cursor: () => {readonly row: number; readonly column: number; readonly visible: boolean};
	readonly alternate: () => boolean;
	readonly modes: () => Modes;
	readonly title: () => string;
	/** Counts the bells. */
	readonly bells: () => number;
	/** The output of the program, from that byte on. */
	readonly bytes: (from?: number) => string;
	readonly byteCount: () => number;
	/** Types keys by name, each in a write of its own. A program that is slow may still read several at once. */
	readonly press: (...keys: readonly string[]) => void;
	/** Sends text or bytes as they are, in one burst. */
	readonly write: (raw: string | Uint8Array) => void;
	readonly resize: (columns: number, rows: number) => void;
	/** Stops and resumes reading the program's output, as a terminal that is scrolled back does. */
	readonly read: (isReading: boolean) => void;
	/**
	Resolves as soon as the condition holds after a write; fails at the deadline, or when the program ends first, with the screen in the
	message.
	*/
	readonly waitFor: (isMet: (screen: Screen) => boolean, what: string, timeout?: number) => Promise<void>;
	/** Resolves when the program has written nothing for so long, or has ended. */
	readonly settle: (quiet?: number, timeout?: number) => Promise<void>;
	/** Resolves once everything the program wrote is on the screen. */
	readonly exited: Promise<Exit>;
	/** Resolves as `exited` does, but fails at the deadline with the screen in the message. */
	readonly waitForExit: (timeout?: number) => Promise<Exit>;
	/** Signals the program's whole process group, as a terminal does. */
	readonly kill: (signal?: NodeJS.Signals) => void;
	/** Ends the program if need be, and frees the terminal. */
	readonly close: () => Promise<void>;
	readonly isRunning: () => boolean;
	readonly pid: number;
};

// The time a program has to leave after SIGHUP before it is killed, in milliseconds.
const hangUpGrace = 1000;

// The time after which a program that was killed must be gone, in milliseconds; generous, since it is reached only in failure.
const killedTime = 10_000;

/** Start a program in a pseudo-terminal of that size. */
export function openScreen(command: string, args: readonly string[], {columns, rows, env, cwd}: ScreenOptions): Screen {
	const terminal = openTerminal(columns, rows);
	const readModes = watchModes(terminal);
	let title = '';
	let bells = 0;
	terminal.onTitleChange(text => {
		title = text;
	});
	terminal.onBell(() => {
		bells++;
	});

	// A null encoding makes the pty hand over bytes, whatever its types say.
	const pty = spawn(command, [...args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: cwd ?? process.cwd(),
		env: {...cleanEnvironment(), ...env},
		encoding: null,
	});
	const written: Uint8Array[] = [];
	let byteCount = 0;
	let hasEnded = false;
	let hasDrawnAll = false;
	const activity = watchScreen(() => readText(terminal));
	pty.onData((data: string | Uint8Array) => {
		const bytes = typeof data === 'string' ? Buffer.from(data) : data;
		written.push(bytes);
		byteCount += bytes.length;
		activity.arrive();
		terminal.write(bytes, activity.draw);
	});
	const type = typeInto(pty);
	terminal.onData(answer => {
		if (!hasEnded) {
			type(answer);
		}
	});

	const {promise: exited, resolve} = Promise.withResolvers<Exit>();
	pty.onExit(({exitCode, signal}) => {
		hasEnded = true;
		terminal.write('', () => {
			hasDrawnAll = true;
			activity.end(`with code ${exitCode}`);
			resolve({code: exitCode, signal: signal === 0 ? undefined : signal});
		});
	});

	const send = (raw: string | Uint8Array) => {
		if (hasEnded) {
			throw new Error('The program has ended, so nobody reads the keyboard.');
		}

		type(raw);
	};

	const kill = (signal: NodeJS.Signals = 'SIGTERM') => {
		if (!hasEnded) {
			signalGroup(pty.pid, signal);
		}
	};

	const close = async () => {
		kill('SIGHUP');
		const timer = setTimeout(kill, hangUpGrace, 'SIGKILL');
		try {
			await activity.waitFor(() => hasDrawnAll, 'the program to end, which was killed', hangUpGrace + killedTime);
		} finally {
			clearTimeout(timer);
		}

		terminal.dispose();
	};

	const screen: Screen = {
		lines: () => readLines(terminal),
		text: () => readText(terminal),
		cells: row => readCells(terminal.buffer.active, row, terminal.cols),
		cursor: () => ({row: terminal.buffer.active.cursorY, column: terminal.buffer.active.cursorX, visible: readModes().cursorVisible}),
		alternate: () => readModes().alternateScreen,
		modes: readModes,
		title: () => title,
		bells: () => bells,
		bytes: (from = 0) => Buffer.concat(written).toString('utf8', from),
		byteCount: () => byteCount,
		press(...keys) {
			for (const key of keys) {
				const bytes = encodeKey(key, readModes());
				if (bytes === undefined) {
					throw new Error(`There is no key called ${JSON.stringify(key)}.`);
				}

				send(bytes);
			}
		},
		write: send,
		resize(newColumns, newRows) {
			terminal.resize(newColumns, newRows);
			pty.resize(newColumns, newRows);
		},
		read(isReading) {
			if (isReading) {
				pty.resume();
			} else {
				pty.pause();
			}
		},
		// A frame that is not whole yet is not looked at (DEC private mode 2026).
		waitFor: async (isMet, what, timeout) => activity.waitFor(() => !terminal.modes.synchronizedOutputMode && isMet(screen), what, timeout),
		settle: activity.settle,
		exited,
		async waitForExit(timeout) {
			await activity.waitFor(() => hasDrawnAll, 'the program to end', timeout);
			return exited;
		},
		kill,
		close,
		[Symbol.asyncDispose]: close,
		isRunning: () => !hasEnded,
		pid: pty.pid,
	};
	return screen;
}
