import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {
	afterEach,
	beforeEach,
	describe,
	test,
} from 'node:test';
import {writeTemplate} from '../../../source/config/file/template.js';
import {isAlive, until} from '../../helpers/processes.js';
import {program} from '../../helpers/program.js';
import {codeOf, read} from '../running.js';

const skip = process.platform === 'win32' ? 'needs permission bits and a shell' : false;

let home = '';
let file = '';

/** Runs the built program away from any terminal, at a home of its own. */
const run = async (argv: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
	const child = spawn(process.execPath, [program, ...argv], {stdio: ['ignore', 'pipe', 'pipe'], env: {PATH: process.env.PATH, HOME: home, ...environment}});
	const [code, stdout, stderr] = await Promise.all([codeOf(child), read(child.stdout), read(child.stderr)]);
	return {code, stdout, stderr};
};

const configure = (toml: string, mode = 0o600) => {
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, toml);
	chmodSync(file, mode);
};

const modeOf = (name: string) => (statSync(name).mode % 0o1000).toString(8);

describe('config, at a home of its own', () => {
	beforeEach(() => {
		home = mkdtempSync(path.join(tmpdir(), 'ryzetop-home-'));
		file = path.join(home, '.config', 'ryzetop', 'config.toml');
	});

	afterEach(() => {
		rmSync(home, {recursive: true});
	});

	test('config init writes a private file in a private folder, and says where', {skip}, async () => {
		assert.deepEqual(await run(['config', 'init']), {code: 0, stdout: `Wrote ${file}. Everything in it is a comment until you edit it.\n`, stderr: ''});
		assert.deepEqual([modeOf(file), modeOf(path.dirname(file)), readFileSync(file, 'utf8')], ['600', '700', writeTemplate()]);
		const {code, stderr} = await run(['config']);
		assert.deepEqual([code, stderr], [0, '']);
	});

	test('config init writes where --config says', {skip}, async () => {
		const named = path.join(home, 'new', 'ryze.toml');
		assert.equal((await run(['config', 'init', '--config', named])).stdout, `Wrote ${named}. Everything in it is a comment until you edit it.\n`);
		assert.deepEqual([modeOf(named), modeOf(path.dirname(named)), existsSync(file)], ['600', '700', false]);
	});

	test('config init never writes over a file, nor through a symbolic link', {skip}, async () => {
		configure('mine = 1\n');
		assert.deepEqual(await run(['config', 'init']), {code: 2, stdout: '', stderr: `ryzetop: ${file}: It is there already, and was left as it is.\nTry ryzetop --help.\n`});
		assert.equal(readFileSync(file, 'utf8'), 'mine = 1\n');
		const target = path.join(home, 'target');
		symlinkSync(target, path.join(home, 'link'));
		assert.equal((await run(['config', 'init', '--config', path.join(home, 'link')])).code, 2);
		assert.ok(!existsSync(target));
	});

	test('config init says what keeps it from writing', {skip}, async () => {
		writeFileSync(path.join(home, 'plain'), '');
		assert.deepEqual(await run(['config', 'init', '--config', path.join(home, 'plain', 'x.toml')]), {
			code: 2, stdout: '', stderr: `ryzetop: ${home}/plain/x.toml: Its folder cannot be made (EEXIST).\nTry ryzetop --help.\n`,
		});
		assert.deepEqual(await run(['config', 'init'], {HOME: ''}), {
			code: 2, stdout: '', stderr: 'ryzetop: There is no home directory to write to: HOME is not set. Name the file: --config FILE.\nTry ryzetop --help.\n',
		});
	});

	test('config shows what is in force and where each value comes from, the token masked', {skip}, async () => {
		configure('interval = 10\nbell = true\n[profiles.prod]\nurl = "https://prod.example"\ncolumns = ["state", "name"]\n');
		const {code, stdout, stderr} = await run(['config', '--profile', 'prod', '--sort', '-since', '--no-bell', '--ascii'], {RYZE_TOKEN: 'hunter2', NO_COLOR: '1'});
		assert.deepEqual([code, stderr], [0, '']);
		assert.ok(stdout.startsWith('config file  ~/.config/ryzetop/config.toml\nprofile      prod (--profile)\nprofiles     prod\n\n'), stdout);
		const lines = stdout.split('\n');
		for (const line of [
			'SETTING    VALUE                 FROM',
			'url        https://prod.example  config file, profile prod',
			'token      ••••••••              RYZE_TOKEN',
			'instance   -',
			'interval   10                    config file',
			'timeout    15s                   default',
			'columns    state,name            config file, profile prod',
			'sort       -since                --sort',
			'bell       off                   --no-bell',
			'notify     off                   default',
			'ascii      on                    --ascii',
			'no_color   on                    NO_COLOR',
		]) {
			assert.ok(lines.map(shown => shown.replaceAll(/ {2,}/gv, '  ')).includes(line.replaceAll(/ {2,}/gv, '  ')), `${line}\n${stdout}`);
		}

		assert.ok(!stdout.includes('hunter2'));
		assert.equal(lines.at(-2), `memory       ${path.join(home, '.local/state/ryzetop/history.db')} (there is none yet)`);
		const table = lines.slice(4).filter(line => line !== '' && !line.endsWith('-') && !line.startsWith('memory'));
		assert.equal(new Set(table.map(line => /^\S+ +\S+ +/v.exec(line)?.[0].length)).size, 1, 'the columns are aligned');
	});

	test('config names the source of a token without asking for it', {skip}, async () => {
		const ran = path.join(home, 'ran');
		configure(`token_command = ["touch", ${JSON.stringify(ran)}]\n[profiles.eu]\ntoken_file = "key"\n`);
		const command = await run(['config']);
		assert.match(command.stdout, /^token +asked for when needed +token_command "touch", config file$/mv);
		assert.ok(!existsSync(ran));
		writeFileSync(path.join(path.dirname(file), 'key'), 's3cret\n', {mode: 0o644});
		const kept = await run(['config', '--profile', 'eu']);
		assert.ok(kept.stdout.replaceAll(/ {2,}/gv, '  ').includes(`token  ••••••••  token_file ${path.dirname(file)}/key, config file, profile eu\n`), kept.stdout);
		assert.equal(kept.stderr, `ryzetop: The token file "${path.dirname(file)}/key" is open to others (mode 644). chmod 600 makes it yours alone.\n`);
		assert.match((await run(['config', '--config', '/dev/null'])).stdout, /^token +-$/mv);
	});

	test('config names what is wrong anywhere in the file, in one message, and ends with 2', {skip}, async () => {
		configure('intervall = 1\nport = 99999\n[profiles.eu]\ninterval = 0\nbell = 1\n', 0o622);
		assert.deepEqual(await run(['config']), {
			code: 2,
			stdout: '',
			stderr: [
				'ryzetop: Others can write the config file ~/.config/ryzetop/config.toml (mode 622), and name commands in it. chmod go-w keeps them out.',
				'ryzetop: ~/.config/ryzetop/config.toml, line 1: There is no setting "intervall". Did you mean interval?',
				'ryzetop: ~/.config/ryzetop/config.toml, line 2: port: "99999" will not do. Give a whole number from 0 to 65535.',
				'ryzetop: ~/.config/ryzetop/config.toml, line 4: profiles.eu.interval: "0" is too short. 1s is the least.',
				'ryzetop: ~/.config/ryzetop/config.toml, line 5: profiles.eu.bell: It is on or off: write true or false, without quotes.',
				'Try ryzetop --help.',
				'',
			].join('\n'),
		});
	});

	test('config takes init or no word, and only what a file can set', async () => {
		assert.deepEqual((await run(['config', 'initt', '--demo'])).stderr.split('\n'), [
			'ryzetop: "initt" is a word too many: ryzetop config takes init or keys, or no word. Did you mean ryzetop config init?',
			'ryzetop: --demo is of no use to ryzetop config. Leave it out.',
			'Try ryzetop --help.',
			'',
		]);
		assert.deepEqual((await run(['config', 'init', 'x', '--bell', '--no-ascii'])).stderr.split('\n'), [
			'ryzetop: "x" is a word too many: ryzetop config init takes options only.',
			'ryzetop: --bell is of no use to ryzetop config init. Leave it out.',
			'ryzetop: --ascii is of no use to ryzetop config init. Leave it out.',
			'Try ryzetop --help.',
			'',
		]);
	});

	test('a token command that fails or prints two lines ends the program with 2, and shows no token', {skip}, async () => {
		for (const [script, problem] of [
			['echo s3cret; echo is it s3cret >&2; exit 7', '"sh" ended with 7. It said: is it ••••••••'],
			['echo s3cret; echo two', '"sh" printed 2 lines. It must print the token alone.'],
			['true', '"sh" printed nothing. It must print the token.'],
		] as const) {
			configure(`token_command = ["sh", "-c", ${JSON.stringify(script)}]\n`);
			// eslint-disable-next-line no-await-in-loop -- they share the file
			assert.deepEqual(await run([]), {code: 2, stdout: '', stderr: `ryzetop: ~/.config/ryzetop/config.toml, line 1: token_command: ${problem}\nTry ryzetop --help.\n`});
		}
	});

	test('a program that is ended while a token command runs takes the command with it', {skip}, async () => {
		const pid = path.join(home, 'pid');
		configure(`token_command = ["sh", "-c", ${JSON.stringify(`mkfifo ${pid}.pipe; echo $$ > ${pid}; read line < ${pid}.pipe`)}]\n`);
		const child = spawn(process.execPath, [program], {stdio: 'ignore', env: {PATH: process.env.PATH, HOME: home}});
		const {promise, resolve} = Promise.withResolvers<NodeJS.Signals | number | undefined>();
		child.once('exit', (code, signal) => {
			resolve(signal ?? code ?? undefined);
		});
		await until(() => existsSync(pid) && readFileSync(pid, 'utf8').trim() !== '');
		child.kill('SIGINT');
		assert.equal(await promise, 'SIGINT');
		const command = Number(readFileSync(pid, 'utf8'));
		await until(() => !isAlive(command));
	});
});
