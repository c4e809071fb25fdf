import {readFileSync, existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {freshFolder} from '../../../test/helpers/fresh-folder.js';
import {program} from '../../../test/helpers/program.js';
import {openScreen, type Screen} from '../../../test/helpers/screen.js';
import {allowedCommands, type Chunk} from './make-chunk.js';
import {watchCommands} from './watch-commands.js';

/** The built program over its demo, in a pseudo-terminal of its own. */
export type Monitor = {
	readonly send: (chunk: Chunk) => Promise<void>;
	/** Rejects if the program has ended, answers no key, ran a command that no key was pressed for, or shows no whole picture. */
	readonly check: () => Promise<void>;
	/** Resident memory in megabytes; 0 where the system does not tell. */
	readonly memory: () => number;
	/** The commands that were run. */
	readonly ran: () => number;
	readonly close: () => Promise<void>;
};

/** A sequence that was cut off takes no more than three of them. */
const escapes = '\u{1B}'.repeat(4);

/** After this an ESC is the key, in milliseconds. */
const escapeTime = 60;

/** The longest that a key may take on a busy machine, in milliseconds. */
const longestAnswer = 20_000;

/** Most megabytes of resident memory, those of the demo's simulator included. Where it leaks it goes beyond in the chunks of one program. */
const mostMemory = 300;

/** A text that is in answers alone, and in nothing that is drawn. */
const answerText = 'rgb:';

export async function startMonitor(): Promise<Monitor> {
	const log = path.join(freshFolder(), 'log');
	const commands = watchCommands(log);
	let size = {columns: 100, rows: 30};
	let count = 0;
	let seen = 0;
	const screen = openScreen(process.execPath, [program, '--demo', '--interval', '2s', '--debug-log', log], {
		...size, env: {XDG_CONFIG_HOME: '/none'},
	});
	// Keys are read from when pastes have markers on: before, Ctrl+C in a paste is a signal.
	await screen.waitFor(() => isWhole(screen, size) && screen.bytes().includes('\u{1B}[?2004h'), 'the first picture', longestAnswer);

	const memory = () => {
		const file = `/proc/${screen.pid}/status`;
		return existsSync(file) ? Number(/VmRSS:\s+(?<kilobytes>\d+)/v.exec(readFileSync(file, 'utf8'))?.groups?.kilobytes ?? 0) / 1024 : 0;
	};

	/** Says how the program ended, which it must not. */
	const ending = async () => {
		const {code, signal} = await screen.waitForExit();
		const ran = commands.next().slice(-10).join(' ');
		return new Error(`The program has ended with code ${code}, signal ${signal ?? 'none'}, after the commands ${ran}.\n${screen.text()}`);
	};

	return {
		async send(chunk) {
			if (!screen.isRunning()) {
				throw await ending();
			}

			for (const step of chunk) {
				switch (step.kind) {
					case 'write': {
						screen.write(step.bytes);
						break;
					}

					case 'pause': {
						// eslint-disable-next-line no-await-in-loop -- one step after the other
						await pause(step.time);
						break;
					}

					case 'resize': {
						size = step;
						screen.resize(step.columns, step.rows);
						break;
					}
				}
			}
		},
		async check() {
			if (!screen.isRunning()) {
				throw await ending();
			}

			size = {columns: 100, rows: 30};
			screen.resize(size.columns, size.rows);
			screen.write(escapes);
			await pause(escapeTime);
			screen.write('\u{C}');
			let ran: readonly string[] = [];
			for (const end = performance.now() + longestAnswer; !ran.includes('screen.redraw');) {
				if (!screen.isRunning()) {
					// eslint-disable-next-line no-await-in-loop -- it is thrown
					throw await ending();
				}

				if (performance.now() > end) {
					throw new Error(`No key is answered.\n${screen.text()}`);
				}

				ran = [...ran, ...commands.next()];
				// eslint-disable-next-line no-await-in-loop -- until the key was answered
				await pause(2);
			}

			count += ran.length;
			const others = ran.filter(id => !allowedCommands.has(id));
			if (others.length > 0) {
				throw new Error(`Commands that no key was pressed for: ${others.join(' ')}`);
			}

			await screen.waitFor(() => isWhole(screen, size), 'a whole picture', longestAnswer);
			if (screen.bytes(seen).includes(answerText)) {
				throw new Error(`A part of an answer was taken for text.\n${screen.text()}`);
			}

			seen = screen.byteCount();
			if (memory() > mostMemory) {
				throw new Error(`${memory().toFixed(0)} MB of memory`);
			}
		},
		memory,
		ran: () => count,
		async close() {
			commands.close();
			await screen.close();
		},
	};
}

/** Whether the first and the last line are those of a frame of that size: the title, and the hints or the text of the prompt. */
function isWhole(screen: Screen, {rows}: {readonly rows: number}): boolean {
	const lines = screen.lines();
	return lines.length === rows && (lines[0]?.startsWith(' ryzetop ') ?? false) && lines.at(-1) !== '' && screen.alternate();
}
