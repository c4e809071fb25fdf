import {mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {errorCode} from './error-code.js';

/**
Makes a folder, and those above it that are missing, for their owner alone; one that is there stays as it is. Throws the system's error.

Node's own recursive `mkdir` never ends where a folder cannot be made in one that is there and says `ENOENT`, as `/proc` does.
*/
export function makeFolder(folder: string): void {
	if (isFolder(folder)) {
		return;
	}

	try {
		mkdirSync(folder, {mode: 0o700});
	} catch (error) {
		const parent = path.dirname(folder);
		if (errorCode(error) === 'ENOENT' && parent !== folder && !isFolder(parent)) {
			makeFolder(parent);
			makeFolder(folder);
		} else if (!isFolder(folder)) {
			throw error;
		}
	}
}

function isFolder(folder: string): boolean {
	return statSync(folder, {throwIfNoEntry: false})?.isDirectory() ?? false;
}
