import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {builtins} from '../../../source/process/start/load-builtins.js';
import {openScreen} from '../../helpers/screen.js';
import {program} from '../../helpers/program.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {environmentFor, run} from '../running.js';

test('a reader that has seen enough is no failure', async () => {
	await using simulator = await simulate({instances: 2000});
	const {end, stdout, stderr} = await run(['list', '--output', 'json'], {of: simulator});
	assert.ok(end === 0 && stdout.length > 1_000_000 && stderr === '');
	const command = `'${process.execPath}' '${program}' list --output json | head -c 10; echo " \${PIPESTATUS[0]}"`;
	const shell = openScreen('bash', ['-c', command], {columns: 80, rows: 5, env: environmentFor({of: simulator})});
	await shell.waitForExit();
	assert.deepEqual(shell.lines().filter(line => line !== ''), ['{"version" 0']);
	await shell.close();
});

test('the token may come from standard input', async () => {
	await using simulator = await simulate({instances: 1});
	const {end, stdout} = await run(['list', '--output', 'ndjson', '--token-file', '-'], {of: {url: simulator.url}, input: `${simulator.token}\n`});
	assert.deepEqual([end, stdout.split('\n').length], [0, 2]);
	const nothing = await run(['list', '--token-file', '-'], {of: {url: simulator.url}});
	assert.deepEqual([nothing.end, nothing.stderr.split('\n', 1)[0]], [2, 'ryzetop: --token-file "-": It is empty. It must hold the token.']);
});

test('no text command loads what draws a screen, but the table with rules, and what is always answered alike loads next to nothing', async () => {
	await using simulator = await simulate({instances: 1});
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-loaded-'));
	try {
		const loaded = async (argv: readonly string[]) => {
			const file = path.join(folder, argv.join('-'));
			// Node loads the modules, and the program itself its parts.
			const hook = String.raw`
				import fs, {appendFileSync} from 'node:fs';
				import {registerHooks} from 'node:module';
				const note = url => appendFileSync(${JSON.stringify(file)}, url + '\n');
				const {readFileSync} = fs;
				fs.readFileSync = (read, ...options) => {
					if (read instanceof URL) note(read.href);
					return readFileSync(read, ...options);
				};
				registerHooks({load(url, context, next) {note(url); return next(url, context);}});
			`;
			await run(argv, {of: simulator, nodeOptions: ['--import', `data:text/javascript,${encodeURIComponent(hook)}`]});
			return readFileSync(file, 'utf8').split('\n');
		};

		const [name = ''] = simulator.world.instances().map(instance => instance.name);
		// A part of the bundle that has React in it.
		const draws = (module: string) => module.startsWith('file:') && readFileSync(fileURLToPath(module), 'utf8').includes('react.transitional.element');
		for (const argv of [['list'], ['list', '--output', 'json'], ['check'], ['wait', name], ['watch', '--help'], ['events'], ['--version']]) {
			const modules = await loaded(argv); // eslint-disable-line no-await-in-loop -- one program at a time
			assert.ok(modules.some(module => module.endsWith('/dist/cli.js')));
			assert.deepEqual(modules.filter(module => draws(module)), [], argv.join(' '));
		}

		const countLoaded = async (argv: readonly string[]) => {
			const modules = await loaded(argv);
			return modules.filter(module => module.includes('/dist/')).length;
		};

		for (const argv of [['-V'], ['--help'], ['list', '--help'], ['completion', 'fish']]) {
			const count = await countLoaded(argv); // eslint-disable-line no-await-in-loop -- one program at a time
			assert.ok(count <= 5, `${argv.join(' ')} loads ${count} files`);
		}

		const count = await countLoaded(['list', '--output', 'csv']);
		assert.ok(count <= 25, `list loads ${count} files`);
		assert.ok((await loaded(['list', '--rules'])).some(module => draws(module)));
	} finally {
		rmSync(folder, {recursive: true});
	}
});

test('the modules of Node that are loaded before a flag is set are all asked for later', async () => {
	await using simulator = await simulate({instances: 1});
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-asked-'));
	try {
		const file = path.join(folder, 'asked');
		const hook = String.raw`import {appendFileSync} from 'node:fs'; const {getBuiltinModule} = process; process.getBuiltinModule = name => {appendFileSync(${JSON.stringify(file)}, name + '\n'); return getBuiltinModule(name);};`;
		await run(['list'], {of: simulator, nodeOptions: ['--import', `data:text/javascript,${encodeURIComponent(hook)}`]});
		const asked = readFileSync(file, 'utf8').split('\n');
		const count = (name: string) => asked.filter(other => other === `node:${name}`).length;
		assert.deepEqual(builtins.filter(name => count(name) < 2), []);
	} finally {
		rmSync(folder, {recursive: true});
	}
});
