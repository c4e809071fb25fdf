import {
	constants,
	open,
	stat,
	type FileHandle,
} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';
import {errorCode} from '../../process/error-code.js';
import {sharedMode} from '../../process/shared-mode.js';

/** Result of reading a file that should be small. */
export type SmallFile =
	| {
		readonly kind: 'bytes';
		readonly bytes: Uint8Array;
		/** Permission bits such as `0o644`, where users other than the owner may read or write the file. */
		readonly sharedMode: number | undefined;
		/** Whether the file can be read again. A device may give its text only once. */
		readonly isLasting: boolean;
	}
	| {readonly kind: 'too-large'}
	/** It is a pipe or a socket, which can keep its reader waiting. */
	| {readonly kind: 'pipe'}
	/** The code is the system's, such as `ENOENT`. */
	| {readonly kind: 'failure'; readonly code: string};

/** Reads a file of at most `largest` bytes. It follows symbolic links. */
export type ReadSmallFile = (file: string, largest: number) => Promise<SmallFile>;

// eslint-disable-next-line no-bitwise -- flags are bits
const flags = constants.O_RDONLY | constants.O_NONBLOCK;

/**
Reads a file of at most `largest` bytes, and no more of one that is longer or endless. It never rejects.

A pipe is refused before it is opened and, as the file may be replaced in between, once more on what was opened. Nothing is waited for: a
pipe without a writer would hold the reader at its opening, and one whose writer is silent at its reading.
*/
export async function readSmallFile(file: string, largest: number): Promise<SmallFile> {
	try {
		const expanded = expandHome(file);
		if (isPipe(await stat(expanded))) {
			return {kind: 'pipe'};
		}

		const handle = await open(expanded, flags);
		try {
			return await readHandle(handle, largest);
		} finally {
			await handle.close();
		}
	} catch (error) {
		return {kind: 'failure', code: errorCode(error)};
	}
}

/** Replaces `~/` at the beginning of a path by the home directory. No shell does so in `--token-file=~/…` or in the config file. */
export function expandHome(file: string): string {
	return file.startsWith('~/') ? path.join(homedir(), file.slice(2)) : file;
}

async function readHandle(handle: FileHandle, largest: number): Promise<SmallFile> {
	const stats = await handle.stat();
	if (isPipe(stats)) {
		return {kind: 'pipe'};
	}

	const bytes = await readBytes(handle, largest);
	if (bytes === undefined) {
		return {kind: 'too-large'};
	}

	return {
		kind: 'bytes', bytes, sharedMode: sharedMode(stats), isLasting: stats.isFile(),
	};
}

function isPipe(stats: Awaited<ReturnType<typeof stat>>): boolean {
	return stats.isFIFO() || stats.isSocket();
}

/** Reads the whole file; `undefined` if it is too large. */
async function readBytes(handle: FileHandle, largest: number): Promise<Uint8Array | undefined> {
	const buffer = new Uint8Array(largest + 1);
	let length = 0;
	while (length < buffer.length) {
		// eslint-disable-next-line no-await-in-loop -- a file may give its text piece by piece
		const {bytesRead} = await handle.read(buffer, length, buffer.length - length, null);
		if (bytesRead === 0) {
			return buffer.subarray(0, length);
		}

		length += bytesRead;
	}

	return undefined;
}
