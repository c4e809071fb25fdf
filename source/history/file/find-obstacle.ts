import {constants} from 'node:fs';
import {access, statfs} from 'node:fs/promises';
import path from 'node:path';
import {errorCode} from '../../process/error-code.js';
import {faultWords} from '../fault.js';

/** Bytes that the log and the index beside a memory take at least. */
const leastRoom = 65_536;

/**
Finds what would keep a memory from being written at its place, without writing anything; words that follow `the memory`. `undefined` where
nothing would.
*/
export async function findObstacle(file: string): Promise<string | undefined> {
	const folder = path.dirname(file);
	try {
		await access(folder, constants.W_OK + constants.X_OK);
		const {bavail, bsize} = await statfs(folder);
		return bavail * bsize < leastRoom ? faultWords.full : undefined;
	} catch (error) {
		const code = errorCode(error);
		return code === 'ENOENT' && folder !== path.dirname(folder) ? findObstacle(folder) : `cannot be made (${code})`;
	}
}
