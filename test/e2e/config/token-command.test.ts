import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {openTokenCommand} from '../../../source/config/token/command.js';
import {runTokenCommand} from '../../../source/config/token/run.js';
import {accept, refuse} from '../../../source/core/text/parsed.js';
import {reveal} from '../../../source/core/text/secret.js';
import {descendantsOf, isAlive, until} from '../../helpers/processes.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {open, run as runProgram} from '../running.js';
import {configure} from '../../unit/config/configuring.js';

const skip = process.platform === 'win32' ? 'needs a shell' : false;

type RunOptions = {
	readonly limit?: number;
	readonly environment?: Readonly<Record<string, string>>;
	readonly isAwaited?: boolean;
};

const run = async (
	command: readonly string[],
	{limit = 10_000, environment = {}, isAwaited = true}: RunOptions = {}) => runTokenCommand(command, {
	environment: {PATH: process.env.PATH, ...environment}, limit, isAwaited, atEnd: () => () => undefined,
});

const sh = (script: string, ...words: readonly string[]) => ['sh', '-c', script, 'sh', ...words];

test('what a command prints is the token, its last line end or not', {skip}, async () => {
	assert.deepEqual(await run(sh('echo abc')), accept('abc\n'));
	assert.deepEqual(await run(sh('printf abc')), accept('abc'));
});

test('arguments reach the program as they are, without a shell between', {skip}, async () => {
	assert.deepEqual(await run(['printf', '%s', '$HOME;*`x` "y"']), accept('$HOME;*`x` "y"'));
});

