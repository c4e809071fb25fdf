import type {Stats} from 'node:fs';
import {platform} from 'node:os';

/** What the group and others may do with a file. */
const othersMask = 0o077;

/** Permission bits such as `0o644` of a file that others than its owner may read or write; `undefined` for any other, and for what is no file. */
export function sharedMode(stats: Pick<Stats, 'isFile' | 'mode'>): number | undefined {
	/* eslint-disable no-bitwise -- permissions are bits */
	// Windows has no such bits, and reports that everyone may do everything.
	const isShared = stats.isFile() && platform() !== 'win32' && (stats.mode & othersMask) !== 0;
	return isShared ? stats.mode & 0o777 : undefined;
	/* eslint-enable no-bitwise */
}
