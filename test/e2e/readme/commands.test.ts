import assert from 'node:assert/strict';
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {commandWords} from '../../../source/cli/option.js';
import type {Simulator} from '../../../source/simulator/server/server.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {openScreen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The README and the pages whose commands can be tried here: those of `serve.md` are for root and a server of its own. */
const pages = ['README.md', ...['keys', 'filter', 'commands', 'configuration', 'memory', 'security', 'tmux-and-ssh'].map(name => `docs/${name}.md`)].map(page => readFileSync(path.join(root, page), 'utf8'));
const told = pages.join('\n');

/** The lines of all blocks in that language, without empty ones. */
const linesOf = (language: string) => told.matchAll(/```(?<name>[a-z]+)\n(?<block>.*?)```/gsv)
	.filter(({groups}) => groups?.name === language)
	.flatMap(({groups}) => groups?.block?.split('\n') ?? [])
	.filter(line => line.trim() !== '')
	.toArray();

/** The config file that is shown first, with its profiles. */
const [toml = ''] = told.matchAll(/```toml\n(?<block>.*?)```/gsv).map(({groups}) => groups?.block ?? '').toArray();

/** `npm install -g .` puts the command here: where a test may write, and without the scripts that would build anew under other tests. */
const prefix = freshFolder();

/** The folder the lines write to. */
const scratch = freshFolder();

const emptyFolder = () => mkdtempSync(path.join(scratch, 'empty-'));

/** In milliseconds, longer than anything here takes; reached only in failure. */
const deadline = 20_000;

/** The environment of a line: an account behind the variables, an empty home directory, and an npm that stays offline. */
const surroundings = ({url, token}: Simulator): Readonly<Record<string, string>> => ({
	PATH: [path.join(prefix, 'bin'), process.env.PATH ?? ''].join(path.delimiter),
	HOME: emptyFolder(),
	LANG: 'C.UTF-8',
	RYZE_URL: url,
	RYZE_TOKEN: token,

	npm_config_prefix: prefix,
	npm_config_offline: 'true',
	npm_config_ignore_scripts: 'true',
	npm_config_update_notifier: 'false',
	npm_config_audit: 'false',
	npm_config_fund: 'false',

});

/** Ends a line that takes too long, with all it has started: what goes on would keep its output open. */
const endLate = ({pid}: ChildProcess) => setTimeout(() => {
	if (pid !== undefined) {
		process.kill(-pid, 'SIGKILL');
	}
}, deadline);

/** Runs what is typed into a shell to its end. */
const type = async (line: string, env: Readonly<Record<string, string>>, cwd: string) => {
	const child = spawn('bash', ['-c', `{ ${line}\n} 2>&1`], {env, cwd, detached: true});
	const timer = endLate(child);
	child.stdin.on('error', () => undefined);
	child.stdin.end('a-token-that-is-pasted\n');
	const {promise, resolve} = Promise.withResolvers<number | undefined>();
	child.once('close', code => {
		resolve(code ?? undefined);
	});
	const [code, said] = await Promise.all([promise, text(child.stdout)]);
	clearTimeout(timer);
	return {code, said};
};

const isMonitor = (line: string) => line.startsWith('npm run demo') || (/^ryzetop\b/v.test(line) && commandWords.every(word => !line.startsWith(`ryzetop ${word}`)));

/** The monitor, in a terminal: the fleet comes, and `q` leaves it. */
const watch = async (line: string, env: Readonly<Record<string, string>>, cwd: string) => {
	await using screen = openScreen('bash', ['-c', line], {
		columns: 100, rows: 30, env, cwd,
	});
	await screen.waitFor(({lines}) => lines()[1]?.startsWith(' live') === true, `the fleet after ${line}`);
	screen.press('q');
	const {code} = await screen.waitForExit();
	assert.equal(code, 0, line);
};

