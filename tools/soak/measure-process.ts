import {getEventListeners} from 'node:events';
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/** In bytes, after a garbage collection. */
export type Memory = {readonly heap: number; readonly resident: number};

/** Things other than memory that may pile up. */
export type Held = {readonly handles: number; readonly listeners: number};

/** Weighs the process after a garbage collection. */
export function weighMemory(): Memory {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	collect();
	const {heapUsed, rss} = process.memoryUsage();
	return {heap: heapUsed, resident: rss};
}

/** Counts what the process holds, with the listeners of the targets and of the standard streams. */
export function countHeld(targets: ReadonlyArray<EventTarget | NodeJS.EventEmitter>): Held {
	const emitters = [process, process.stdout, process.stdin, ...targets];
	return {
		handles: process.getActiveResourcesInfo().length,
		listeners: emitters.map(emitter => countListeners(emitter)).reduce((sum, each) => sum + each, 0),
	};
}

function countListeners(emitter: EventTarget | NodeJS.EventEmitter): number {
	return emitter instanceof EventTarget
		? getEventListeners(emitter, 'abort').length
		: emitter.eventNames().map(name => emitter.listenerCount(name)).reduce((sum, each) => sum + each, 0);
}
