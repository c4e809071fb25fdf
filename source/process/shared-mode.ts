import type {Stats} from 'node:fs';
import {platform} from 'node:os';

/** The permission bits of a file's group and of all other users. */
const othersMask = 0o077;

/**
Permission bits, such as `0o644`, of a file that other users than its owner may read or write.
`undefined` for a file of the owner alone, and for anything that is not a regular file.
*/
export function sharedMode(stats: Pick<Stats, 'isFile' | 'mode'>): number | undefined {
	/* eslint-disable no-bitwise -- permissions are bits */
	// Windows has no such bits: Node reports there that all users may read and write.
	const isShared = stats.isFile() && platform() !== 'win32' && (stats.mode & othersMask) !== 0;
	return isShared ? stats.mode & 0o777 : undefined;
	/* eslint-enable no-bitwise */
}
