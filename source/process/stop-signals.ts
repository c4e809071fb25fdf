import process from 'node:process';
import type {ExitCode} from './exit-code.js';

/** The signals that ask a program to end, and how it then ends: 128 plus their number. */
const exitCodes = [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const;

/** Waits for a signal to stop. From the first one on, and after `release`, signals do again what they do by themselves, so that a second Ctrl+C ends a program that hangs. */
export function awaitStop(): {readonly stopped: Promise<ExitCode>; readonly release: () => void} {
	const {promise, resolve} = Promise.withResolvers<ExitCode>();
	const listeners = exitCodes.map(([signal, code]) => ({
		signal,
		listener() {
			release();
			resolve(code);
		},
	}));

	const release = () => {
		for (const {signal, listener} of listeners) {
			process.off(signal, listener);
		}
	};

	for (const {signal, listener} of listeners) {
		process.on(signal, listener);
	}

	return {stopped: promise, release};
}
