import {mkdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {errorCode} from '../error-code.js';

/**
Makes a folder, and those above it that are missing, for their owner alone; one that is there stays as it is. Rejects with the error of the
system.

Node's own recursive `mkdir` never ends where a folder cannot be made in one that is there and says `ENOENT`, as `/proc` does.
*/
export async function makeFolder(folder: string): Promise<void> {
	if (await isFolder(folder)) {
		return;
	}

	try {
		await mkdir(folder, {mode: 0o700});
	} catch (error) {
		const parent = path.dirname(folder);
		if (errorCode(error) === 'ENOENT' && parent !== folder && !await isFolder(parent)) {
			await makeFolder(parent);
			await makeFolder(folder);
		} else if (!await isFolder(folder)) {
			throw error;
		}
	}
}

async function isFolder(folder: string): Promise<boolean> {
	const stats = await stat(folder).catch(() => undefined);
	return stats?.isDirectory() ?? false;
}
