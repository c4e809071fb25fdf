import process from 'node:process';
import {exitCodeOf, type ExitCode} from '../process/exit-code.js';
import {awaitStop, type StopSignal} from '../process/stop-signals.js';
import type {Output} from './context.js';

/** Runs a command until it ends, or until a signal stops it: then the signal that it gets is aborted, and it is waited for no longer. */
export async function runStoppable(
	stdout: Output,
	run: (signal: AbortSignal) => Promise<ExitCode>,
	signals?: readonly StopSignal[],
): Promise<ExitCode> {
	const {stopped, release} = awaitStop(signals);
	const stop = new AbortController();
	const interrupted = stopped.then(signal => {
		stop.abort();
		return signal;
	});
	try {
		const codeOrSignal = await Promise.race([interrupted, run(stop.signal)]);
		if (typeof codeOrSignal === 'number') {
			return codeOrSignal;
		}

		if (stdout.writableLength > 0) {
			// The signal, for which no listener is left, ends the process. Output that the reader does not take would keep it alive.
			process.kill(process.pid, codeOrSignal);
		}

		return exitCodeOf(codeOrSignal);
	} finally {
		release();
	}
}
