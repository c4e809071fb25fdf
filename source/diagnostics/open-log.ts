import {isatty} from 'node:tty';
import {quote} from '../core/text/quote.js';
import {openDebugLog, type DebugLog} from './debug-log.js';

/** The debug log, `undefined` without `--debug-log`, and the warnings about it; or the problem that keeps it from being opened. */
export type LogChoice =
	| {readonly kind: 'ready'; readonly log: DebugLog | undefined; readonly warnings: readonly string[]}
	| {readonly kind: 'problem'; readonly problem: string};

/** Opens the log that `--debug-log` names. `file` is `undefined` where the option is not given. */
export async function openLog(file: string | undefined): Promise<LogChoice> {
	if (file === undefined) {
		return {kind: 'ready', log: undefined, warnings: []};
	}

	const opened = await openDebugLog(file, isatty);
	if (opened.kind === 'problem') {
		return {kind: 'problem', problem: `--debug-log ${quote(file)}: ${opened.problem}`};
	}

	const {log, sharedMode} = opened;
	return {kind: 'ready', log, warnings: sharedMode === undefined ? [] : [warnOfSharing(file, sharedMode)]};
}

function warnOfSharing(file: string, mode: number): string {
	return `The debug log ${quote(file)} is open to others (mode ${mode.toString(8)}). chmod 600 makes it yours alone.`;
}
