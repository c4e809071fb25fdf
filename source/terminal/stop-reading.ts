import {setImmediate} from 'node:timers/promises';

/**
Lets another program read the terminal. A stream that nobody listens to any longer reads on until it is full, so that the next keys would be
lost; it is paused, which takes effect once it knows that nobody listens. Whoever listens again makes it read again.
*/
export async function stopReading(stdin: NodeJS.ReadStream): Promise<void> {
	await setImmediate();
	stdin.pause();
}
