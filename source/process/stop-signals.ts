import process from 'node:process';
import type {EndSignal} from './exit-code.js';

/** The signals that a command without a screen ends on in good order. SIGQUIT is left to the system, which writes a core file where it is asked to. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly EndSignal[];

export type StopSignal = (typeof stopSignals)[number];

/**
Waits for a signal to stop. From the first one on, and after `release`, signals do again what they do by themselves, so that a second Ctrl+C ends a program that hangs.
*/
export function awaitStop(): {readonly stopped: Promise<StopSignal>; readonly release: () => void} {
	const {promise, resolve} = Promise.withResolvers<StopSignal>();
	const listeners = stopSignals.map(signal => ({
		signal,
		listener() {
			release();
			resolve(signal);
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
