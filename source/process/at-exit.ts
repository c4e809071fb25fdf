import process from 'node:process';
import {stopSignals} from './stop-signals.js';

/** Does something when this process ends, by itself or by a signal, which goes on doing what it would have done. What is returned calls that off. */
export function atProcessEnd(act: () => void): () => void {
	const end = (signal: NodeJS.Signals) => {
		act();
		callOff();
		if (process.listenerCount(signal) === 0) {
			process.kill(process.pid, signal);
		}
	};

	const callOff = () => {
		process.off('exit', act);
		for (const signal of stopSignals) {
			process.off(signal, end);
		}
	};

	process.on('exit', act);
	for (const signal of stopSignals) {
		process.on(signal, end);
	}

	return callOff;
}
