import {errorCode} from '../process/error-code.js';

/** Why the memory cannot be used, or not now. */
export type Fault =
	| 'busy'
	| 'full'
	| 'read-only'
	| 'unreachable'
	| 'damaged'
	| 'foreign'
	| 'unsuited'
	| 'failed';

/** Words for people, which follow `the memory`. */
export const faultWords: Readonly<Record<Fault, string>> = {
	busy: 'is locked by another program',
	full: 'cannot be written: the disk is full',
	'read-only': 'cannot be written: it is read-only here',
	unreachable: 'cannot be opened: the folder is missing, or not for this user',
	damaged: 'is damaged',
	foreign: 'is not one: the file belongs to another program',
	unsuited: 'cannot be kept on this file system; choose another file with --history',
	failed: 'failed',
};

/** SQLite's result codes; the lowest byte is the kind, and what is above it the detail. */
const kinds: Readonly<Record<number, Fault>> = {
	5: 'busy', 6: 'busy', 8: 'read-only', 11: 'damaged', 13: 'full', 14: 'unreachable', 26: 'foreign',
};

/** No shared memory can be mapped, as on a network file system: write-ahead logs do not work there. */
const noSharedMemory = new Set([5386, 4618, 5130]);

/** The shared memory is a file, which cannot grow on a disk that is full. */
const noRoomForSharedMemory = 4874;

/** Faults that end by themselves, so that opening is tried again. */
const passing: ReadonlySet<Fault> = new Set(['busy', 'full']);

/** Whether a fault may be over at the next poll. */
export function isPassing(fault: Fault): boolean {
	return passing.has(fault);
}

/** Tells the fault of an error that SQLite threw; `undefined` for an error of another kind, which is a mistake of the program. */
export function faultOf(error: unknown): Fault | undefined {
	if (errorCode(error) !== 'ERR_SQLITE_ERROR' || !(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') {
		return undefined;
	}

	if (error.errcode === noRoomForSharedMemory) {
		return 'full';
	}

	return noSharedMemory.has(error.errcode) ? 'unsuited' : kinds[error.errcode % 256] ?? 'failed';
}
