import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, readdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {freshFolder} from '../../helpers/fresh-folder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export type Installed = {
	/** The file that npm packed. */
	readonly tarball: string;
	/** A folder with nothing in it but the installation; also the home folder in which the program runs. */
	readonly home: string;
	/** The folder of the installed package. */
	readonly folder: string;
	/** The command, as npm linked it. */
	readonly command: string;
};

/**
Packs the program that was built, and installs the tarball into an empty folder.

npm has a cache of its own, which is empty, and may not ask a registry: whatever the program needs must be in the tarball.
*/
export function installTarball(): Installed {
	const packed = freshFolder();
	const home = freshFolder();
	const environment = {
		PATH: process.env.PATH ?? '', HOME: home, npm_config_cache: path.join(packed, 'cache'), npm_config_update_notifier: 'false',
	};
	const npm = (cwd: string, ...argv: readonly string[]) => {
		execFileSync('npm', [...argv, '--offline', '--ignore-scripts'], {cwd, env: environment, stdio: ['ignore', 'ignore', 'pipe']});
	};

	npm(root, 'pack', '--pack-destination', packed);
	const [name, ...others] = readdirSync(packed).filter(file => file.endsWith('.tgz'));
	assert.ok(name !== undefined && others.length === 0);
	const tarball = path.join(packed, name);
	const place = path.join(home, 'somewhere');
	mkdirSync(place);
	copyFileSync(tarball, path.join(place, 'ryzetop.tgz'));
	npm(place, 'install', './ryzetop.tgz', '--no-audit', '--no-fund');
	return {
		tarball, home, folder: path.join(place, 'node_modules/ryzetop'), command: path.join(place, 'node_modules/.bin/ryzetop'),
	};
}
