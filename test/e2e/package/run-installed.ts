import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {openScreen} from '../../helpers/screen.js';
import {freshStateHome} from '../../helpers/pty/state-home.js';
import {isLive} from '../watched.js';
import type {Installed} from './install-tarball.js';

/** The code or signal the program ended with, its standard output and its standard error. */
type Ended = readonly [end: number | string, stdout: string, stderr: string];

/** In milliseconds, reached only in failure. */
const deadline = 20_000;

type Environment = Readonly<Record<string, string>>;

/** Runs the installed command, which finds its Node as every command does: as the first one on the path. */
export function runInstalled({command, home}: Installed, node: string, argv: readonly string[], options: Environment = {}): Ended {
	const {
		status, signal, stdout, stderr,
	} = spawnSync(command, argv, {
		cwd: home, env: {...environmentOf(home, node), ...options}, encoding: 'utf8', timeout: deadline,
	});
	return [status ?? signal ?? 'in an unknown way', stdout, stderr];
}

/** Checks what the program does on a Node that it supports; `node` is its file. */
export async function checkOnNode(installed: Installed, node: string): Promise<void> {
	assert.deepEqual(runInstalled(installed, node, ['--version']), [0, `${versionOf(installed)}\n`, '']);

	const [code, listed, said] = runInstalled(installed, node, ['list', '--demo']);
	assert.deepEqual([code, said], [0, '']);
	assert.match(listed, /^STATE +NAME /v);
	assert.match(listed, /^✕ logged out +sales-04 /mv);

	await using screen = openScreen(installed.command, ['--demo'], {
		columns: 100, rows: 30, cwd: installed.home, env: environmentOf(installed.home, node),
	});
	await screen.waitFor(isLive, 'the fleet', deadline);
	assert.ok(screen.alternate());
	screen.press('q');
	assert.equal((await screen.waitForExit()).code, 0);
	assert.ok(!screen.alternate());
	// Node writes its warnings there, too.
	assert.doesNotMatch(screen.bytes(), /warning/iv);
}

/** Checks what the program does on a Node that is too old for it: it says how to go on. */
export function checkOnUnfitNode(installed: Installed, node: string, version: string, options: Environment = {}): void {
	for (const argv of [['--version'], ['list', '--demo'], ['--demo']]) {
		const words = `ryzetop needs Node ${leastNode(installed)} or newer; this is v${version}. Run it on a newer one: ${wayOn(installed)} ${argv.join(' ')}\n`;
		assert.deepEqual(runInstalled(installed, node, argv, options), [2, '', words]);
	}

	const [code, said] = runInstalled(installed, node, ['check', 'name:a|b'], options);
	assert.deepEqual([code, said.split(' Run ', 2)[1]], [3, `it on a newer one: ${wayOn(installed)}\n`]);
}

/** The line that runs the program on a newer Node, without its arguments. */
function wayOn({command}: Installed): string {
	return `npx --yes --package=node@24 -- node ${command}`;
}

/** The lowest Node that the package says it runs on, such as `22.19`. */
export function leastNode(installed: Installed): string {
	const {engines} = readManifest(installed);
	assert.match(engines.node, /^>=\d+\.\d+$/v);
	return engines.node.slice(2);
}

/** Reads the `package.json` of the installed package. */
export function readManifest({folder}: Installed) {
	return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
		readonly scripts: Readonly<Record<string, string>>;
		readonly version: string;
		readonly engines: {readonly node: string};
	};
}

function versionOf(installed: Installed): string {
	return readManifest(installed).version;
}

function environmentOf(home: string, node: string): Environment {
	return {
		PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`, HOME: home, LANG: 'C.UTF-8', XDG_CONFIG_HOME: '/none', XDG_STATE_HOME: freshStateHome(),
	};
}
