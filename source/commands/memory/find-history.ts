import path from 'node:path';
import {expandHome} from '../../config/file/read-small-file.js';
import type {AccountSource} from '../../config/settings/monitor.js';
import type {Environment} from '../../core/text/environment.js';
import {findStateFolder} from '../../process/folders/state-folder.js';

/** The file of an account's memory; `undefined` where it is to have none. */
export function findHistory({historyFile, hasNoHistory}: Pick<AccountSource, 'historyFile' | 'hasNoHistory'>, env: Environment): string | undefined {
	return hasNoHistory ? undefined : fileOfHistory(historyFile, env);
}

/** The file of the memory: the one that is named, or else the usual one. */
export function fileOfHistory(historyFile: string | undefined, env: Environment): string {
	return path.resolve(expandHome(historyFile ?? path.join(findStateFolder(env), 'history.db')));
}
