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
const noSharedMemory = new Set([5386, 4618, 4874, 5130]);

/** Tells the fault of an error that SQLite threw; `undefined` for an error of another kind, which is a mistake of the program. */
export function faultOf(error: unknown): Fault | undefined {
	if (errorCode(error) !== 'ERR_SQLITE_ERROR' || !(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') {
		return undefined;
	}

	return noSharedMemory.has(error.errcode) ? 'unsuited' : kinds[error.errcode % 256] ?? 'failed';
}
