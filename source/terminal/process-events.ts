import process from 'node:process';
import {setImmediate} from 'node:timers/promises';

export type ProcessHandlers<Signal extends string> = {
	/** One of the `endSignals` came. */
	readonly end: (signal: Signal) => void;
	/** An error was thrown, or a promise rejected, that no code catches. */
	readonly crashed: (error: unknown) => void;
	/** The terminal is gone: it can no longer be written, or no more keys can come. */
	readonly hungUp: () => void;
	/** SIGTSTP came, as from `kill -TSTP`: the program is to stop and to give the terminal back. */
	readonly stopped: () => void;
	/** SIGCONT came: the program goes on after it was stopped, by SIGTSTP or by SIGSTOP. */
	readonly continued: () => void;
};

export type Watched<Signal extends string> = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** The signals that ask the program to end. */
	readonly endSignals: readonly Signal[];
};

/** Calls the handlers for everything that can end or stop the program, until the returned function is called. */
export function watchProcess<Signal extends string>(
	handlers: ProcessHandlers<Signal>,
	{stdin, stdout, endSignals}: Watched<Signal>,
): () => void {
	const listeners: ReadonlyArray<readonly [event: string, listener: (value: unknown) => void]> = [
		...endSignals.map(signal => [signal, () => {
			handlers.end(signal);
		}] as const),
		['SIGTSTP', handlers.stopped],
		['SIGCONT', handlers.continued],
		['uncaughtException', handlers.crashed],
		['unhandledRejection', handlers.crashed],
	];
	for (const [event, listener] of listeners) {
		process.on(event, listener);
	}

	stdout.on('error', handlers.hungUp);
	stdin.on('error', handlers.hungUp);
	stdin.on('end', handlers.hungUp);
	return () => {
		for (const [event, listener] of listeners) {
			process.off(event, listener);
		}

		// The listeners on the streams stay: without one, a last write to a terminal that is gone would crash the program while it ends.
	};
}

/**
In milliseconds: the time in which the system stops the process after the signal, before the listeners are set again.
The system does not stop a process without a shell to continue it, which goes on after this time.
*/
const stopDelay = 50;

/** Stops the program and all other processes of its job, as `Ctrl+Z` does; resolves when it is continued. */
export async function stopJob(): Promise<void> {
	const listeners = process.listeners('SIGTSTP');
	process.removeAllListeners('SIGTSTP');
	process.kill(0, 'SIGTSTP');
	await new Promise(resolve => {
		setTimeout(resolve, stopDelay);
	});
	for (const listener of listeners) {
		process.on('SIGTSTP', listener);
	}
}

/**
Asks the system for the size of the terminal. The signal for another size goes to the program that has the terminal, so that a stopped
one misses it; Node asks at that signal alone, and emits `resize` on the stream where the size is another. Resolves when the components
have taken it in: React plans their work in one turn of the event loop and does it in the next.
*/
export async function askForSize(): Promise<void> {
	process.emit('SIGWINCH', 'SIGWINCH');
	await setImmediate();
	await setImmediate();
}
