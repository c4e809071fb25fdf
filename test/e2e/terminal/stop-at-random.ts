import assert from 'node:assert/strict';
import {setTimeout as delay} from 'node:timers/promises';
import {untouchedModes} from '../../helpers/modes.js';
import {watchSimulator} from '../watched.js';

/** A monitor's first second and a half: it starts, takes the terminal, polls, and polls again. */
const span = 1500;

/**
Ends a monitor that many milliseconds after its start, and asserts that the terminal is as it was, the code is right, no secret was
printed and it took no longer than `limit`.
*/
async function endAfter(milliseconds: number, limit: number): Promise<void> {
	await using watched = await watchSimulator({isUnderShell: true, scenario: 'busy', line: command => `echo BEGUN; ${command}`});
	const {screen, simulator} = watched;
	// The shell has its handlers then, so that the signal to the whole group ends the monitor alone.
	await screen.waitFor(() => screen.bytes().includes('BEGUN'), 'the shell');
	await delay(milliseconds);
	const before = Date.now();
	screen.kill('SIGTERM');
	await screen.waitForExit();
	const took = Date.now() - before;
	assert.match(screen.text(), /TTY-SAME\nCODE=143\b/v, `after ${milliseconds} ms`);
	assert.deepEqual(screen.modes(), untouchedModes, `after ${milliseconds} ms`);
	assert.ok(took < limit, `after ${milliseconds} ms it took ${took} ms`);
	const secrets = [simulator.token, ...simulator.world.instances().map(({token}) => token)];
	assert.deepEqual(secrets.filter(secret => screen.bytes().includes(secret)), []);
}

/** Ends monitors at many instants, spread at random over their beginning, a few at a time, each within a limit in milliseconds. */
export async function endAtRandom(times: number, atOnce: number, limit = Infinity): Promise<void> {
	const instants = Array.from({length: times}, (_, index) => (span * (index + Math.random())) / times);
	const workers = Array.from({length: atOnce}, async () => {
		for (let next = instants.pop(); next !== undefined; next = instants.pop()) {
			// eslint-disable-next-line no-await-in-loop -- as many at once as there are workers
			await endAfter(next, limit);
		}
	});
	await Promise.all(workers);
}
