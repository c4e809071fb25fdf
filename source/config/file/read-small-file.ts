import {open, type FileHandle} from 'node:fs/promises';
import {homedir, platform} from 'node:os';
import path from 'node:path';

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

/** What the group and others may do. */
const othersMask = 0o077;

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
		return {kind: 'failure', code: codeOf(error)};
	}
}

/** Takes a `~/` at the beginning of a path for the home directory: shells leave it alone in `--token-file=~/…`, and there is none between a file and us. */
export function expandHome(file: string): string {
	return file.startsWith('~/') ? path.join(homedir(), file.slice(2)) : file;
}

/** The system's code of what was thrown, for messages: its own words may hold anything. */
export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason';
}

async function readHandle(handle: FileHandle, largest: number): Promise<SmallFile> {
	const stats = await handle.stat();
	const bytes = await readBytes(handle, largest);
	if (bytes === undefined) {
		return {kind: 'too-large'};
	}

	const isLasting = stats.isFile();
	/* eslint-disable no-bitwise -- permissions are bits */
	// Windows has no such bits and says that everybody may do everything.
	const isShared = isLasting && platform() !== 'win32' && (stats.mode & othersMask) !== 0;
	const sharedMode = isShared ? stats.mode & 0o777 : undefined;
	/* eslint-enable no-bitwise */
	return {
		kind: 'bytes', bytes, sharedMode, isLasting,
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
