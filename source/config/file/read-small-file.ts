import {open, type FileHandle} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';
import {errorCode} from '../../process/error-code.js';
import {sharedMode} from '../../process/shared-mode.js';

/** What came of reading a file that should be small. */
export type SmallFile =
	| {
		readonly kind: 'bytes';
		readonly bytes: Uint8Array;
		/** Permission bits such as `0o644` where others than its owner may read or write the file. */
		readonly sharedMode: number | undefined;
		/** Whether it can be read again. A pipe, as `<(…)` in a shell makes, gives its text only once. */
		readonly isLasting: boolean;
	}
	| {readonly kind: 'too-large'}
	/** The system's own code, such as `ENOENT`. */
	| {readonly kind: 'failure'; readonly code: string};

/** Reads a file of at most `largest` bytes, symbolic links followed. */
export type ReadSmallFile = (file: string, largest: number) => Promise<SmallFile>;

/** Reads a small file, also one without an end, of which it takes no more than it may. Never rejects. */
export async function readSmallFile(file: string, largest: number): Promise<SmallFile> {
	try {
		const handle = await open(expandHome(file));
		try {
			return await readHandle(handle, largest);
		} finally {
			await handle.close();
		}
	} catch (error) {
		return {kind: 'failure', code: errorCode(error)};
	}
}

/** Takes a `~/` at the beginning of a path for the home directory: shells leave it alone in `--token-file=~/…`, and there is none between a file and us. */
export function expandHome(file: string): string {
	return file.startsWith('~/') ? path.join(homedir(), file.slice(2)) : file;
}

async function readHandle(handle: FileHandle, largest: number): Promise<SmallFile> {
	const stats = await handle.stat();
	const bytes = await readBytes(handle, largest);
	if (bytes === undefined) {
		return {kind: 'too-large'};
	}

	return {
		kind: 'bytes', bytes, sharedMode: sharedMode(stats), isLasting: stats.isFile(),
	};
}

/** The whole file, or nothing if it is too large. */
async function readBytes(handle: FileHandle, largest: number): Promise<Uint8Array | undefined> {
	const buffer = new Uint8Array(largest + 1);
	let length = 0;
	while (length < buffer.length) {
		// eslint-disable-next-line no-await-in-loop -- a pipe gives its text piece by piece
		const {bytesRead} = await handle.read(buffer, length, buffer.length - length, null);
		if (bytesRead === 0) {
			return buffer.subarray(0, length);
		}

		length += bytesRead;
	}

	return undefined;
}
