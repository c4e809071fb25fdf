import {overrideMethod} from './override-method.js';

/** The output streams of the process. */
export type OutputStreams = {
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
};

export type ClaimedScreen = {
	/** The only way to the terminal while it is claimed. */
	readonly stdout: NodeJS.WriteStream;
	/** Lets everybody write again. */
	readonly release: () => void;
};

/**
Keeps everybody else from writing to the terminal while the picture is on it: what Node, a library or `console` writes, such as a warning,
would push the picture up. It is handed to `report` instead. A standard error that is no terminal is left as it is.

What is not written through these streams still reaches the terminal: the traces that V8 and Node print by themselves when an option such
as `--trace-gc` asks for them.
*/
export function claimScreen({stdout, stderr}: OutputStreams, report: (text: string) => void): ClaimedScreen {
	const {write: own} = stdout;
	const claimed = [stdout, stderr].filter(stream => stream.isTTY);
	const release = () => {
		for (const stream of claimed) {
			// The method of the stream's class is under it.
			Reflect.deleteProperty(stream, 'write');
		}
	};

	for (const stream of claimed) {
		Object.defineProperty(stream, 'write', {value: createReporter(report), configurable: true, writable: true});
	}

	return {
		stdout: overrideMethod(stdout, 'write', () => (...given): unknown => Reflect.apply(own, stdout, given)),
		release,
	};
}

/** Makes a `write` that reports what it is given, and calls back as if it were written. */
function createReporter(report: (text: string) => void) {
	return (chunk: unknown, ...rest: readonly unknown[]): boolean => {
		report(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk instanceof Uint8Array ? chunk : new Uint8Array()));
		const done = rest.at(-1);
		if (typeof done === 'function') {
			queueMicrotask(() => {
				Reflect.apply(done, undefined, []);
			});
		}

		return true;
	};
}
