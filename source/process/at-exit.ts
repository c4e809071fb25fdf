import process from 'node:process';

/** The signals that end a program that does not listen to them. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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
		for (const signal of signals) {
			process.off(signal, end);
		}
	};

	process.on('exit', act);
	for (const signal of signals) {
		process.on(signal, end);
	}

	return callOff;
}
