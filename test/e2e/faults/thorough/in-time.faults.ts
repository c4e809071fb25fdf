import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {isAlive, until} from '../../../helpers/processes.js';
import type {Screen} from '../../../helpers/screen.js';
import {isLive, rowOf, watchSimulator} from '../../watched.js';
import {healthOf} from '../monitored.js';

// What `npm test` says of these without their times: the same ends and returns, on a machine that may be busy.

/** The time that passes before a monitor goes on, in milliseconds: several intervals of a second. */
const pause = 3500;

/** Presses the key, and asserts that the monitor ends with that code in less than so many milliseconds. */
async function leaveWithin(limit: number, screen: Screen, key: string, code: number): Promise<void> {
	const before = performance.now();
	screen.press(key);
	const exit = await screen.waitForExit();
	const took = performance.now() - before;
	assert.equal(exit.code, code);
	assert.ok(took < limit, `it took ${Math.round(took)} ms`);
}

for (const [key, code] of [['q', 0], ['F10', 0], ['Ctrl+c', 130]] as const) {
	test(`${key} ends the monitor within a second`, async () => {
		await using watched = await watchSimulator();
		await watched.screen.waitFor(isLive, 'the first answer');
		await leaveWithin(1000, watched.screen, key, code);
	});

	test(`${key} ends the monitor within a second while a request hangs`, async () => {
		await using watched = await watchSimulator({args: ['--timeout', '60s']});
		const {screen, simulator} = watched;
		await screen.waitFor(isLive, 'the first answer');
		simulator.beginFault('hang-before-headers');
		await screen.waitFor(() => healthOf(screen).includes('no answer yet'), 'the request that hangs');
		await leaveWithin(1000, screen, key, code);
	});
}

test('a token command that hangs ends with the program within a second and a half', async () => {
	const folder = freshFolder();
	const [id, config] = [path.join(folder, 'id'), path.join(folder, 'config.toml')];
	// The first token is refused, so that the command runs again while the picture is on the screen.
	const script = 'if test -e "$1.ran"; then echo $$ > "$1"; exec sleep 600; fi; touch "$1.ran"; echo outdated';
	writeFileSync(config, `token_command = ${JSON.stringify(['sh', '-c', script, 'sh', id])}\n`, {mode: 0o600});
	await using watched = await watchSimulator({args: ['--config', config], env: {RYZE_TOKEN: ''}});
	await until(() => existsSync(id) && readFileSync(id, 'utf8') !== '');
	const before = performance.now();
	await leaveWithin(1500, watched.screen, 'q', 0);
	const command = Number(readFileSync(id, 'utf8'));
	await until(() => !isAlive(command));
	const took = performance.now() - before;
	assert.ok(took < 1500, `it took ${Math.round(took)} ms`);
});

test('a process that was stopped for several intervals has an answer within a second after it goes on', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.kill('SIGSTOP');
	await delay(pause);
	const name = simulator.world.instances()[3]?.name ?? '';
	simulator.world.set(name, {state: 'loggedout'});
	const before = performance.now();
	screen.kill('SIGCONT');
	await screen.waitFor(() => rowOf(screen, name)?.includes('logged out') ?? false, 'what happened meanwhile');
	const took = performance.now() - before;
	assert.ok(took < 1000, `it took ${Math.round(took)} ms`);
});

test('a terminal that was not read for seconds shows the newest picture within three seconds after it is read again', async () => {
	await using watched = await watchSimulator({
		scenario: 'busy', rows: 50, columns: 150, args: ['--sort', 'name'],
	});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const names = simulator.world.instances().map(({name}) => name);
	const set = (state: string) => {
		for (const name of names) {
			simulator.world.set(name, {state});
		}
	};

	screen.read(false);
	const ends = performance.now() + pause;
	for (let index = 0; performance.now() < ends; index++) {
		set(index % 2 === 0 ? 'connecting' : 'connected');
		// Keys are pressed all the while, each of which would draw a frame.
		screen.write('Gg');
		// eslint-disable-next-line no-await-in-loop -- time is what is tested
		await delay(200);
	}

	set('disconnected');
	const before = performance.now();
	screen.read(true);
	await screen.waitFor(() => isLive(screen) && screen.text().split('○ disconnected').length > names.length, 'the newest picture');
	const took = performance.now() - before;
	assert.ok(took < 3000, `it took ${Math.round(took)} ms`);
});
