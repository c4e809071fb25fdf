import {spawn, type ChildProcess} from 'node:child_process';
import process from 'node:process';
import type {Environment} from '../../core/text/environment.js';
import {screenBack, shellModes} from './give-back.js';
import {guardianScript} from './script.js';

/** What the guardian knows of the terminal: it is the monitor's, or it is lent to another program. */
type Possession = 'taken' | 'lent';

/** A process that gives the terminal back where the monitor ends without doing so. */
export type Guardian = {
	/** Resolves when the guardian has noted the settings of the terminal, or does not within its time: then they may be changed. */
	readonly noted: Promise<void>;
	/** Takes effect at once, also where this process ends in the next moment. */
	readonly tell: (possession: Possession) => void;
	/** Says that the terminal was given back. Resolves when the guardian has ended, or has not within its time. */
	readonly dismiss: () => Promise<void>;
};

/** POSIX has a shell there in practice. It takes one or two megabytes, where another Node would take forty. */
const usualShell = '/bin/sh';

/** In milliseconds; it takes a few to note the settings, and to end. */
const longestWait = 200;

/**
Starts the guardian of the terminal on standard input and output: a shell in a session of its own, so that no key and no hang-up reaches it.
It ends with this process: it waits for the end of a pipe that no other process holds, since Node closes it in its children.

Starting it takes this process some milliseconds, before it loads the libraries of the screen: the guardian notes the settings of the
terminal meanwhile, and guards it from the first moment. To note them after the first picture the monitor would have to set them back for
that time, in which a key would be echoed, and a `Ctrl+C` in a pasted text would end the program.

Where there is no shell, or no further process may be started, nothing is guarded, and nothing is said.
*/
export function startGuardian(env: Environment, shell: string = usualShell, hasMouse = false): Guardian {
	if (process.platform === 'win32') {
		return nobody;
	}

	try {
		return connect(spawn(shell, ['-c', guardianScript, 'ryzetop-guardian', escape(screenBack(env, hasMouse)), escape(shellModes)], {
			cwd: '/',
			env: {PATH: searchPath(env), LC_ALL: 'C'},
			stdio: ['pipe', 1, 'ignore', 0, 'pipe'],
			detached: true,
		}));
	} catch {
		return nobody;
	}
}

const nobody: Guardian = {noted: Promise.resolve(), tell: () => undefined, dismiss: async () => undefined};

function connect(child: ChildProcess): Guardian {
	const noted = awaitInTime();
	const ended = awaitInTime();
	const {stdin} = child;
	const notes = child.stdio[4];
	for (const event of ['error', 'exit'] as const) {
		child.on(event, noted.done);
		child.on(event, ended.done);
	}

	// The first fails where the guardian was killed: nothing is guarded any longer.
	stdin?.on('error', ended.done);
	notes?.on('error', noted.done);
	notes?.on('close', noted.done);
	if (notes && 'resume' in notes) {
		notes.resume();
	}

	for (const handle of [child, stdin, notes]) {
		if (handle && 'unref' in handle && typeof handle.unref === 'function') {
			Reflect.apply(handle.unref, handle, []);
		}
	}

	return {
		noted: noted.wait(),
		tell(possession) {
			stdin?.write(`${possession}\n`);
		},
		async dismiss() {
			stdin?.write('gone\n');
			await ended.wait();
		},
	};
}

/** Something that is waited for, though not longer than `longestWait`. */
function awaitInTime() {
	const {promise, resolve} = Promise.withResolvers<void>();
	return {
		done() {
			resolve();
		},
		async wait() {
			const limit = setTimeout(resolve, longestWait);
			await promise;
			clearTimeout(limit);
		},
	};
}

/** The folders of the system come last, for a `PATH` that has them not. */
function searchPath({PATH: path = ''}: Environment): string {
	return [...path === '' ? [] : [path], '/bin', '/usr/bin'].join(':');
}

/** Writes control characters as `printf %b` reads them: as they are, they would act on a terminal in which `ps` prints them. */
function escape(text: string): string {
	return text.replaceAll(/[\p{Control}\\]/gv, character => String.raw`\0${(character.codePointAt(0) ?? 0).toString(8).padStart(3, '0')}`);
}
