import path from 'node:path';
import type {Environment} from '../../core/text/environment.js';

/**
Finds the path of the config file where `--config` is missing; `undefined` where there is no home directory.

The XDG base directory specification gives the rule. It says that a relative path in `XDG_CONFIG_HOME` is ignored.
*/
export function findConfigPath(environment: Environment): string | undefined {
	const base = environment.XDG_CONFIG_HOME ?? '';
	if (path.isAbsolute(base)) {
		return path.join(base, 'ryzetop', 'config.toml');
	}

	const home = findHome(environment);
	return home === undefined ? undefined : path.join(home, '.config', 'ryzetop', 'config.toml');
}

/** Shortens a path for showing it, with `~` for the home directory. */
export function shortenPath(file: string, environment: Environment): string {
	const home = findHome(environment);
	return home !== undefined && file.startsWith(home + path.sep) ? `~${file.slice(home.length)}` : file;
}

function findHome({HOME: home = '', USERPROFILE: profile = ''}: Environment): string | undefined {
	return [home, profile].find(folder => path.isAbsolute(folder) && folder !== path.sep);
}