/** Serves until it is interrupted. */
const serve = async (line: string, env: Readonly<Record<string, string>>) => {
	const child = spawn('bash', ['-c', `exec ${line}`], {env, detached: true});
	const timer = endLate(child);
	let said = '';
	child.stdout.on('data', (chunk: Uint8Array) => {
		said += String(chunk);
		if (said.includes('RYZE_TOKEN=')) {
			child.kill('SIGINT');
		}
	});
	const {promise, resolve} = Promise.withResolvers<number | undefined>();
	child.once('close', code => {
		resolve(code ?? undefined);
	});
	const code = await promise;
	clearTimeout(timer);
	assert.equal(code, 130, said);
};

/** Runs a line as a reader would. */
const obey = async (line: string, simulator: Simulator) => {
	const env = surroundings(simulator);
	if (line.includes('--profile')) {
		const folder = path.join(env.HOME ?? '', '.config', 'ryzetop');
		mkdirSync(folder, {recursive: true});
		writeFileSync(path.join(folder, 'config.toml'), toml, {mode: 0o600});
	}

	if (line.startsWith('ryzetop wait sales-04')) {
		simulator.world.set('sales-04', {state: 'connected'});
	}

	const cwd = line.startsWith('npm ') ? root : emptyFolder();
	if (isMonitor(line)) {
		await watch(line, env, cwd);
	} else if (line.startsWith('ryzetop simulate')) {
		await serve(line, env);
	} else {
		// A real install would replace the packages that these tests run on.
		const {code, said} = await type(line, line.startsWith('npm ci') ? {...env, npm_config_dry_run: 'true'} : env, cwd);
		// The code of a check is the state of the fleet; only 3 means that it could not find out.
		assert.ok(line.startsWith('ryzetop check') ? code !== undefined && code < 3 : code === 0, `${line}\n${said}`);
	}
};

/** A few at a time: they are whole programs. */
const inTurns = async (jobs: ReadonlyArray<() => Promise<void>>) => {
	const waiting = [...jobs];
	const work = async () => {
		for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await job();
		}
	};

	// Every job must have ended before the simulator is closed.
	const done = await Promise.allSettled([work(), work(), work()]);
	assert.deepEqual(done.flatMap(result => result.status === 'rejected' ? [result.reason instanceof Error ? result.reason.message : String(result.reason)] : []), []);
};

test('every command in the README and its pages does what it is there for, and the output that is shown is what comes', async () => {
	await using simulator = await simulate({scenario: 'busy', seed: 7});
	const install = 'npm install -g .';
	const lines = linesOf('sh');
	assert.ok(lines.includes(install) && lines.length > 15);
	await obey(install, simulator);
	const shown = told.matchAll(/```console\n\$ (?<line>[^\n]+)\n(?<output>.*?)```/gsv).toArray();
	assert.ok(shown.length > 3);
	await inTurns([
		...lines.filter(line => line !== install).map(line => async () => obey(line, simulator)),
		...shown.map(({groups}) => async () => {
			const {line = '', output = ''} = groups ?? {};
			const {said} = await type(line, surroundings(simulator), emptyFolder());
			assert.equal(withoutTimes(said), withoutTimes(output), line);
		}),
	]);
});

/** Replaces the times, which differ each time, what follows from them in the demo's past, and the line ends, which are CSV's. */
function withoutTimes(output: string): string {
	return output
		.replaceAll(/\d{4}-\d\d-\d\dT[\d.:]+Z/gv, 'a time')
		.replaceAll(/ for (?:≥ |~)?<?\d+[dhm]/gv, ' for long')
		.replaceAll(/~?\b\d+(?:\.\d)?%/gv, 'a share')
		.replaceAll(/ {2,}/gv, '  ')
		.replaceAll('\r\n', '\n');
}

test('tmux takes every line that its page has for it', () => {
	const folder = freshFolder();
	const file = path.join(folder, 'tmux.conf');
	writeFileSync(file, linesOf('tmux').join('\n'));
	const tell = (...command: readonly string[]) => execFileSync('tmux', ['-S', path.join(folder, 'socket'), '-f', '/dev/null', ...command], {encoding: 'utf8'});
	tell('new-session', '-d', 'exec sleep 60');
	try {
		assert.equal(tell('source-file', file), '');
		assert.equal(tell('show-options', '-gv', 'set-titles-string'), '#{pane_title}\n');
	} finally {
		tell('kill-server');
	}
});
