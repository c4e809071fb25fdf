import {cpSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {freshFolder} from '../../helpers/fresh-folder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a clone has its own Node, which npm puts there. */
export const ownNode = 'node_modules/node/bin/node';

/** A folder with what was built, as a clone has it, and with an empty place for its Node. */
export function makeClone(): string {
	const folder = freshFolder();
	for (const part of ['dist', 'package.json']) {
		cpSync(path.join(root, part), path.join(folder, part), {recursive: true});
	}

	mkdirSync(path.dirname(path.join(folder, ownNode)), {recursive: true});
	return folder;
}
