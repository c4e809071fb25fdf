import {spawn, type ChildProcess} from 'node:child_process';
import {constants} from 'node:os';
import process from 'node:process';
import {isatty} from 'node:tty';
import {endSignals} from '../exit-code.js';
import {startWatcher} from './end-with-us.js';

/**
In milliseconds. A signal may be for this process alone, as that of `kill` is, or for all that run on the terminal or under a supervisor,
which cannot be told. Where the program got it too it has ended by then, and is not told so twice: the second time would cut its end short.
*/
const forwardDelay = 100;

/** In milliseconds: the monitor has given the terminal back by then, and stopped its job, of which this process is a part. */
const stopDelay = 150;

/**
In milliseconds. Where the monitor is killed, its guardian gives the terminal back, which is that of the job as long as this process lives:
by then that is done, and the shell may have it.
*/
const guardianDelay = 300;

/**
Runs the program once more, with the same arguments, on that Node, and gives the code with which it ends; `undefined` where that Node cannot
be started. Where a signal ends it, the same signal ends this process.

The program has the streams of this process, which neither reads nor writes them, and is in its group of processes: the signals of the
terminal reach both, and a shell stops and continues both as one job. No old Node can put another program in its own place (`execve`).
*/
export async function runOnNode(node: string): Promise<number | undefined> {
	// An old Node has no `Promise.withResolvers`.
	return new Promise(resolve => {
		const watcher = startWatcher();
		// No signal is heard before all of this is done, and none ends this process from here on.
		const release = forwardSignals(signal => {
			child?.kill(signal);
		});
		const child = start(node);
		if (child?.pid === undefined) {
			release();
			watcher.dismiss();
			resolve(undefined);
			return;
		}

		watcher.watch(child.pid);
		child.on('exit', (code, signal) => {
			watcher.dismiss();
			if (signal === null) {
				release();
				resolve(code ?? undefined);
				return;
			}

			setTimeout(() => {
				release();
				process.kill(process.pid, signal);
				resolve(128 + constants.signals[signal]);
			}, guardianDelay);
		});
	});
}

function start(node: string): ChildProcess | undefined {
	try {
		const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {stdio: 'inherit'});
		// One that is not started has no number.
		child.on('error', () => undefined);
		return child;
	} catch {
		return undefined;
	}
}

/** Hands on the signals that this process gets, until the returned function is called. */
function forwardSignals(send: (signal: NodeJS.Signals) => void): () => void {
	const hasTerminal = [0, 1, 2].some(stream => isatty(stream));
	const waiting = new Map<NodeJS.Signals, NodeJS.Timeout>();
	const forward = (signal: NodeJS.Signals) => {
		clearTimeout(waiting.get(signal));
		waiting.delete(signal);
		send(signal);
	};

	let timer: NodeJS.Timeout | undefined;
	let immediate: NodeJS.Immediate | undefined;
	const stop = () => {
		// The next one stops this process: the monitor sends it to its job, other commands send none.
		process.off('SIGTSTP', stop);
		send('SIGTSTP');
		timer = setTimeout(() => {
			// After a stop the time is over before SIGCONT is heard of.
			immediate = setImmediate(() => {
				process.kill(process.pid, 'SIGTSTP');
			});
		}, stopDelay);
	};

	const goOn = () => {
		clearTimeout(timer);
		clearImmediate(immediate);
		process.off('SIGTSTP', stop);
		process.on('SIGTSTP', stop);
		// They came while both were stopped.
		for (const signal of waiting.keys()) {
			forward(signal);
		}

		send('SIGCONT');
	};

	const listeners: ReadonlyArray<readonly [NodeJS.Signals, () => void]> = [
		...endSignals.map(signal => [signal, () => {
			// With a terminal it comes from Ctrl+C, for both.
			if (signal === 'SIGINT' && hasTerminal) {
				return;
			}

			clearTimeout(waiting.get(signal));
			waiting.set(signal, setTimeout(forward, forwardDelay, signal).unref());
		}] as const),
		['SIGTSTP', stop],
		['SIGCONT', goOn],
	];
	for (const [signal, listener] of listeners) {
		process.on(signal, listener);
	}

	return () => {
		for (const [signal, listener] of listeners) {
			process.off(signal, listener);
		}
	};
}
