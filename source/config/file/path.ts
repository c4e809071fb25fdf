import path from 'node:path';
import type {Environment} from '../../core/text/environment.js';

/** Where the config file is if nobody names one, by the XDG base directory specification, which has relative paths in its variable ignored. There is none where there is no home. */
export function findConfigPath(environment: Environment): string | undefined {
	const base = environment.XDG_CONFIG_HOME ?? '';
	if (path.isAbsolute(base)) {
		return path.join(base, 'ryzetop', 'config.toml');
	}

	const home = findHome(environment);
	return home === undefined ? undefined : path.join(home, '.config', 'ryzetop', 'config.toml');
}

/** A path as people write it, with `~` for the home directory. */
export function shortenPath(file: string, environment: Environment): string {
	const home = findHome(environment);
	return home !== undefined && file.startsWith(home + path.sep) ? `~${file.slice(home.length)}` : file;
}

function findHome({HOME: home = '', USERPROFILE: profile = ''}: Environment): string | undefined {
	return [home, profile].find(folder => path.isAbsolute(folder) && folder !== path.sep);
}
