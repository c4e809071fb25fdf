import assert from 'node:assert/strict';
import test from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {isLive, rowOf, watchSimulator} from '../watched.js';

/** The time that passes, in milliseconds: several intervals of a second. */
const pause = 3500;

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
	await screen.waitFor(() => simulator.requests() >= before + 4, 'the polls after it');
	// One poll at the return and then one a second: the fourth comes no sooner than after three seconds, less the tolerance of a timer.
	assert.ok(Date.now() - continued > 2900, `${Date.now() - continued} ms`);
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
});
