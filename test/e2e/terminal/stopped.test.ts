import assert from 'node:assert/strict';
import test from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {isLive, rowOf, watchSimulator} from '../watched.js';

/** What is tested is that time passes: several intervals of a second. */
const pause = 4500;

test('a process that was stopped for several intervals polls once at once when it goes on, and then at the interval', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.kill('SIGSTOP');
	await delay(pause);
	const before = simulator.requests();
	const name = simulator.world.instances()[3]?.name ?? '';
	simulator.world.set(name, {state: 'loggedout'});
	const continued = Date.now();
	screen.kill('SIGCONT');
	await screen.waitFor(() => rowOf(screen, name)?.includes('logged out') ?? false, 'what happened meanwhile');
	assert.ok(Date.now() - continued < 1000, `${Date.now() - continued} ms`);
	await screen.waitFor(() => simulator.requests() >= before + 4, 'the polls after it');
	// The one of the return, and one a second: four come no sooner than after three seconds, less what a timer may be early.
	assert.ok(Date.now() - continued > 2900, `${Date.now() - continued} ms`);
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
});

test('a terminal that is not read for seconds shows the newest picture when it is read again, not what it missed', async () => {
	await using watched = await watchSimulator({
		scenario: 'busy', rows: 50, columns: 180, args: ['--sort', 'name'],
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
	const states = ['connecting', 'disconnected', 'connected', 'loggedout'];
	const ends = Date.now() + pause;
	for (let index = 0; Date.now() < ends; index++) {
		set(states[index % states.length] ?? '');
		// Keys are pressed all the while, each of which would draw a frame.
		screen.write('Gg');
		// eslint-disable-next-line no-await-in-loop -- time is what is tested
		await delay(200);
	}

	set('disconnected');
	const before = screen.byteCount();
	const returned = Date.now();
	screen.read(true);
	await screen.waitFor(() => isLive(screen) && screen.text().split('○ disconnected').length > names.length, 'the newest picture');
	assert.ok(Date.now() - returned < 3000, `${Date.now() - returned} ms`);
	// What the kernel held back, and a few frames of 8 kB; everything that was missed would be more than twenty of them.
	assert.ok(screen.byteCount() - before < 150_000, `${screen.byteCount() - before} bytes`);
});
