import test from 'node:test';
import {endAtRandom} from './stop-at-random.js';

test('SIGTERM gives the terminal back whenever it comes', async () => {
	await endAtRandom(12, 3);
});
