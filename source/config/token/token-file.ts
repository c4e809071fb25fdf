import {readSmallFile, type ReadSmallFile} from '../file/read-small-file.js';

/** Result of reading a token file. */
export type TokenFile =
	| {
		readonly kind: 'text';
		readonly text: string;
		/** Permission bits such as `0o644`, where users other than the owner may read or write the file. */
		readonly sharedMode: number | undefined;
		/** Whether it can be read again. Standard input gives its text only once. */
		readonly isLasting: boolean;
	}
	| {
		readonly kind: 'problem';
		readonly problem: string;
		/** Whether there is no such file. */
		readonly isMissing?: boolean;
	};

/** In bytes; far more than any token has. A longer file is not a token file, or is endless. */
const largestFile = 16_384;

/** Reads a token file. It follows symbolic links, replaces `~/` at the beginning by the home directory, and never rejects. */
export async function readTokenFile(file: string, readFile: ReadSmallFile = readSmallFile): Promise<TokenFile> {
	const found = await readFile(file, largestFile);
	switch (found.kind) {
		case 'bytes': {
			const {bytes, sharedMode, isLasting} = found;
			return {
				kind: 'text', text: new TextDecoder().decode(bytes), sharedMode, isLasting,
			};
		}

		case 'too-large': {
			return {kind: 'problem', problem: 'It is too large for a token file. It must hold the token alone.'};
		}

		case 'pipe': {
			return {
				kind: 'problem',
				problem: 'It is a pipe, which may never give its text. Give the path of a file, pipe the token into --token-file -, or set token_command.',
			};
		}

		case 'failure': {
			return isNoFile(found.code)
				? {kind: 'problem', problem: 'There is no such file. Give the path of one that holds the token.', isMissing: true}
				: {kind: 'problem', problem: describeFailure(found.code)};
		}
	}
}

function isNoFile(code: string): boolean {
	return code === 'ENOENT' || code === 'ENOTDIR';
}

function describeFailure(code: string): string {
	switch (code) {
		case 'EACCES':
		case 'EPERM': {
			return 'This user may not read it. Change its owner or its permissions, or give another file.';
		}

		case 'EISDIR': {
			return 'It is a directory. Give the path of a file that holds the token.';
		}

		case 'ETIMEDOUT': {
			return 'Its file system does not answer. Give the path of a file on another one.';
		}

		default: {
			return `It cannot be read (${code}). Give the path of a file that holds the token.`;
		}
	}
}
