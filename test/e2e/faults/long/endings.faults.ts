import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {createServer as createTcpServer} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {endSignals, exitCodeOf} from '../../../../source/process/exit-code.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {untouchedModes} from '../../../helpers/modes.js';
import {descendantsOf, isAlive, until} from '../../../helpers/processes.js';
import {program} from '../../../helpers/program.js';
import {openScreen, type Screen} from '../../../helpers/screen.js';
import {simulate} from '../../../helpers/servers/simulate.js';
import {
	assertGivenBack,
	awaitEnds,
	awaitGuardian,
	waitForEnter,
	waitForSettings,
} from '../../terminal/killed.js';
import {open} from '../../running.js';
import {startAtPrompt} from '../../at-prompt.js';
import {isLive, watchSimulator} from '../../watched.js';

type EndOptions = {
	readonly args?: readonly string[];
	/** Waits for the moment of the signal; the guardian runs by then. */
	readonly when: (screen: Screen) => Promise<unknown>;
};

const onceLive: EndOptions = {when: async screen => screen.waitFor(isLive, 'the first answer')};

/** Ends a monitor by that signal, which it alone gets, and asserts that the terminal is as it was. */
async function endBy(signal: NodeJS.Signals, code: number, {args = [], when}: EndOptions = onceLive): Promise<void> {
	await using watched = await watchSimulator({
		isUnderShell: true, scenario: 'busy', args, line: waitForEnter,
	});
	const {screen} = watched;
	const {monitor, guardian} = await awaitGuardian(watched);
	await when(screen);
	const before = Date.now();
	process.kill(monitor, signal);
	await awaitEnds([monitor, guardian]);
	assert.ok(Date.now() - before < 1000, `${signal}: it took ${Date.now() - before} ms`);
	screen.press('Enter');
	await screen.waitForExit();
	assertGivenBack(screen, code, signal);
}

test('SIGKILL gives the terminal back at 60 random instants', async () => {
	const instants = Array.from({length: 60}, (_, index) => (1500 * (index + Math.random())) / 60);
	const end = async () => {
		for (let instant = instants.pop(); instant !== undefined; instant = instants.pop()) {
			const next = instant;
			// eslint-disable-next-line no-await-in-loop -- two monitors at once
			await endBy('SIGKILL', 137, {when: async () => delay(next)});
		}
	};

	await Promise.all([end(), end()]);
});

for (const signal of endSignals) {
	test(`${signal} ends the monitor in good order`, async () => {
		await endBy(signal, exitCodeOf(signal));
	});
}

for (const signal of ['SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGILL', 'SIGPROF'] as const) {
	test(`${signal}, which the program does not listen for, gives the terminal back all the same`, async () => {
		await endBy(signal, 128 + os.constants.signals[signal]);
	});
}

test('signals that mean nothing here change nothing', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGPIPE', 'SIGXFSZ', 'SIGURG', 'SIGCHLD'] as const) {
		process.kill(screen.pid, signal);
	}

	const before = simulator.requests();
	await screen.waitFor(() => simulator.requests() > before + 1, 'further polls');
	assert.ok(isLive(screen));
});

test('a heap that is too small for the list ends the monitor, and the terminal is given back', async () => {
	const list = JSON.stringify({success: true, instances: Array.from({length: 100_000}, (_, id) => ({id: `${id}`, name: `n${id}`, texts: 'x'.repeat(300)}))});
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(list);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	assert.ok(typeof address === 'object' && address !== null);
	try {
		await using watched = await watchSimulator({
			isUnderShell: true, args: ['--url', `http://127.0.0.1:${address.port}`], env: {NODE_OPTIONS: '--max-old-space-size=24'}, line: waitForSettings,
		});
		const {screen} = watched;
		const {guardian} = await awaitGuardian(watched);
		await screen.waitForExit(30_000);
		assertGivenBack(screen, '1(?:34|33|32)');
		await awaitEnds([guardian]);
	} finally {
		server.close();
		server.closeAllConnections();
	}
});

