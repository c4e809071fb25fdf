import {
	constants,
	open,
	realpath,
	rename,
	stat,
	type FileHandle,
} from 'node:fs/promises';
import {errorCode} from '../process/error-code.js';
import {sharedMode} from '../process/shared-mode.js';
import {within} from '../process/within.js';

/** A log file of limited size. Its functions never reject, but take as long as the file system does, which may be for ever. */
export type DebugLog = {
	/** Appends a line, after the one before it was. Gives the system's error code, such as `ENOSPC`, if the line is lost. */
	readonly append: (line: string) => Promise<string | undefined>;
	readonly close: () => Promise<void>;
};

/** Result of opening a log. */
export type OpenedLog =
	| {
		readonly kind: 'open';
		readonly log: DebugLog;
		/** Permission bits, such as `0o644`, if the file existed and other users may read or write it. */
		readonly sharedMode: number | undefined;
	}
	| {readonly kind: 'problem'; readonly problem: string};

/**
Size limit of one file in bytes. A file of this size holds about a day of polls at the default interval, and some five hours
at the shortest. Together with the previous file, `FILE.1`, a log takes at most twice as much.
*/
const largestLog = 4 * 1024 * 1024;

/** In milliseconds, as for reading a file: a file system that takes longer may never answer. */
const longestOpening = 5000;

/* eslint-disable no-bitwise -- flags and permissions are bits */
/** `O_NONBLOCK` keeps a named pipe without a reader from blocking the program, when it is opened and when it is written. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

/**
Opens a log for appending. Only its owner can read and write a new file. `isTerminal` says whether a descriptor is a terminal.

A full log is renamed to `FILE.1`, which replaces the previous `FILE.1`, and a new file begins.
Lines are written without a buffer, since the last lines before a fault matter most.
*/
export async function openDebugLog(
	file: string,
	isTerminal: (descriptor: number) => boolean,
	limit: number = largestLog,
): Promise<OpenedLog> {
	return within(openNow(file, isTerminal, limit), longestOpening, {kind: 'problem', problem: describeFailure('ETIMEDOUT')});
}

async function openNow(file: string, isTerminal: (descriptor: number) => boolean, limit: number): Promise<OpenedLog> {
	try {
		const handle = await open(file, flags, 0o600);
		if (isTerminal(handle.fd)) {
			await handle.close();
			return {kind: 'problem', problem: 'It is a terminal, and the picture needs that. Give the path of a file.'};
		}

		const stats = await handle.stat();
		return {
			kind: 'open',
			sharedMode: sharedMode(stats),
			log: createLog(stats.isFile() ? await realpath(file) : undefined, handle, limit),
		};
	} catch (error) {
		return {kind: 'problem', problem: describeFailure(errorCode(error))};
	}
}

/** `path` is `undefined` for anything but a regular file, such as a pipe: only a regular file has a size to be limited. */
function createLog(path: string | undefined, opened: FileHandle, limit: number): DebugLog {
	let handle = opened;
	// Whether only the beginning of the last line could be written. The next write begins with a newline then.
	let isCut = false;
	let isClosed = false;

	const rotate = async (file: string) => {
		const own = await handle.stat();
		const current = await stat(file).catch(() => undefined);
		// Another monitor that writes to the same log may have renamed it already.
		if (current?.ino === own.ino && current.dev === own.dev) {
			await rename(file, `${file}.1`);
		}

		const newHandle = await open(file, flags | constants.O_NOFOLLOW, 0o600);
		await handle.close();
		handle = newHandle;
	};

	return {
		async append(line) {
			if (isClosed) {
				return 'EBADF';
			}

			try {
				const bytes = new TextEncoder().encode(`${isCut ? '\n' : ''}${line}\n`);
				const {size} = await handle.stat();
				if (path !== undefined && size + bytes.length > limit) {
					await rotate(path);
				}

				const {bytesWritten} = await handle.write(bytes);
				isCut = bytesWritten < bytes.length;
				return isCut ? 'ENOSPC' : undefined;
			} catch (error) {
				return errorCode(error);
			}
		},
		async close() {
			isClosed = true;
			try {
				await handle.close();
			} catch {
				// An error at closing is ignored: the log has ended, and nothing could be done about it.
			}
		},
	};
}
/* eslint-enable no-bitwise */

function describeFailure(code: string): string {
	switch (code) {
		case 'ENOENT':
		case 'ENOTDIR': {
			return 'There is no such folder. Give the path of a file in one that exists.';
		}

		case 'EACCES':
		case 'EPERM':
		case 'EROFS': {
			return 'This user may not write it. Give the path of another file.';
		}

		case 'EISDIR': {
			return 'It is a directory. Give the path of a file.';
		}

		case 'ETIMEDOUT': {
			return 'Its file system does not answer. Give the path of a file on another one.';
		}

		case 'ENXIO': {
			return 'It is a pipe that nobody reads. Start the reader first, or give the path of a file.';
		}

		default: {
			return `It cannot be written (${code}). Give the path of another file.`;
		}
	}
}
