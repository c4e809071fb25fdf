import process from 'node:process';
import type {EndSignal} from './exit-code.js';

/**
The signals on which a command without a screen ends in good order.
SIGQUIT is not among them: its default action writes a core file, where the system is configured to.
*/
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly EndSignal[];

export type StopSignal = (typeof stopSignals)[number];

/**
Waits for one of the signals. After the first one, and after `release`, all of them have their default effect again,
so that a second Ctrl+C ends a program that hangs.
*/
export function awaitStop(
	signals: readonly StopSignal[] = stopSignals,
): {readonly stopped: Promise<StopSignal>; readonly release: () => void} {
	const {promise, resolve} = Promise.withResolvers<StopSignal>();
	const listeners = signals.map(signal => ({
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

/** Does something at each SIGHUP, one after the other, until the returned function is called. What it throws goes to `failed`. */
export function onReload(reload: () => Promise<void>, failed: (error: unknown) => void): () => void {
	let last: Promise<void> = Promise.resolve();
	let isWaiting = false;
	const listener = () => {
		// One that waits will read what is there then: more of them would only repeat it.
		if (isWaiting) {
			return;
		}

		isWaiting = true;
		last = last.then(async () => {
			isWaiting = false;
			await reload();
		}).catch((error: unknown) => {
			failed(error);
		});
	};

	process.on('SIGHUP', listener);
	return () => {
		process.off('SIGHUP', listener);
	};
}
