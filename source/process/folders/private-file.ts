import {rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {makeFolder} from './make-folder.js';

/** Writes a small file for its owner alone, with its folder. Whoever reads it meanwhile gets the former one, or the whole of this. */
export async function writePrivateFile(file: string, text: string): Promise<void> {
	await makeFolder(path.dirname(file));
	const draft = `${file}.${process.pid}`;
	try {
		await writeFile(draft, text, {mode: 0o600, flag: 'wx'});
		await rename(draft, file);
	} catch (error) {
		await rm(draft, {force: true});
		throw error;
	}
}
