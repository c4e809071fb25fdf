import {
	chmodSync,
	existsSync,
	renameSync,
	statSync,
	type Stats,
} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {
	faultOf,
	faultWords,
	isPassing,
	type Fault,
} from './fault.js';
import {inspectFile, makeFile} from './file/inspect-file.js';
import {schema, schemaVersion} from './schema.js';
import {takeSqlite, type Database, type Sqlite} from './sqlite.js';

/** A memory that was opened, or why there is none: words that follow `the memory`. What is passing may be tried again. */
export type Opened =
	/** `isAnew`: it took the place of a damaged one, which was put aside. */
	| {readonly kind: 'open'; readonly database: Database; readonly isWritable: boolean; readonly isAnew: boolean}
	| {readonly kind: 'none'; readonly words: string; readonly isPassing: boolean}
	/** Nobody has recorded anything yet, and it was not to be made. */
	| {readonly kind: 'absent'};

/** The place of a memory that lives in the process alone, as that of a demo does. */
export const inMemory = ':memory:';

/** Opens the memory in a file, which is made where it is missing unless it is only to be read. Whatever stands there, it throws nothing. */
export async function openHistory(file: string, isReader = false): Promise<Opened> {
	const sqlite = takeSqlite();
	if (sqlite === undefined) {
		return none('needs SQLite, which this Node was told to leave out');
	}

	const found = file === inMemory ? {kind: 'new'} as const : await inspectFile(file, {isReader});
	if (found.kind === 'absent') {
		return found;
	}

	if (found.kind === 'refused') {
		return none(found.words, found.isPassing);
	}

	let looked: Stats | undefined;
	try {
		looked = lookAt(file);
		return found.kind === 'new' || (found.isWritable && !isReader)
			? openToWrite(sqlite, file)
			: openToRead(sqlite, file, found);
	} catch (error) {
		const fault = expectFault(error);
		if (found.kind === 'new' || isReader || !found.isWritable) {
			return none(faultWords[fault], isPassing(fault));
		}

		if (fault === 'damaged') {
			return beginAnew(sqlite, file, looked);
		}

		return readOnly.has(fault) ? readInstead(sqlite, file) : none(faultWords[fault], isPassing(fault));
	}
}

/** Faults with which a file can still be read: it may be written, but its folder not, where the log beside it would stand. */
const readOnly: ReadonlySet<Fault> = new Set(['read-only', 'unreachable']);

/** Opens a file to be read that turned out not to be writable. */
function readInstead(sqlite: Sqlite, file: string): Opened {
	try {
		return openToRead(sqlite, file, {isWritable: false, isFolderWritable: false});
	} catch (error) {
		return none(faultWords[expectFault(error)]);
	}
}

/** Puts a memory aside that turned out to be damaged while it was used, and opens a new one. */
export function replaceDamaged(file: string): Opened {
	const sqlite = takeSqlite();
	return sqlite === undefined || file === inMemory ? none(faultWords.damaged) : beginAnew(sqlite, file, lookAt(file));
}

/**
Puts a damaged memory aside under another name, and begins a new one for those who could use the old one. Where the file is not the damaged
one any more, another process has done so, and its new one is opened at the next poll.
*/
function beginAnew(sqlite: Sqlite, file: string, damaged: Stats | undefined): Opened {
	if (damaged === undefined || lookAt(file)?.ino !== damaged.ino) {
		return none(faultWords.damaged, true);
	}

	try {
		const stamp = new Date().toISOString().replaceAll(/[^\dTZ]/gv, '');
		for (const part of ['', '-wal', '-shm']) {
			renameIfThere(file + part, `${file}.damaged-${stamp}${part}`);
		}

		makeFile(file);
		chmodSync(file, damaged.mode);
		const opened = openToWrite(sqlite, file);
		return opened.kind === 'open' ? {...opened, isAnew: true} : opened;
	} catch {
		return none(faultWords.damaged);
	}
}

function lookAt(file: string): Stats | undefined {
	return statSync(file, {throwIfNoEntry: false});
}

/** The fault of an error that SQLite threw; an error of another kind is thrown on. */
export function expectFault(error: unknown): Fault {
	const fault = faultOf(error);
	if (fault === undefined) {
		throw error;
	}

	return fault;
}

/**
Opens the file to be written. The tables are made before the write-ahead log is, so that the file's header always says whose it is. No
checkpoint comes by itself: it would hold up a key.
*/
function openToWrite(sqlite: Sqlite, file: string): Opened {
	return prepareDatabase(new sqlite.DatabaseSync(file, {timeout: 0}), true, database => {
		database.exec('pragma synchronous = normal; pragma wal_autocheckpoint = 0; pragma mmap_size = 0');
		if (versionOf(database) === 0) {
			database.exec('begin immediate');
			// Another process may have made them meanwhile.
			database.exec(versionOf(database) === 0 ? `${schema}; commit` : 'rollback');
		}

		database.exec('pragma journal_mode = wal');
	});
}

/** What a user may do with the file, and with its folder, where the log beside it stands. */
type Rights = {readonly isWritable: boolean; readonly isFolderWritable: boolean};

/**
Opens the file to be read alone. Where its folder cannot be written and no log stands in it, there is none to be read, nor can one be made:
the file is taken as it is then.
*/
function openToRead(sqlite: Sqlite, file: string, {isWritable, isFolderWritable}: Rights): Opened {
	const address = pathToFileURL(file);
	if (!isFolderWritable && !existsSync(`${file}-wal`)) {
		address.searchParams.set('immutable', '1');
	}

	return prepareDatabase(new sqlite.DatabaseSync(address, {readOnly: true, timeout: 0}), isWritable && isFolderWritable);
}

/** Prepares a database that was opened. Its version can be newer than its file's header says, while that is in the write-ahead log. */
function prepareDatabase(database: Database, isWritable: boolean, prepare: (database: Database) => void = () => undefined): Opened {
	try {
		prepare(database);
		if (versionOf(database) === schemaVersion) {
			return {
				kind: 'open', database, isWritable, isAnew: false,
			};
		}

		database.close();
		return none('was made by another version of ryzetop, and is left as it is');
	} catch (error) {
		database.close();
		throw error;
	}
}

function versionOf(database: Database): unknown {
	return database.prepare('pragma user_version').get()?.user_version;
}

function renameIfThere(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch {
		// It is not there, or it is in the way of the new one, which is told when that is opened.
	}
}

function none(words: string, canBeRetried = false): Opened {
	return {kind: 'none', words, isPassing: canBeRetried};
}