test('two lines, no line and too much are told apart, and none of it is shown', {skip}, async () => {
	for (const [script, problem] of [
		['echo s3cret; echo second', '"sh" printed 2 lines. It must print the token alone.'],
		['true', '"sh" printed nothing. It must print the token.'],
		['echo; echo', '"sh" printed nothing. It must print the token.'],
		['yes s3cret', '"sh" printed too much. It must print the token alone.'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one command after the other
		assert.deepEqual(await run(sh(script)), refuse(problem));
	}
});

test('a command that has ended is not waited for where a process that it started holds its output, and that one stays', {skip}, async () => {
	const [id, ...rest] = await Promise.all([
		run(sh('sleep 30 & echo $!')),
		run(sh('(sleep 30; echo late) & echo abc; echo said >&2'), {isAwaited: false}),
		run(sh('sleep 30 & echo said >&2; exit 3')),
	]);
	assert.deepEqual(rest, [accept('abc\n'), refuse('"sh" ended with 3. It said: said')]);
	assert.strictEqual(id.kind, 'value');
	assert.ok(isAlive(Number(id.value)));
	process.kill(Number(id.value));
});

test('a command that fails shows what it said, harmless, on one line and without what it printed', {skip}, async () => {
	assert.deepEqual(await run(sh(String.raw`echo s3cret; printf 'no such item\nis it s3cret?\033[31m\n' >&2; exit 3`)), refuse('"sh" ended with 3. It said: no such item / is it ••••••••?␛[31m'));
	assert.deepEqual(await run(sh('kill -9 $$')), refuse('"sh" ended with SIGKILL.'));
	const long = await run(sh('i=0; while [ $i -lt 3000 ]; do echo word >&2; i=$((i+1)); done; exit 1'));
	assert.strictEqual(long.kind, 'problem');
	assert.ok(long.problem.length < 300, String(long.problem.length));
});

test('a program that does not exist or may not be run is named', {skip}, async () => {
	assert.deepEqual(await run(['/none/such']), refuse('There is no program "/none/such". Give its path, or put its folder into PATH.'));
	assert.deepEqual(await run(['/etc/passwd']), refuse('"/etc/passwd" is no program that this user may run.'));
});

test('a command that hangs is stopped at the limit, with all it has started', {skip}, async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-command-'));
	try {
		const file = path.join(folder, 'pid');
		const hung = await run(sh('sleep 600 & echo $! > "$1"; echo unlocking >&2; wait', file), {limit: 1000});
		assert.deepEqual(hung, refuse('"sh" did not end within 1s, and was stopped. It said: unlocking'));
		const child = Number(readFileSync(file, 'utf8'));
		assert.ok(child > 1);
		await until(() => !isAlive(child));
	} finally {
		rmSync(folder, {recursive: true});
	}
});

test('the command inherits the environment without any token, and no standard input', {skip}, async () => {
	const environment = {
		RYZE_TOKEN: 'a', RYZE_TOKEN_ACCOUNT: 'b', RYZE_ACCOUNT_TOKEN: 'c', Token_Account: 'd', Token_Instance: 'e', VAULT: 'f',
	};
	assert.deepEqual(await run(sh('printf %s "[$RYZE_TOKEN$RYZE_TOKEN_ACCOUNT$RYZE_ACCOUNT_TOKEN$Token_Account$Token_Instance$VAULT]$(cat)"'), {environment}), accept('[f]'));
});

test('a refused token makes the program run the command again', async () => {
	const answers = [accept('one\n'), refuse('It failed.'), accept('one\n'), accept('two\n')];
	const awaited: boolean[] = [];
	const {resolved} = await configure({
		toml: 'token_command = ["pass", "show"]',
		async runTokenCommand(command, isAwaited) {
			assert.deepEqual(command, ['pass', 'show']);
			awaited.push(isAwaited);
			return answers.shift() ?? refuse('None is left.');
		},
	});
	assert.strictEqual(resolved.kind, 'monitor');
	assert.strictEqual(resolved.options.sources[0].kind, 'account');
	const {token} = resolved.options.sources[0];
	assert.equal(reveal(token.current()), 'one');
	assert.deepEqual([await token.refresh(), await token.refresh(), await token.refresh()], [false, false, true]);
	assert.equal(reveal(token.current()), 'two');
	assert.deepEqual(awaited, [true, false, false, false]);
});

test('a token of the environment or of an option comes before the command, and a profile\'s file before the command at the top', async () => {
	const toml = 'token_command = ["pass"]\n[profiles.eu]\ntoken_file = "keys/eu"\n[profiles.us]\ntoken_command = ["op"]\n';
	const files: string[] = [];
	const tokenOf = async (situation: Parameters<typeof configure>[0]) => {
		const {resolved} = await configure({
			toml,
			runTokenCommand: async ([program]) => accept(`of-${program}`),
			async readTokenFile(file) {
				files.push(file);
				return {
					kind: 'text', text: 'of-file', sharedMode: undefined, isLasting: true,
				};
			},
			...situation,
		});
		return resolved.kind === 'monitor' && resolved.options.sources[0].kind === 'account' ? reveal(resolved.options.sources[0].token.current()) : resolved;
	};

	assert.equal(await tokenOf({}), 'of-pass');
	assert.equal(await tokenOf({values: {profile: 'us'}}), 'of-op');
	assert.equal(await tokenOf({values: {profile: 'eu'}}), 'of-file');
	assert.equal(await tokenOf({environment: {RYZE_TOKEN: 'set'}}), 'set');
	assert.equal(await tokenOf({environment: {RYZE_TOKEN_FILE: 'f'}}), 'of-file');
	assert.equal(await tokenOf({values: {'token-file': 'g'}, environment: {RYZE_TOKEN: 'set'}}), 'of-file');
	assert.deepEqual(files, ['/home/someone/.config/ryzetop/keys/eu', 'f', 'g']);
});

test('a command that gives no token is a problem with its place, and is not run where there is another one', async () => {
	const toml = '[profiles.eu]\ntoken_command = ["pass"]\n';
	const {resolved} = await configure({toml, values: {profile: 'eu'}, runTokenCommand: async () => refuse('"pass" printed nothing. It must print the token.')});
	assert.deepEqual(resolved, {kind: 'misuse', problems: ['~/.config/ryzetop/config.toml, line 2: profiles.eu.token_command: "pass" printed nothing. It must print the token.']});
	const wrong = await configure({toml, values: {profile: 'eu', interval: '0'}});
	assert.deepEqual(wrong.resolved, {kind: 'misuse', problems: ['--interval: "0" is too short. 1s is the least.']});
	const layer = wrong.config.layers[0] ?? assert.fail();
	assert.deepEqual(await openTokenCommand({command: ['pass'], place: 'P', layer}, async () => accept('two words')), {
		kind: 'problem', problem: 'P: It holds more than a token: a space, a line break or a character that no token has. It must hold the token alone.',
	});
});

test('a command gets the variables that are taken from the libraries of the program', {skip}, async () => {
	await using simulator = await simulate();
	const folder = freshFolder();
	mkdirSync(path.join(folder, 'ryzetop'));
	const command = JSON.stringify(sh('test "$DEV$YARGS_MIN_NODE_VERSION" = true99 && echo "$0"', simulator.token).toSpliced(3, 1));
	writeFileSync(path.join(folder, 'ryzetop', 'config.toml'), `url = "${simulator.url}"\ntoken_command = ${command}\n`, {mode: 0o600});
	const {end, stderr} = await runProgram(['check'], {env: {XDG_CONFIG_HOME: folder, DEV: 'true', YARGS_MIN_NODE_VERSION: '99'}});
	assert.deepEqual([end, stderr], [0, '']);
});

test('a command ends with all it has started where the program ends by what it cannot catch', {skip}, async () => {
	const folder = freshFolder();
	const [id, config] = [path.join(folder, 'id'), path.join(folder, 'config.toml')];
	const command = sh('sleep 600 & echo $! $$ > "$1.new"; mv "$1.new" "$1"; wait', id);
	writeFileSync(config, `token_command = ${JSON.stringify(command)}\n`, {mode: 0o600});
	await using started = open(['list', '--config', config]);
	await until(() => existsSync(id));
	// What kills the command is started after it.
	await until(() => descendantsOf(started.child.pid ?? 0).some(({command: words}) => words.includes('ryzetop-command-watcher')));
	started.child.kill('SIGKILL');
	assert.equal(await started.ended, 'SIGKILL');
	const ids = readFileSync(id, 'utf8').trim().split(' ').map(Number);
	assert.equal(ids.length, 2);
	await until(() => ids.every(one => !isAlive(one)));
});
