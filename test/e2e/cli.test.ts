import assert from 'node:assert/strict';
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {
	accessSync,
	closeSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, describe, test} from 'node:test';
import typescript from 'typescript';
import {describeOldNode} from '../../source/process/node-version.js';
import {program} from '../helpers/program.js';
import {codeOf, read} from './running.js';

/** Clean-up of each test, run also where the test failed. */
const undoings: Array<() => void> = [];

/** Starts the program as a process of its own, without any variable of ours. */
const start = (argv: readonly string[], stdout: 'pipe' | number = 'pipe') => {
	const child = spawn(process.execPath, [program, ...argv], {stdio: ['ignore', stdout, 'pipe'], env: {PATH: process.env.PATH}});
	undoings.push(() => {
		child.kill('SIGKILL');
	});
	return child;
};

/** The code or the signal a program ended with, and its standard error. */
const endOf = async (child: ChildProcess) => Promise.all([codeOf(child), read(child.stderr)]);

/** Starts a simulator and waits until it says where it is. */
const startSimulator = async () => {
	const child = start(['simulate', '--scenario', 'calm', '--instances', '2']);
	let said = '';
	for await (const chunk of child.stdout?.iterator({destroyOnReturn: false}) ?? []) {
		said += String(chunk);
		const url = /RYZE_URL='(?<url>[^']+)'/v.exec(said)?.groups?.url;
		const token = /RYZE_TOKEN='(?<token>[^']+)'/v.exec(said)?.groups?.token;
		if (url !== undefined && token !== undefined) {
			return {child, url, token};
		}
	}

	throw new Error(`The simulator ended after: ${said}`);
};

describe('a process of the program', () => {
	afterEach(() => {
		for (const undo of undoings.splice(0)) {
			undo();
		}
	});

	test('a reader that goes away is no failure', async () => {
		const child = start(['--help']);
		child.stdout?.destroy();
		assert.deepEqual(await endOf(child), [0, '']);
	});

	test('output that cannot be written is told, and ends with 2', {skip: existsSync('/dev/full') ? false : 'there is no /dev/full here'}, async () => {
		const full = openSync('/dev/full', 'w');
		undoings.push(() => {
			closeSync(full);
		});
		assert.deepEqual(await endOf(start(['--help'], full)), [2, 'ryzetop: Standard output cannot be written (ENOSPC).\n']);
	});

	for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
		test(`the simulator ends with ${code} after ${signal}`, async () => {
			const {child} = await startSimulator();
			child.kill(signal);
			assert.deepEqual(await endOf(child), [code, '']);
		});
	}

	test('SIGUSR1 does not open a debugger', async () => {
		const {child, url, token} = await startSimulator();
		child.kill('SIGUSR1');
		const {status} = await fetch(`${url}/api/instance/list`, {headers: {token}});
		child.kill('SIGTERM');
		assert.deepEqual([status, ...await endOf(child)], [200, 143, '']);
	});

	/** A Node on this machine that is too old, if there is one. */
	const oldNode = (process.env.PATH ?? '').split(path.delimiter)
		.filter(folder => !folder.includes('node_modules'))
		.map(folder => path.join(folder, 'node'))
		.find(file => isExecutable(file) && describeOldNode(versionOf(file).slice(1)) !== undefined) ?? '';

	function isExecutable(file: string): boolean {
		try {
			accessSync(file, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	}

	function versionOf(node: string): string {
		return execFileSync(node, ['--version'], {encoding: 'utf8'}).trim();
	}

	test('a Node that is too old says so in one line, with how to go on, and ends with 2', {skip: oldNode === '' ? 'there is no old Node on this machine' : false}, async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-old-node-'));
		undoings.push(() => {
			rmSync(folder, {recursive: true});
		});
		writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
		mkdirSync(path.join(folder, 'process/old-node'), {recursive: true});
		mkdirSync(path.join(folder, 'process/start'), {recursive: true});
		for (const name of ['cli', 'process/describe-refusal', 'process/error-code', 'process/exit-code', 'process/foreign-variables', 'process/node-version', 'process/old-node/describe-way-on', 'process/old-node/end-with-us', 'process/old-node/find-node', 'process/old-node/run-on-node', 'process/start/is-question', 'process/start/limit-heap', 'process/start/load-builtins', 'process/working-folder']) {
			const {outputText} = typescript.transpileModule(readFileSync(path.join(import.meta.dirname, `../../source/${name}.ts`), 'utf8'), {
				compilerOptions: {target: typescript.ScriptTarget.ES2024, module: typescript.ModuleKind.ESNext},
			});
			writeFileSync(path.join(folder, `${name}.js`), outputText);
		}

		const child = spawn(oldNode, [path.join(folder, 'cli.js'), '--demo'], {stdio: ['ignore', 'pipe', 'pipe']});
		const [end, written] = await Promise.all([endOf(child), read(child.stdout)]);
		const said = `ryzetop needs Node 22.19 or newer; this is ${versionOf(oldNode)}. Run it on a newer one: npx --yes --package=node@24 -- node ${folder}/cli.js --demo\n`;
		assert.deepEqual([...end, written], [2, said, '']);
	});
});
