import {reportCrash} from '../diagnostics/report-crash.js';
import type {ExitCode} from '../process/exit-code.js';
import {sizeOf} from '../terminal/capabilities.js';
import type {Theme} from './components/theme.js';
import {crashFacts, type Traces} from './crash-facts.js';
import type {describeExit} from './print/exit-summary.js';
import type {Store} from './store/store.js';

/** End of the monitor. */
type Ending = {
	readonly code: ExitCode;
	/** The thrown value, if a fault in the program ended it. */
	readonly fault?: {readonly error: unknown} | undefined;
	/** Whether the terminal can no longer be written or read, so that there is nobody to be told anything. */
	readonly isTerminalGone?: boolean;
};

type Fault = NonNullable<Ending['fault']>;

/** The end of the monitor: the first cause counts, whatever follows it. */
export type End = {
	readonly ended: Promise<Ending>;
	readonly end: (ending: Ending) => void;
	/** Ends it with a fault in the program. */
	readonly fail: (error: unknown) => void;
};

export function createEnd(): End {
	const {promise, resolve} = Promise.withResolvers<Ending>();
	return {
		ended: promise,
		end: resolve,
		fail(error) {
			resolve({code: 1, fault: {error}});
		},
	};
}

/** In milliseconds. What is closed within it is waited for; a hung file system must not keep the terminal's user waiting. */
const longestClosing = 500;

/** Runs all the steps, whatever one of them throws, and gives what was thrown. */
export function runAll(steps: ReadonlyArray<() => void>): readonly Fault[] {
	return steps.flatMap(step => {
		try {
			step();
			return [];
		} catch (error) {
			return [{error}];
		}
	});
}

/** Waits for all of the work, however it ends, but not longer than the limit in milliseconds. */
export async function inTime(work: ReadonlyArray<Promise<unknown>>, limit: number = longestClosing): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, limit);
	await Promise.race([Promise.allSettled(work), promise]);
	clearTimeout(timer);
}

export type LastWords = Traces & {
	readonly store: Store;
	readonly theme: Theme;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly now: () => number;
	/** How long the monitor ran, in milliseconds. */
	readonly duration: number;
	/** Loads what describes the session. */
	readonly load: () => Promise<{readonly describeExit: typeof describeExit}>;
};

/** Says on the normal screen what ended the monitor, or what was seen; gives the exit code. */
export async function sayEnding(
	{code, fault, isTerminalGone = false}: Ending,
	{store, theme, stdout, stderr, now, duration, load, ...traces}: LastWords,
): Promise<ExitCode> {
	if (fault !== undefined) {
		const line = await reportCrash(crashFacts(fault.error, store.getState(), traces), now());
		stderr.write(theme.plain(`${line}\n`));
		return 1;
	}

	if (!isTerminalGone) {
		const summary = await load();
		stdout.write(`${summary.describeExit(store.getState(), {
			duration, now: now(), columns: sizeOf(stdout).columns, theme,
		})}\n`);
	}

	return code;
}
