import process from 'node:process';
import {endSignals} from './exit-code.js';

/**
Calls `act` when this process ends, by itself or by one of the `endSignals`.
A signal still has its usual effect after that. The returned function cancels the call.
*/
export function atProcessEnd(act: () => void): () => void {
	const end = (signal: NodeJS.Signals) => {
		act();
		cancel();
		if (process.listenerCount(signal) === 0) {
			process.kill(process.pid, signal);
		}
	};

	const cancel = () => {
		process.off('exit', act);
		for (const signal of endSignals) {
			process.off(signal, end);
		}
	};

	process.on('exit', act);
	for (const signal of endSignals) {
		process.on(signal, end);
	}

	return cancel;
}
