import {
	accessSync,
	closeSync,
	constants,
	openSync,
	readSync,
	statSync,
} from 'node:fs';
import {statfs} from 'node:fs/promises';
import path from 'node:path';
import {errorCode} from '../../process/error-code.js';
import {makeFolder} from '../../process/folders/make-folder.js';
import {within} from '../../process/within.js';
import {faultWords} from '../fault.js';
import {appId, schemaVersion} from '../schema.js';

/** What is found at the place of the memory before SQLite touches it. */
export type Found =
	| {readonly kind: 'new'}
	| {readonly kind: 'absent'}
	| {readonly kind: 'ours'; readonly isWritable: boolean; readonly isFolderWritable: boolean}
	/** `isPassing`: it may be over at the next poll. */
	| {readonly kind: 'refused'; readonly words: string; readonly isPassing: boolean};

/** Types of file systems over a network, by `statfs`: NFS, CIFS, SMB, SMB2, AFS, Ceph, Plan 9. A write-ahead log does not work there. */
const networkTypes: ReadonlySet<number> = new Set([
	0x69_69, 0xFF_53_4D_42, 0x51_7B, 0xFE_53_4D_42, 0x53_46_41_4F, 0x00_C3_64_00, 0x01_02_19_97,
]);

/** Where the facts of a database stand in its first bytes, each four bytes long. */
const header = {length: 100, userVersion: 60, appId: 68};

const magic = 'SQLite format 3\0';

/** Errors of the system that mean that there is no room, for the file, or for one more file that is open. */
const full = new Set(['ENOSPC', 'EDQUOT']);
const exhausted = new Set(['EMFILE', 'ENFILE']);

export type InspectOptions = {
	/** Whether the memory is only to be read. */
	readonly isReader?: boolean;
	/** Gives the number of the type of the file system that a folder is on. */
	readonly readType?: (folder: string) => Promise<number>;
	/** Longest that a file system may take to tell its type, in milliseconds: one that hangs is not used. */
	readonly patience?: number;
};

/** In milliseconds. */
const longestWait = 2000;

/**
Looks at the file of a memory, and makes it and its folder where they are missing, for their owner alone, unless it is only to be read. It
never waits long for a file system, and touches no file that is not ours.
*/
export async function inspectFile(file: string, options: InspectOptions = {}): Promise<Found> {
	const {isReader = false, readType = readTypeOf, patience = longestWait} = options;
	const folder = path.dirname(file);
	try {
		if (!isReader) {
			await makeFolder(folder);
		}

		if (await isRemote(folder, readType, patience)) {
			return refuse('is on a network file system, where it cannot be kept; choose another file with --history');
		}

		return inspectContent(file, folder, isReader);
	} catch (error) {
		const code = errorCode(error);
		if (isReader && code === 'ENOENT') {
			return {kind: 'absent'};
		}

		return full.has(code) ? refuse(faultWords.full, true) : refuse(`cannot be opened (${code})`, exhausted.has(code));
	}
}

function inspectContent(file: string, folder: string, isReader: boolean): Found {
	const stats = statSync(file, {throwIfNoEntry: false});
	if (stats === undefined) {
		if (isReader) {
			return {kind: 'absent'};
		}

		// It is made before SQLite opens it, which would let others read it.
		makeFile(file);
		return {kind: 'new'};
	}

	if (!stats.isFile()) {
		return refuse('is no regular file');
	}

	const bytes = readStart(file);
	if (bytes.length === 0) {
		return {kind: isReader ? 'absent' : 'new'};
	}

	const facts = new DataView(bytes.buffer);
	const isOurs = bytes.length === header.length && new TextDecoder('latin1').decode(bytes).startsWith(magic)
		&& facts.getUint32(header.appId) === appId;
	if (!isOurs) {
		return refuse('is not one: the file belongs to another program');
	}

	const version = facts.getUint32(header.userVersion);
	return version === schemaVersion
		? {kind: 'ours', isWritable: isWritable(file), isFolderWritable: isWritable(folder)}
		: refuse(`was made by ${version > schemaVersion ? 'a newer' : 'an older'} ryzetop, and is left as it is`);
}

/** Makes an empty file for its owner alone. */
export function makeFile(file: string): void {
	closeSync(openSync(file, 'ax', 0o600));
}

function readStart(file: string): Uint8Array {
	const bytes = new Uint8Array(header.length);
	// Nothing waits for the other end of a FIFO that took the file's place meanwhile.
	const descriptor = openSync(file, constants.O_RDONLY + constants.O_NONBLOCK);
	try {
		return bytes.subarray(0, readSync(descriptor, bytes, 0, header.length, 0));
	} finally {
		closeSync(descriptor);
	}
}

function isWritable(file: string): boolean {
	try {
		accessSync(file, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

async function isRemote(folder: string, readType: (folder: string) => Promise<number>, patience: number): Promise<boolean> {
	const found = await within<number | undefined>(readType(folder), patience, undefined);
	return found === undefined || networkTypes.has(found);
}

async function readTypeOf(folder: string): Promise<number> {
	const {type} = await statfs(folder);
	return type;
}

function refuse(words: string, isPassing = false): Found {
	return {kind: 'refused', words, isPassing};
}
