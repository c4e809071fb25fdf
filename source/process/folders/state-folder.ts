import {homedir} from 'node:os';
import path from 'node:path';
import type {Environment} from '../../core/text/environment.js';

/**
The folder in which the program keeps what it has seen: `ryzetop` in the state folder of the XDG Base Directory Specification, which says to
ignore a path in `XDG_STATE_HOME` that is not absolute.
*/
export function findStateFolder(env: Environment): string {
	const given = env.XDG_STATE_HOME ?? '';
	return path.join(path.isAbsolute(given) ? given : path.join(homedir(), '.local', 'state'), 'ryzetop');
}
