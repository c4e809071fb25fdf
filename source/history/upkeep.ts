import {statSync, type Stats} from 'node:fs';
import {faultOf} from './fault.js';
import {inMemory} from './open.js';
import {schemaVersion} from './schema.js';
import type {Database} from './sqlite.js';

/** What is done for an open memory now and then. */
export type Upkeep = {
	/** Whether the file is still the one that was opened. One that was deleted or replaced is written without any error. */
	readonly isSameFile: () => boolean;
	/** Whether the tables are still those of this version, as far as that can be read: a newer program makes them its own. */
	readonly isSameVersion: () => boolean;
	/** Moves what is in the log beside the file into the file, which takes up to some 20 ms; the log does not grow without end then. */
	readonly checkpoint: () => void;
};

/** Makes the upkeep of a memory that was just opened. */
export function createUpkeep(database: Database, file: string): Upkeep {
	const opened = look(file);
	return {
		isSameFile() {
			const present = look(file);
			return present?.ino === opened?.ino && present?.dev === opened?.dev;
		},
		isSameVersion() {
			try {
				return database.prepare('pragma user_version').get()?.user_version === schemaVersion;
			} catch (error) {
				return isFault(error);
			}
		},
		checkpoint() {
			try {
				database.exec('pragma wal_checkpoint(passive)');
			} catch (error) {
				// What keeps it from being done is told when something is recorded.
				isFault(error);
			}
		},
	};
}

/** Leaves a fault of the disk alone, and throws any other error. */
function isFault(error: unknown): true {
	if (faultOf(error) === undefined) {
		throw error;
	}

	return true;
}

function look(file: string): Stats | undefined {
	try {
		return file === inMemory ? undefined : statSync(file);
	} catch {
		// It is not there, or cannot be reached any more.
		return undefined;
	}
}
