import test from 'node:test';
import {endAtRandom} from './sigterm.js';

test('SIGTERM gives the terminal back whenever it comes', async () => {
	await endAtRandom(20, 2);
});
