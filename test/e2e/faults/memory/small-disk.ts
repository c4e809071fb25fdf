import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {errorCode} from '../../../../source/process/error-code.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';

/** A file system of its own, which is small and lives in memory. */
export type SmallDisk = Disposable & {
	readonly folder: string;
	/** Takes all the room that is left. */
	readonly fill: () => void;
	/** Gives the room back. */
	readonly empty: () => void;
	/** Mounts it again so that nothing can be written. */
	readonly forbid: () => void;
};

/** Mounts a file system of a megabyte; only root may. */
export function mountSmallDisk(): SmallDisk {
	const folder = freshFolder();
	const filling = path.join(folder, 'filling');
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=755', 'tmpfs', folder]);
	return {
		folder,
		fill() {
			try {
				writeFileSync(filling, new Uint8Array(2_000_000));
			} catch (error) {
				if (errorCode(error) !== 'ENOSPC') {
					throw error;
				}
			}
		},
		empty() {
			rmSync(filling);
		},
		forbid() {
			execFileSync('mount', ['-o', 'remount,ro', folder]);
		},
		[Symbol.dispose]() {
			execFileSync('umount', ['--lazy', folder]);
		},
	};
}
