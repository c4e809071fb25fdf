import assert from 'node:assert/strict';
import test from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {isLive, watchSimulator} from '../watched.js';

/** The time that passes, in milliseconds: several intervals of a second. */
const pause = 3500;

test('a terminal that is not read for seconds shows the newest picture when it is read again, not what it missed', async () => {
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
	screen.read(true);
	await screen.waitFor(() => isLive(screen) && screen.text().split('○ disconnected').length > names.length, 'the newest picture');
	// The buffer of the kernel and a few frames of 8 kB; all the frames that were missed would be more than twenty.
	assert.ok(screen.byteCount() - before < 150_000, `${screen.byteCount() - before} bytes`);
});
