import type {Writable} from 'node:stream';
import type {Environment} from '../core/text/environment.js';
import type {AccountId} from '../core/instance/instance.js';
import type {ExitCode} from '../process/exit-code.js';
import type {Clock, FetchList} from '../polling/ports.js';
import type {WriteOut} from '../process/write-stream.js';

/** A stream that may be a terminal, and then has so many cells in a line. */
export type Output = Writable & {readonly isTTY?: boolean; readonly columns?: number};

/** Where a text command writes, and what it was started with. */
export type TextIo = {
	readonly stdout: Output;
	readonly stderr: Output;
	readonly environment: Environment;
};

/** What a text command works with. `signal` is given when it is to stop. */
export type CommandContext = TextIo & {
	readonly account: AccountId;
	readonly url: string;
	readonly fetchList: FetchList;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** Data, to standard output. */
	readonly write: WriteOut;
	/** Words for people, a line of standard error. */
	readonly say: (words: string) => Promise<void>;
};

/** The cells of a terminal's line; nothing for what is no terminal, 80 for one that does not tell. */
export function terminalWidth({isTTY, columns = 0}: Output): number | undefined {
	return isTTY === true ? (columns > 0 ? columns : 80) : undefined;
}

/** Writes data and gives the exit code that it comes to: a reader that goes away is no failure, output that cannot be written is. */
export async function writeResult(text: string, code: ExitCode, {write, say}: CommandContext): Promise<ExitCode> {
	const failure = await write(text);
	if (failure === undefined || failure === 'EPIPE') {
		return code;
	}

	await say(describeWriteFailure(failure));
	return 2;
}

/** What is said of output that cannot be written, by the system's code. */
export function describeWriteFailure(failure: string): string {
	return `Standard output cannot be written (${failure}).`;
}
