import {mkdir, open, rm} from 'node:fs/promises';
import path from 'node:path';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {errorCode} from '../../process/error-code.js';

/** Writes a file that only its owner can read, in a folder that is as private where it had to be made. One that is there already is never touched, nor is what a symbolic link points to. Never rejects. */
export async function writeConfig(file: string, text: string): Promise<Parsed<undefined>> {
	try {
		await mkdir(path.dirname(file), {recursive: true, mode: 0o700});
	} catch (error) {
		return refuse(`Its folder cannot be made (${errorCode(error)}).`);
	}

	let handle;
	try {
		handle = await open(file, 'wx', 0o600);
	} catch (error) {
		return refuse(errorCode(error) === 'EEXIST' ? 'It is there already, and was left as it is.' : `It cannot be written (${errorCode(error)}).`);
	}

	try {
		await handle.writeFile(text);
		return accept(undefined);
	} catch (error) {
		// A part of it would keep the next try from writing the whole.
		await rm(file, {force: true}).catch(() => undefined);
		return refuse(`It cannot be written (${errorCode(error)}).`);
	} finally {
		await handle.close().catch(() => undefined);
	}
}