for (const name of ['q', 'SIGTERM', 'SIGHUP'] as const) {
	test(`no process is left behind after ${name}`, async () => {
		await using watched = await watchSimulator({isUnderShell: true});
		const {screen} = watched;
		await screen.waitFor(isLive, 'the first answer');
		const {monitor, guardian} = await awaitGuardian(watched);
		if (name === 'q') {
			screen.press('q');
		} else {
			process.kill(monitor, name);
		}

		await screen.waitForExit();
		assert.ok(!isAlive(guardian));
	});
}

test('the guardian ends with the terminal', async () => {
	await using watched = await watchSimulator({isUnderShell: true});
	await watched.screen.waitFor(isLive, 'the first answer');
	const {monitor, guardian} = await awaitGuardian(watched);
	await watched.screen.close();
	await awaitEnds([monitor, guardian]);
});

test('a shell at its prompt, which took the terminal from a stopped monitor, keeps its modes and settings', async () => {
	await using started = await startAtPrompt();
	const {screen} = started;
	await screen.waitFor(isLive, 'the first answer');
	const {monitor, guardian} = await awaitGuardian({screen});
	process.kill(monitor, 'SIGSTOP');
	await screen.waitFor(() => screen.text().includes('prompt>'), 'the shell again');
	process.kill(monitor, 'SIGKILL');
	await awaitEnds([guardian]);
	await screen.waitFor(() => !screen.alternate() && screen.cursor().visible, 'the main screen');
	assert.ok(screen.modes().bracketedPaste);
	screen.write('echo still-$((40+2))\r');
	await screen.waitFor(() => screen.text().includes('still-42'), 'the shell works');
});

test('a program that the shell started over a stopped monitor is not written into', async () => {
	await using started = await startAtPrompt();
	const {screen} = started;
	await screen.waitFor(isLive, 'the first answer');
	const {monitor, guardian} = await awaitGuardian({screen});
	process.kill(monitor, 'SIGSTOP');
	await screen.waitFor(() => screen.text().includes('prompt>'), 'the shell again');
	screen.write('echo begun-$((40+2)); cat\r');
	await screen.waitFor(() => screen.text().includes('begun-42'), 'the other program');
	const before = screen.byteCount();
	process.kill(monitor, 'SIGKILL');
	await awaitEnds([guardian]);
	assert.equal(screen.bytes(before), '');
});

test('in tmux a killed monitor leaves the pane its screen, its cursor and its title', async () => {
	const folder = freshFolder();
	const tmux = ['-S', path.join(folder, 'socket'), '-f', '/dev/null'];
	const tell = (...command: readonly string[]) => execFileSync('tmux', [...tmux, ...command], {encoding: 'utf8'});
	await using simulator = await simulate();
	const run = `${process.execPath} ${program} --url ${simulator.url} --interval 1s; echo CODE=$?; exec sleep 60`;
	try {
		await using screen = openScreen('tmux', [...tmux, '-u', 'new-session', run], {columns: 100, rows: 30, env: {RYZE_TOKEN: simulator.token}});
		await screen.waitFor(() => screen.text().includes(' live'), 'the first answer');
		const {monitor} = await awaitGuardian({screen: {...screen, pid: Number(tell('list-panes', '-F', '#{pane_pid}'))}});
		assert.match(tell('list-panes', '-F', '#{pane_title}'), /●12/v);
		process.kill(monitor, 'SIGKILL');
		await screen.waitFor(() => screen.text().includes('CODE=137'), 'the end');
		await until(() => tell('list-panes', '-F', '#{alternate_on} #{cursor_flag}').startsWith('0 1'));
		assert.doesNotMatch(tell('list-panes', '-F', '#{pane_title}'), /●12/v);
	} finally {
		tell('kill-server');
	}
});

