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

/** A log that never grows beyond its bound and never throws. */
export type DebugLog = {
	/** Appends a line. Gives the system's code, such as `ENOSPC`, if the line is lost. */
	readonly append: (line: string) => string | undefined;
	readonly close: () => void;
};

/** What came of opening a log. */
export type OpenedLog =
	| {
		readonly kind: 'open';
		readonly log: DebugLog;
		/** Permission bits such as `0o644` where the file was there already and others may read or write it. */
		readonly sharedMode: number | undefined;
	}
	| {readonly kind: 'problem'; readonly problem: string};

/** In bytes. At the usual interval a file holds about a day, at the shortest some five hours; with the former one it takes twice as much and never more. */
const largestLog = 4 * 1024 * 1024;

/* eslint-disable no-bitwise -- flags and permissions are bits */
/** A named pipe that nobody reads must not hold the program up, neither when it is opened nor later. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

/**
Opens a log for appending; a new one is its owner's alone. `isTerminal` says whether a descriptor is one.

When the log is full it becomes `FILE.1`, in place of the former one, and a new one begins. Lines are written at once, since the last ones before a fault are those that matter.
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

/** `path` is that of a file, which alone has a size to be bounded. */
function createLog(path: string | undefined, opened: number, limit: number): DebugLog {
	let descriptor = opened;
	// A line of which only the beginning could be written is ended before the next.
	let isCut = false;
	let isClosed = false;

	const rotate = (file: string) => {
		const own = fstatSync(descriptor);
		const there = statSync(file, {throwIfNoEntry: false});
		// Another monitor that writes to the same log may have been first.
		if (there?.ino === own.ino && there.dev === own.dev) {
			renameSync(file, `${file}.1`);
		}

		const fresh = openSync(file, flags | constants.O_NOFOLLOW, 0o600);
		closeSync(descriptor);
		descriptor = fresh;
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
				// What a disk says at last of lines it had taken before is of no use to anybody now.
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
