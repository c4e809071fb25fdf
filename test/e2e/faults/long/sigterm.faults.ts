import test from 'node:test';
import {endAtRandom} from '../../terminal/stop-at-random.js';

test('SIGTERM gives the terminal back within a second, at 200 random instants', async () => {
	await endAtRandom(200, 2, 1000);
});
