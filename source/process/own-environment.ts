import process from 'node:process';
import type {Environment} from '../core/text/environment.js';

/** The environment variables of this process, as they are now. */
export function ownEnvironment(): Environment {
	return process.env;
}