test('leaving is quick while the server says nothing, and a monitor that waits for its first answer is guarded too', async () => {
	const server = createTcpServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	assert.ok(typeof address === 'object' && address !== null);
	try {
		for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
			// eslint-disable-next-line no-await-in-loop -- one monitor after the other
			await endBy(signal, 128 + os.constants.signals[signal], {
				args: ['--url', `http://127.0.0.1:${address.port}`],
				when: async screen => screen.waitFor(() => screen.alternate() && screen.text().includes('ryzetop'), 'the picture'),
			});
		}
	} finally {
		server.close();
	}
});

test('an error that is thrown while the monitor leaves ends it with 1, and the terminal is given back all the same', async () => {
	const code = String.raw`const {write} = process.stdout; process.stdout.write = (text, ...rest) => {
		if (String(text) === '\x1B[23;2t') throw new Error('boom');
		return write.call(process.stdout, text, ...rest);
	}`;
	await using watched = await watchSimulator({
		isUnderShell: true,
		env: {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`, XDG_STATE_HOME: '/dev/null', TMPDIR: '/dev/null'},
	});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('q');
	await screen.waitForExit();
	assert.match(screen.text().replaceAll('\n', ' '), /Error: boom\. No report could be kept\. +TTY-SAME CODE=1\b/v);
	assert.deepEqual(screen.modes(), untouchedModes);
});

test('a second signal changes nothing of an ending', async () => {
	await using watched = await watchSimulator({isUnderShell: true, line: waitForSettings});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const {monitor} = await awaitGuardian(watched);
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) {
		process.kill(monitor, signal);
	}

	await screen.waitForExit();
	assertGivenBack(screen, '1(?:29|30|31|43)');
});

for (const signal of [...endSignals, 'SIGKILL'] as const) {
	test(`${signal} while a token command hangs gives the terminal back${signal === 'SIGKILL' ? '' : ', and takes the command and its children along'}`, async () => {
		const folder = freshFolder();
		const [ran, id, config] = ['ran', 'id', 'config.toml'].map(name => path.join(folder, name)) as [string, string, string];
		const script = 'if test -e "$1"; then sleep 600 & echo $! > "$2"; wait; fi; touch "$1"; echo outdated';
		writeFileSync(config, `token_command = ${JSON.stringify(['sh', '-c', script, 'sh', ran, id])}\n`, {mode: 0o600});
		await using watched = await watchSimulator({
			isUnderShell: true, args: ['--config', config], env: {RYZE_TOKEN: ''}, line: waitForSettings,
		});
		const {screen} = watched;
		await until(() => existsSync(id) && readFileSync(id, 'utf8') !== '');
		const {monitor, guardian} = await awaitGuardian(watched);
		const commands = descendantsOf(monitor).map(child => child.id).filter(child => child !== guardian);
		assert.ok(commands.length >= 2);
		process.kill(monitor, signal);
		await screen.waitForExit();
		assertGivenBack(screen, signal === 'SIGKILL' ? 137 : exitCodeOf(signal));
		await awaitEnds([guardian]);
		if (signal === 'SIGKILL') {
			for (const child of commands) {
				process.kill(child, 'SIGKILL');
			}
		}

		await awaitEnds(commands);
	});
}

for (const signal of endSignals) {
	test(`${signal} ends a command that waits for its token, and the token command with all it has started`, async () => {
		const folder = freshFolder();
		const [id, config] = ['id', 'config.toml'].map(name => path.join(folder, name)) as [string, string];
		writeFileSync(config, `token_command = ${JSON.stringify(['sh', '-c', 'sleep 600 & echo $! > "$1"; wait', 'sh', id])}\n`, {mode: 0o600});
		await using running = open(['list', '--config', config]);
		await until(() => existsSync(id) && readFileSync(id, 'utf8') !== '');
		const commands = descendantsOf(running.child.pid ?? assert.fail()).map(child => child.id);
		assert.ok(commands.length >= 2);
		running.child.kill(signal);
		assert.equal(await running.ended, signal);
		await awaitEnds(commands);
	});
}
