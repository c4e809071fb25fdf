import process from 'node:process';

export type ProcessHandlers<Signal extends string> = {
	/** The program is asked to end. */
	readonly end: (signal: Signal) => void;
	/** Something was thrown that no code catches. */
	readonly crashed: (error: unknown) => void;
	/** The terminal is gone: nothing more can be written, or no key can come any more. */
	readonly hungUp: () => void;
	/** The shell asks for the terminal (`kill -TSTP`). */
	readonly stopped: () => void;
	/** The program goes on after it was stopped in whatever way. */
	readonly continued: () => void;
};

export type Watched<Signal extends string> = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** The signals that ask the program to end. */
	readonly endSignals: readonly Signal[];
};

/** Listens to everything that can end or stop the program, until the returned function is called. */
export function watchProcess<Signal extends string>(handlers: ProcessHandlers<Signal>, {stdin, stdout, endSignals}: Watched<Signal>): () => void {
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

		// The listeners of the streams stay: what is still written to a terminal that is gone must not crash the end.
	};
}

/** In milliseconds: a process without a shell to go back to is not stopped at all, and goes on after this time. */
const stopSettles = 50;

/** Stops the program and all that belong to its job, as `Ctrl+Z` does; resolves when it goes on. */
export async function stopJob(): Promise<void> {
	const listeners = process.listeners('SIGTSTP');
	process.removeAllListeners('SIGTSTP');
	process.kill(0, 'SIGTSTP');
	await new Promise(resolve => {
		setTimeout(resolve, stopSettles);
	});
	for (const listener of listeners) {
		process.on('SIGTSTP', listener);
	}
}
