import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {parse} from 'csv-parse/sync';
import parsePrometheus from 'parse-prometheus-text-format';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {openScreen} from '../../helpers/screen.js';
import {program} from '../../helpers/program.js';
import {simulate} from '../../helpers/simulate.js';
import {environmentFor, run, type RunOptions} from '../running.js';

type Listed = {readonly name: string; readonly token: string; readonly connection: {readonly state: string}};

const list = async (argv: readonly string[], of: NonNullable<RunOptions['of']>) => {
	const {end, stdout, stderr} = await run(['list', ...argv], {of});
	assert.deepEqual([end, stderr], [0, '']);
	return stdout;
};

test('every format lists every instance, of a fleet whose every text is hostile', async () => {
	await using simulator = await simulate({scenario: 'hostile'});
	const names = simulator.world.instances().map(({name}) => name).toSorted();
	assert.ok(names.length >= hostileTexts.length);

	const document = JSON.parse(await list(['--output', 'json'], simulator)) as {readonly version: number; readonly source: unknown; readonly instances: readonly Listed[]};
	assert.deepEqual([document.version, document.source], [1, {url: simulator.url, token: 'account', unreadable: 0}]);
	assert.deepEqual(document.instances.map(({name}) => name).toSorted(), names);

	const lines = (await list(['--output', 'ndjson'], simulator)).trimEnd().split('\n').map(line => JSON.parse(line) as Listed);
	assert.deepEqual(lines.map(({name}) => name).toSorted(), names);

	const rows = parse(await list(['--output', 'csv', '--columns', 'state,profile'], simulator), {columns: true, record_delimiter: '\r\n'}) as unknown as ReadonlyArray<Readonly<Record<string, string>>>;
	assert.deepEqual(rows.map(({name = ''}) => name).toSorted(), names.map(name => name.toWellFormed()).toSorted());

	const families = parsePrometheus(await list(['--output', 'prometheus'], simulator));
	const told = new Set(families.find(({name}) => name === 'ryzetop_instance_state')?.metrics.map(({labels}) => labels?.name));
	assert.deepEqual(names.filter(name => !told.has(name.toWellFormed())), []);

	const table = await list([], simulator);
	assert.equal(table.trimEnd().split('\n').length, names.length + 1);
	assert.doesNotMatch(table.replaceAll('\n', ''), /[\p{Bidi_Control}\p{Control}\p{Line_Separator}\p{Paragraph_Separator}]/v);
});

test('a filter and a sort hold for every format', async () => {
	await using simulator = await simulate({instances: 3});
	simulator.world.add('shop-b', {state: 'disconnected'});
	simulator.world.add('shop-a', {state: 'loggedout'});
	const asked = ['do:pair,reconnect', '--sort', 'name'];
	const csv = await list([...asked, '--output', 'csv', '--columns', 'name,state'], simulator);
	assert.equal(csv, 'name,state\r\nshop-a,loggedout\r\nshop-b,disconnected\r\n');
	const lines = (await list([...asked, '--output', 'ndjson'], simulator)).trimEnd().split('\n').map(line => JSON.parse(line) as Listed);
	assert.deepEqual(lines.map(({name, connection}) => [name, connection.state]), [['shop-a', 'loggedout'], ['shop-b', 'disconnected']]);
	const table = await list([...asked, '--columns', 'name,do'], simulator);
	assert.equal(table, 'NAME    DO\nshop-a  pair\nshop-b  reconnect\n');
	const prometheus = await list([...asked, '--output', 'prometheus'], simulator);
	assert.match(prometheus, /ryzetop_instances\{state="connected"\} 0\n/v);
});

test('secrets leave the program only when they are asked for', async () => {
	await using simulator = await simulate({instances: 2});
	const tokens = simulator.world.instances().map(({token}) => token).toSorted();
	for (const format of ['table', 'json', 'ndjson', 'csv', 'prometheus']) {
		const text = await list(['--output', format], simulator); // eslint-disable-line no-await-in-loop -- one program at a time
		assert.deepEqual(tokens.filter(token => text.includes(token)), [], format);
	}

	const shown = (await list(['--output', 'ndjson', '--show-secrets'], simulator)).trimEnd().split('\n').map(line => (JSON.parse(line) as Listed).token);
	assert.deepEqual(shown.toSorted(), tokens);
});

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

test('no text command loads what draws a screen, but the table with rules', async () => {
	await using simulator = await simulate({instances: 1});
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-loaded-'));
	try {
		const loaded = async (argv: readonly string[]) => {
			const file = path.join(folder, argv.join('-'));
			const hook = String.raw`import {registerHooks} from 'node:module'; import {appendFileSync} from 'node:fs'; registerHooks({load(url, context, next) {appendFileSync(${JSON.stringify(file)}, url + '\n'); return next(url, context);}});`;
			await run(argv, {of: simulator, nodeOptions: ['--import', `data:text/javascript,${encodeURIComponent(hook)}`]});
			return readFileSync(file, 'utf8').split('\n');
		};

		const [name = ''] = simulator.world.instances().map(instance => instance.name);
		// A part of the bundle that has React in it.
		const draws = (module: string) => module.startsWith('file:') && readFileSync(fileURLToPath(module), 'utf8').includes('react.transitional.element');
		for (const argv of [['list'], ['list', '--output', 'json'], ['check'], ['wait', name], ['watch', '--help'], ['--version']]) {
			const modules = await loaded(argv); // eslint-disable-line no-await-in-loop -- one program at a time
			assert.ok(modules.some(module => module.endsWith('/dist/cli.js')));
			assert.deepEqual(modules.filter(module => draws(module)), [], argv.join(' '));
		}

		assert.ok((await loaded(['list', '--rules'])).some(module => draws(module)));
	} finally {
		rmSync(folder, {recursive: true});
	}
});
