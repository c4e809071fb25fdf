import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {simulate} from '../../../helpers/servers/simulate.js';
import {run} from '../../running.js';
import {isLive, watchSimulator} from '../../watched.js';
import {healthOf} from '../monitored.js';

const hangFiles = `--import=${fileURLToPath(new URL('../hung-files.ts', import.meta.url))}`;

/** The longest time for a way out, in milliseconds: a second, and what a busy machine takes. */
const leaving = 1500;

const tokenFile = (name: string) => {
	const file = path.join(freshFolder(), name);
	writeFileSync(file, 'outdated\n', {mode: 0o600});
	return file;
};

describe('nothing that hangs holds up polling, or leaving', {concurrency: true}, () => {
	test('a token file that a pipe has replaced', async () => {
		const file = tokenFile('token');
		await using watched = await watchSimulator({args: ['--token-file', file], env: {RYZE_TOKEN: ''}});
		const {screen, simulator} = watched;
		await screen.waitFor(() => healthOf(screen).includes('token refused'), 'the refusal');
		rmSync(file);
		execFileSync('mkfifo', [file]);
		const asked = simulator.requests();
		screen.press('r');
		await screen.waitFor(() => simulator.requests() > asked && healthOf(screen).includes('next try in'), 'the next refusal');
		rmSync(file);
		writeFileSync(file, simulator.token, {mode: 0o600});
		screen.press('r');
		await screen.waitFor(() => isLive(screen), 'the right token');
		screen.press('q');
		assert.equal((await screen.waitForExit()).code, 0);
	});

	for (const [way, code] of [['q', 0], ['SIGTERM', 143]] as const) {
		test(`a file system with the token that does not answer any more, and then ${way}`, async () => {
			const file = tokenFile('token.hung');
			await using watched = await watchSimulator({
				args: ['--token-file', file, '--timeout', '1s'], env: {RYZE_TOKEN: '', NODE_OPTIONS: hangFiles}, isUnderShell: true,
			});
			const {screen, simulator} = watched;
			await screen.waitFor(() => healthOf(screen).includes('token refused'), 'the refusal');
			execFileSync('mkfifo', [`${file}.pipe`]);
			const asked = simulator.requests();
			screen.press('r');
			await screen.waitFor(() => simulator.requests() > asked && healthOf(screen).includes('next try in'), 'the next refusal');
			const before = performance.now();
			if (way === 'q') {
				screen.press('q');
			} else {
				screen.kill('SIGTERM');
			}

			await screen.waitForExit();
			const took = performance.now() - before;
			assert.ok(took < leaving, `${Math.round(took)} ms`);
			assert.match(screen.text(), /TTY-SAME/v);
			assert.match(screen.text(), new RegExp(`CODE=${code}$`, 'mv'));
		});
	}

	test('a file system with the debug log that does not answer any more', async () => {
		const file = path.join(freshFolder(), 'log.hung');
		await using watched = await watchSimulator({
			args: ['--debug-log', file], columns: 120, env: {NODE_OPTIONS: hangFiles}, isUnderShell: true,
		});
		const {screen} = watched;
		await screen.waitFor(() => isLive(screen), 'the first answer');
		execFileSync('mkfifo', [`${file}.pipe`]);
		await screen.waitFor(() => screen.text().includes('the debug log cannot be written (ETIMEDOUT)'), 'the notice');
		await screen.waitFor(() => isLive(screen), 'the notice gone, and a poll');
		screen.press('j');
		await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
		const before = performance.now();
		screen.press('q');
		await screen.waitForExit();
		const took = performance.now() - before;
		assert.ok(took < leaving, `${Math.round(took)} ms`);
		assert.match(screen.text(), /TTY-SAME/v);
		assert.match(screen.text(), /CODE=0$/mv);
	});

	test('a file system for the crash report that does not answer any more gives way to the next folder', async () => {
		const [state, temporary] = [path.join(freshFolder(), 'state.hung'), freshFolder()];
		const crash = `--import=data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => { throw new Error("boom"); });')}`;
		await using watched = await watchSimulator({
			env: {NODE_OPTIONS: `${hangFiles} ${crash}`, XDG_STATE_HOME: state, TMPDIR: temporary}, isUnderShell: true, columns: 200,
		});
		const {screen} = watched;
		await screen.waitFor(() => isLive(screen), 'the first answer');
		execFileSync('mkfifo', [`${state}.pipe`]);
		const before = performance.now();
		screen.kill('SIGUSR2');
		await screen.waitForExit();
		const took = performance.now() - before;
		assert.ok(took < 1000 + leaving, `${Math.round(took)} ms`);
		assert.match(screen.text(), /CODE=1$/mv);
		assert.match(readFileSync(path.join(temporary, readdirSync(temporary).find(name => name.startsWith('ryzetop-crash')) ?? ''), 'utf8'), /boom/v);
	});

	test('an answer that never comes to an end, for a command', async () => {
		for (const fault of ['early-hints', 'endless-headers', 'byte-by-byte', 'byte-a-second'] as const) {
			await using simulator = await simulate(); // eslint-disable-line no-await-in-loop -- one after the other
			simulator.beginFault(fault);
			const before = performance.now();
			const {end, stdout} = await run(['check', '--timeout', '2s'], {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
			const took = performance.now() - before;
			assert.equal(end, 3);
			assert.match(stdout, /^RYZETOP UNKNOWN: unreachable: .* in time/v);
			assert.ok(took < 2000 + leaving, `${fault}: ${Math.round(took)} ms`);
		}
	});

	test('a poll that hangs is told while it hangs, and the monitor is live again after it', async () => {
		await using watched = await watchSimulator({args: ['--timeout', '4s']});
		const {screen, simulator} = watched;
		await screen.waitFor(() => isLive(screen), 'the first answer');
		simulator.beginFault('hang-before-headers');
		await screen.waitFor(() => /^ live · \ds old, no answer yet/v.test(healthOf(screen)), 'the age while it hangs');
		await screen.waitFor(() => healthOf(screen).startsWith(' unreachable'), 'the trouble');
		simulator.endFault();
		await screen.waitFor(() => /^ live · \d\d:/v.test(healthOf(screen)), 'live');
	});

	test('a process that was stopped for longer than a poll may take is not live until it has an answer', async () => {
		await using watched = await watchSimulator({args: ['--timeout', '3s']});
		const {screen, simulator} = watched;
		await screen.waitFor(() => isLive(screen), 'the first answer');
		screen.kill('SIGSTOP');
		simulator.beginFault('hang-before-headers');
		await delay(6000);
		const from = screen.byteCount();
		screen.kill('SIGCONT');
		await screen.waitFor(() => healthOf(screen).startsWith(' no answer · stale'), 'the silence');
		assert.doesNotMatch(screen.bytes(from), /live · \d\d:/v);
		simulator.endFault();
		await screen.waitFor(() => /^ live · \d\d:/v.test(healthOf(screen)), 'live');
	});
});
