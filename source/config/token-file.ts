import {open, type FileHandle} from 'node:fs/promises';
import {homedir, platform} from 'node:os';
import path from 'node:path';

/** What came of reading a token file. */
export type TokenFile =
	| {
		readonly kind: 'text';
		readonly text: string;
		/** Permission bits such as `0o644` where others than its owner may read or write the file. */
		readonly sharedMode: number | undefined;
		/** Whether it can be read again. A pipe, as `<(…)` in a shell makes, gives its text only once. */
		readonly isLasting: boolean;
	}
	| {readonly kind: 'problem'; readonly problem: string};

/** In bytes; far more than any token has. What is longer is another file, or one without an end. */
const largestFile = 16_384;

/** What the group and others may do. */
const othersMask = 0o077;

/** Reads a token file, symbolic links followed and a `~/` at its beginning taken for the home directory (shells leave it alone in `--token-file=~/…`). Never rejects. */
export async function readTokenFile(file: string): Promise<TokenFile> {
	try {
		const handle = await open(file.startsWith('~/') ? path.join(homedir(), file.slice(2)) : file);
		try {
			return await readHandle(handle);
		} finally {
			await handle.close();
		}
	} catch (error) {
		return {kind: 'problem', problem: describeFailure(error)};
	}
}

async function readHandle(handle: FileHandle): Promise<TokenFile> {
	const stats = await handle.stat();
	const text = await readText(handle);
	if (text === undefined) {
		return {kind: 'problem', problem: 'It is too large for a token file. It must hold the token alone.'};
	}

	const isLasting = stats.isFile();
	/* eslint-disable no-bitwise -- permissions are bits */
	// Windows has no such bits and says that everybody may do everything.
	const isShared = isLasting && platform() !== 'win32' && (stats.mode & othersMask) !== 0;
	const sharedMode = isShared ? stats.mode & 0o777 : undefined;
	/* eslint-enable no-bitwise */
	return {
		kind: 'text', text, sharedMode, isLasting,
	};
}

/** The whole text, or nothing if it is too large. */
async function readText(handle: FileHandle): Promise<string | undefined> {
	const buffer = new Uint8Array(largestFile + 1);
	let length = 0;
	while (length < buffer.length) {
		// eslint-disable-next-line no-await-in-loop -- a pipe gives its text piece by piece
		const {bytesRead} = await handle.read(buffer, length, buffer.length - length, null);
		if (bytesRead === 0) {
			return new TextDecoder().decode(buffer.subarray(0, length));
		}

		length += bytesRead;
	}

	return undefined;
}

function describeFailure(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason';
	switch (code) {
		case 'ENOENT':
		case 'ENOTDIR': {
			return 'There is no such file. Give the path of one that holds the token.';
		}

		case 'EACCES':
		case 'EPERM': {
			return 'This user may not read it. Change its owner or its permissions, or give another file.';
		}

		case 'EISDIR': {
			return 'It is a directory. Give the path of a file that holds the token.';
		}

		default: {
			return `It cannot be read (${code}). Give the path of a file that holds the token.`;
		}
	}
}
