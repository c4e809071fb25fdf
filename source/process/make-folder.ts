import {mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {errorCode} from './error-code.js';

/**
Makes a folder, and those above it, that only their owner can use; throws as `mkdirSync` does. The recursive form of `mkdirSync` never ends
where a file system says that something is missing though the folder above is there, as `/proc` does.
*/
export function makeFolder(folder: string): void {
	if (isMade(folder)) {
		return;
	}

	const above = path.dirname(folder);
	if (above !== folder) {
		makeFolder(above);
	}

	mkdirSync(folder, {mode: 0o700});
}

/** Makes one folder. Gives whether it is there, or whether the one above has to be made first. */
function isMade(folder: string): boolean {
	try {
		mkdirSync(folder, {mode: 0o700});
		return true;
	} catch (error) {
		switch (errorCode(error)) {
			case 'EEXIST': {
				if (statSync(folder).isDirectory()) {
					return true;
				}

				throw error;
			}

			case 'ENOENT': {
				return false;
			}

			default: {
				throw error;
			}
		}
	}
}
