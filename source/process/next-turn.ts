import {setImmediate} from 'node:timers/promises';

/** Resolves in the next turn of the event loop, so that what has come meanwhile, such as a key, goes first. */
export async function nextTurn(): Promise<void> {
	await setImmediate();
}
