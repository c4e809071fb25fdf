import type {Writable} from 'node:stream';
import type {TextMask} from '../core/json/mask.js';
import {toAscii} from '../core/text/portable/to-ascii.js';
import {isAsciiOnly} from '../terminal/capabilities.js';
import type {Environment} from '../core/text/environment.js';
import type {ExitCode} from '../process/exit-code.js';
import type {Clock, WatchedAccount, WatcherMemory} from '../polling/ports.js';
import type {WriteOut} from '../process/write-stream.js';

/** Stream to write to. It may be a terminal, whose lines have `columns` cells. */
export type Output = Writable & {readonly isTTY?: boolean; readonly columns?: number};

/** Streams that a text command writes to, and the environment it was started with. */
export type TextIo = {
	readonly stdout: Output;
	readonly stderr: Output;
	readonly environment: Environment;
};

/** An account that a text command asks: with the address of its deployment, and the names that it is asked for. */
export type CommandAccount = WatchedAccount & {readonly url: string; readonly names: readonly string[]};

/** Context of a text command. `signal` is aborted when the command has to stop. */
export type CommandContext = TextIo & {
	readonly accounts: readonly CommandAccount[];
	/** What was seen before; `undefined` where nothing is to be remembered. */
	readonly memory: WatcherMemory | undefined;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** Writes data to standard output, as UTF-8 in any locale. */
	readonly write: WriteOut;
	/** Makes of a text for people what standard output can show. */
	readonly encode: (text: string) => string;
	/** Masks what is secret in a text that was typed or that others wrote, and the tokens in use. */
	readonly maskText: TextMask;
	/** Writes a line for people to standard error, masked. */
	readonly say: (words: string) => Promise<void>;
};

/** Context of a command that tells what the memory holds. */
export type MemoryContext = TextIo & Pick<CommandContext, 'write' | 'say' | 'encode' | 'signal'> & {
	/** File of the memory. */
	readonly history: string;
	/** Time of the start. */
	readonly now: number;
};

/** Makes the function that makes of a text for people what a stream can show. */
export function encodeFor(stream: Output, environment: Environment): (text: string) => string {
	return isAsciiOnly(stream, environment) ? toAscii : text => text;
}

/** Gives the width of a terminal in cells: 80 where its width is unknown, `undefined` for a stream that is no terminal. */
export function terminalWidth({isTTY, columns = 0}: Output): number | undefined {
	return isTTY === true ? (columns > 0 ? columns : 80) : undefined;
}

/** Writes data and gives the exit code: `code` where it was written or the reader has gone, `failed` where it cannot be written. */
export async function writeResult(text: string, code: ExitCode, {write, say}: Pick<CommandContext, 'write' | 'say'>, failed: ExitCode = 2): Promise<ExitCode> {
	const failure = await write(text);
	if (failure === undefined || failure === 'EPIPE') {
		return code;
	}

	await say(describeWriteFailure(failure));
	return failed;
}

/** Describes output that cannot be written, with the system's error code. */
export function describeWriteFailure(failure: string): string {
	return `Standard output cannot be written (${failure}).`;
}
