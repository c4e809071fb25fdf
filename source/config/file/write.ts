import {open, rm} from 'node:fs/promises';
import path from 'node:path';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {errorCode} from '../../process/error-code.js';
import {makeFolder} from '../../process/folders/make-folder.js';

/**
Writes a file that only its owner can read. A folder that it has to make is private as well. It never rejects.

An existing file is never changed, nor is the target of a symbolic link.
*/
export async function writeConfig(file: string, text: string): Promise<Parsed<undefined>> {
	try {
		await makeFolder(path.dirname(file));
	} catch (error) {
		return refuse(`Its folder cannot be made (${errorCode(error)}).`);
	}

	let handle;
	try {
		handle = await open(file, 'wx', 0o600);
	} catch (error) {
		const code = errorCode(error);
		return refuse(code === 'EEXIST' ? 'It is there already, and was left as it is.' : `It cannot be written (${code}).`);
	}

	try {
		await handle.writeFile(text);
		return accept(undefined);
	} catch (error) {
		// An incomplete file is removed, because the next try would not overwrite it.
		await rm(file, {force: true}).catch(() => undefined);
		return refuse(`It cannot be written (${errorCode(error)}).`);
	} finally {
		await handle.close().catch(() => undefined);
	}
}
