import {
	closeSync,
	constants,
	fstatSync,
	openSync,
	realpathSync,
	renameSync,
	statSync,
	writeSync,
} from 'node:fs';
import {errorCode} from '../process/error-code.js';
import {sharedMode} from '../process/shared-mode.js';

/** A log file of limited size. Its functions never throw. */
export type DebugLog = {
	/** Appends a line. Gives the system's error code, such as `ENOSPC`, if the line is lost. */
	readonly append: (line: string) => string | undefined;
	readonly close: () => void;
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

/* eslint-disable no-bitwise -- flags and permissions are bits */
/** `O_NONBLOCK` keeps a named pipe without a reader from blocking the program, when it is opened and when it is written. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

/**
Opens a log for appending. Only its owner can read and write a new file. `isTerminal` says whether a descriptor is a terminal.

A full log is renamed to `FILE.1`, which replaces the previous `FILE.1`, and a new file begins.
Lines are written at once, without a buffer, since the last lines before a fault matter most.
*/
export function openDebugLog(file: string, isTerminal: (descriptor: number) => boolean, limit: number = largestLog): OpenedLog {
	try {
		const descriptor = openSync(file, flags, 0o600);
		if (isTerminal(descriptor)) {
			closeSync(descriptor);
			return {kind: 'problem', problem: 'It is a terminal, and the picture needs that. Give the path of a file.'};
		}

		const stats = fstatSync(descriptor);
		return {
			kind: 'open',
			sharedMode: sharedMode(stats),
			log: createLog(stats.isFile() ? realpathSync(file) : undefined, descriptor, limit),
		};
	} catch (error) {
		return {kind: 'problem', problem: describeFailure(errorCode(error))};
	}
}

/** `path` is `undefined` for anything but a regular file, such as a pipe: only a regular file has a size to be limited. */
function createLog(path: string | undefined, opened: number, limit: number): DebugLog {
	let descriptor = opened;
	// Whether only the beginning of the last line could be written. The next write begins with a newline then.
	let isCut = false;
	let isClosed = false;

	const rotate = (file: string) => {
		const open = fstatSync(descriptor);
		const current = statSync(file, {throwIfNoEntry: false});
		// Another monitor that writes to the same log may have renamed it already.
		if (current?.ino === open.ino && current.dev === open.dev) {
			renameSync(file, `${file}.1`);
		}

		const newDescriptor = openSync(file, flags | constants.O_NOFOLLOW, 0o600);
		closeSync(descriptor);
		descriptor = newDescriptor;
	};

	return {
		append(line) {
			if (isClosed) {
				return 'EBADF';
			}

			try {
				const bytes = new TextEncoder().encode(`${isCut ? '\n' : ''}${line}\n`);
				if (path !== undefined && fstatSync(descriptor).size + bytes.length > limit) {
					rotate(path);
				}

				const written = writeSync(descriptor, bytes);
				isCut = written < bytes.length;
				return isCut ? 'ENOSPC' : undefined;
			} catch (error) {
				return errorCode(error);
			}
		},
		close() {
			isClosed = true;
			try {
				closeSync(descriptor);
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

		case 'ENXIO': {
			return 'It is a pipe that nobody reads. Start the reader first, or give the path of a file.';
		}

		default: {
			return `It cannot be written (${code}). Give the path of another file.`;
		}
	}
}
