import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {untouchedModes} from '../../../helpers/modes.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import type {Screen} from '../../../helpers/screen.js';
import {isAtPrompt, startAtPrompt} from '../../at-prompt.js';
import {isLive} from '../../watched.js';

/** A monitor at the prompt of bash, in which a program of one's own has the terminal and has said so. */
async function lendTo(script: string) {
	const folder = freshFolder();
	const config = path.join(folder, 'config.toml');
	const pid = path.join(folder, 'pid');
	const run = ['sh', '-c', `echo $PPID > '${pid}'; echo it-$((40+2)); ${script}`];
	writeFileSync(config, `[[command]]\nname = "lent"\nkey = "f8"\noutput = "terminal"\nrun = ${JSON.stringify(run)}\n`, {mode: 0o600});
	const started = await startAtPrompt('--config', config);
	const {screen} = started;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('F8');
	await screen.waitFor(() => screen.bytes().includes('it-42'), 'the program');
	return {...started, monitor: () => Number(readFileSync(pid, 'utf8'))};
}

const isBack = (screen: Screen, words: string) => screen.alternate() && (screen.lines().at(-1)?.includes(words) ?? false);

/** Fails unless a program that the shell starts finds the usual settings of the terminal. */
async function expectUsualSettings(screen: Screen): Promise<void> {
	await screen.waitFor(() => isAtPrompt(screen), 'the prompt');
	screen.write('clear; stty -a; echo the-$((40+3))\r');
	await screen.waitFor(() => screen.text().includes('the-43'), 'the settings');
	const settings = new Set(screen.text().split(/[\s;]+/v));
	assert.deepEqual(['echo', 'icanon', 'isig', 'icrnl', 'opost', 'ixon'].filter(name => !settings.has(name)), []);
}

/** What a program may leave behind: the alternate screen, mouse, focus, other arrow keys, letters as lines, a region, no echo. */
const mess = String.raw`stty raw -echo -opost; printf '\033[?1049h\033[?1000h\033[?1003h\033[?1006h\033[?1004h\033[?1h\033[2;5r\033[4h\033[?7l\016\033(0'`;

test('whatever a program leaves behind that is killed, the monitor and then the shell have their terminal', async () => {
	await using started = await lendTo(`${mess}; kill -9 $$`);
	const {screen} = started;
	await screen.waitFor(() => isBack(screen, 'lent ended with SIGKILL'), 'the picture');
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
	const {mouseTracking, focusReports, applicationCursorKeys} = screen.modes();
	assert.deepEqual([mouseTracking, focusReports, applicationCursorKeys], ['none', false, false]);
	screen.press('Ctrl+z');
	await screen.waitFor(() => screen.text().includes('Stopped'), 'the shell');
	await expectUsualSettings(screen);
});

test('a monitor that is ended while a program has the terminal takes the program with it, and gives the terminal back', async () => {
	for (const [script, signal] of [
		[`${mess}; sleep 1000`, 'SIGTERM'],
		['sleep 1000', 'SIGHUP'],
		// It has a group of processes of its own, which is in front.
		['exec sh -i', 'SIGTERM'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await using started = await lendTo(script);
		const {screen, monitor} = started;
		const pid = monitor();
		process.kill(pid, signal);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await screen.waitFor(() => screen.bytes().includes('ryzetop watched') && isAtPrompt(screen), 'the prompt');
		assert.equal(spawnSync('ps', ['-p', String(pid)]).status, 1, script);
		assert.deepEqual({...screen.modes(), bracketedPaste: false}, untouchedModes, script);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await expectUsualSettings(screen);
	}
});

test('Ctrl+Z stops a program and the monitor together, and fg goes on with both, at another size too', async () => {
	await using started = await lendTo('cat; exit 7');
	const {screen} = started;
	screen.write('\u{1A}');
	await screen.waitFor(() => screen.text().includes('Stopped') && isAtPrompt(screen), 'the shell');
	screen.resize(80, 24);
	screen.write('fg\r');
	await screen.waitFor(() => /fg\n[^\n]*node/v.test(screen.text()), 'the job');
	screen.write('again\r');
	await screen.waitFor(() => screen.text().includes('again\nagain'), 'what the program writes');
	screen.write('\u{4}');
	await screen.waitFor(() => screen.lines().length === 24 && isBack(screen, 'lent ended with 7'), 'the picture');
});

test('a program that stops itself alone goes on with fg, after Ctrl+Z', async () => {
	await using started = await lendTo('kill -STOP $$; exit 4');
	const {screen, monitor} = started;
	await screen.waitFor(() => execFileSync('ps', ['-o', 'stat=', '--ppid', String(monitor())], {encoding: 'utf8'}).includes('T'), 'the stop');
	screen.write('\u{1A}');
	await screen.waitFor(() => screen.text().includes('Stopped') && isAtPrompt(screen), 'the shell');
	screen.write('fg\r');
	await screen.waitFor(() => isBack(screen, 'lent ended with 4'), 'the picture');
});
