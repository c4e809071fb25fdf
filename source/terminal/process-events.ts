import process from 'node:process';

/** Exit codes of programs ended by a signal: 128 and the signal's number. */
const signalCodes = {
	SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143,
} as const;

type SignalCode = (typeof signalCodes)[keyof typeof signalCodes];

export type LifecycleHandlers = {
	/** The program is asked to end. */
	readonly end: (code: SignalCode) => void;
	/** Something was thrown where nobody catches. */
	readonly crashed: (error: unknown) => void;
	/** The terminal is gone: nothing more can be written, or no key can come any more. */
	readonly hungUp: () => void;
	/** The shell asks for the terminal (`kill -TSTP`). */
	readonly stopped: () => void;
	/** The program goes on after it was stopped in whatever way. */
	readonly continued: () => void;
};

/** Listens to everything that can end or stop the program, until the returned function is called. */
export function watchProcess(handlers: LifecycleHandlers, {stdin, stdout}: {readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream}): () => void {
	const listeners: ReadonlyArray<readonly [event: string, listener: (value: unknown) => void]> = [
		...Object.entries(signalCodes).map(([signal, code]) => [signal, () => {
			handlers.end(code);
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

/** A stop that nobody takes is over after this time: a process without a shell to go back to is not stopped at all. */
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
