import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {appendFileSync, existsSync} from 'node:fs';
import process from 'node:process';
import test from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {program} from '../../helpers/program.js';
import {openScreen, type Screen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {openTerminal, readLines} from '../../helpers/terminal.js';
import {isLive, watchSimulator} from '../watched.js';

const skip = existsSync('/proc/self/fd') ? false : 'the terminal of another process can be reached through /proc only';

/** What another program does to the terminal: text anywhere, few lines that scroll, inserting, drawing characters, settings of a shell. */
function garble(screen: Screen): void {
	appendFileSync(`/proc/${screen.pid}/fd/1`, '\u{1B}[3;9r\u{1B}[4h\u{1B}[?7l\u{1B}[41;1m\u{E}garbage\r\n'.repeat(20));
	execFileSync('stty', ['-F', `/proc/${screen.pid}/fd/0`, 'sane']);
}

/** The lines without the one that has the time in it, and the title of the terminal. */
const picture = (screen: Screen) => [...screen.lines().toSpliced(1, 1), screen.title()];

/**
Waits in the shell until its job is stopped, and it knows that: it lets only a job go on with `kill` that it knows as stopped. It notices
nothing in a loop that starts nothing.
*/
const untilStopped = 'while [ -z "$(jobs -s)" ]; do sleep 0.1; done; p=$(jobs -p)';

async function openShell(simulator: {readonly token: string}): Promise<Screen> {
	const screen = openScreen('bash', ['--norc', '--noediting', '-i'], {columns: 100, rows: 24, env: {RYZE_TOKEN: simulator.token, PS1: 'prompt> '}});
	await screen.waitFor(() => screen.text().includes('prompt>'), 'the shell');
	return screen;
}

test('after Ctrl+Z the picture has the size that the window has at fg', async () => {
	await using simulator = await simulate();
	await using screen = await openShell(simulator);
	screen.write(`'${process.execPath}' '${program}' --url ${simulator.url} --interval 1s\r`);
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Ctrl+z');
	await screen.waitFor(() => screen.text().includes('Stopped') && !screen.alternate(), 'the shell again');
	const from = screen.byteCount();
	screen.resize(70, 14);
	screen.write('fg\r');
	await screen.waitFor(() => screen.alternate() && isLive(screen) && !screen.text().includes('prompt>'), 'the monitor again');
	const [header = ''] = screen.lines();
	// A blank ends the line.
	assert.ok(header.endsWith(' 12') && header.length === 69, header);
	assert.doesNotMatch(screen.bytes(from), /PRESENCE/v, 'nothing was drawn for the former size');
	screen.press('q');
	await screen.waitFor(() => !screen.alternate() && screen.text().includes('ryzetop watched'), 'the end');
});

test('a monitor that is started in the background leaves the screen to the shell until fg, and then has all of it', async () => {
	await using simulator = await simulate();
	await using screen = await openShell(simulator);
	screen.write(`'${process.execPath}' '${program}' --url ${simulator.url} --interval 1s &\r`);
	screen.write(`${untilStopped}; echo is-$((40+2))\r`);
	await screen.waitFor(() => screen.text().includes('is-42'), 'the job to be stopped');
	assert.ok(!screen.alternate());
	assert.ok(simulator.requests() <= 1, 'no more is asked than what was on its way');
	screen.write('fg\r');
	await screen.waitFor(() => screen.alternate() && isLive(screen), 'the monitor');
	assert.match(screen.lines()[0] ?? '', /^ ryzetop {2}127\.0\.0\.1/v);
	screen.press('q');
	await screen.waitFor(() => !screen.alternate() && screen.text().includes('ryzetop watched'), 'the end');
});

test('a monitor in the background ends at SIGTERM, whether it was suspended or never had the terminal', {skip}, async () => {
	await using simulator = await simulate();
	for (const start of ['suspended', 'background']) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await using screen = await openShell(simulator);
		screen.write(`'${process.execPath}' '${program}' --url ${simulator.url} --interval 1s${start === 'background' ? ' &' : ''}\r`);
		if (start === 'suspended') {
			await screen.waitFor(isLive, 'the first answer'); // eslint-disable-line no-await-in-loop
			screen.press('Ctrl+z');
			// eslint-disable-next-line no-await-in-loop
			await screen.waitFor(() => screen.text().includes('Stopped') && !screen.alternate(), 'the shell again');
		}

		screen.write(`${untilStopped}; kill %1; while kill -0 $p 2>/dev/null; do sleep 0.1; done; echo is-$((40+2))\r`);
		await screen.waitFor(() => screen.text().includes('is-42'), 'the end of the job'); // eslint-disable-line no-await-in-loop
		assert.ok(!screen.alternate());
	}
});

test('a window that is changed for another of the same size is drawn anew, whatever was done to it', {skip}, async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const drawn = picture(screen);
	garble(screen);
	await screen.waitFor(() => screen.text().includes('garbage'), 'the garbage');
	const from = screen.byteCount();
	screen.kill('SIGWINCH');
	await screen.waitFor(() => screen.bytes(from).includes('\u{1B}[2J') && isDeepStrictEqual(picture(screen), drawn), 'the picture');
	screen.press('Ctrl+l', 'Enter');
	await screen.waitFor(() => /-icanon[\s\S]*-echo\b/v.test(execFileSync('stty', ['-F', `/proc/${screen.pid}/fd/0`, '-a'], {encoding: 'utf8'})), 'the settings');
	// Until then the keys may be on their way, and what the terminal wrote of them itself still there.
	await screen.waitFor(() => screen.text().includes('Connection'), 'the detail');
	screen.press('q');
	await screen.waitFor(() => !screen.text().includes('Connection'), 'the grid again');

	// The window that shows the program now has seen nothing of what came before.
	const other = openTerminal(100, 30);
	const {promise, resolve} = Promise.withResolvers<void>();
	other.write(screen.bytes(from), resolve);
	await promise;
	assert.deepEqual(readLines(other).toSpliced(1, 1), drawn.slice(0, -1));
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.endsWith(' 2/12') ?? false, 'a key');
});

test('a window that changes is blank at no time, since what erases the screen comes with the picture', async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const drawn = picture(screen);
	for (let time = 0; time < 4; time++) {
		const from = screen.byteCount();
		screen.kill('SIGWINCH');
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await screen.waitFor(() => {
			assert.notEqual(screen.text().trim(), '');
			return screen.bytes(from).includes('\u{1B}[2J') && isDeepStrictEqual(picture(screen), drawn);
		}, 'the picture');
	}
});

test('a monitor that was stopped from outside takes the terminal back as if nobody had used it', {skip}, async () => {
	await using watched = await watchSimulator({isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	await screen.waitFor(() => screen.title().includes('12'), 'the title');
	const drawn = picture(screen);
	screen.kill('SIGSTOP');
	garble(screen);
	appendFileSync(`/proc/${screen.pid}/fd/1`, '\u{1B}[?1049l\u{1B}[?25h\u{1B}[?2004l\u{1B}]2;of the shell\u{7}');
	await screen.waitFor(() => !screen.alternate() && screen.title() === 'of the shell', 'the shell');
	screen.kill('SIGCONT');
	await screen.waitFor(() => screen.alternate() && isLive(screen) && !screen.text().includes('garbage'), 'the picture');
	await screen.waitFor(() => screen.title() === drawn.at(-1), 'the title');
	assert.deepEqual(picture(screen), drawn);
	assert.ok(!screen.cursor().visible && screen.modes().bracketedPaste);
});
