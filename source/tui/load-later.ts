import v8 from 'node:v8';
import {runInNewContext} from 'node:vm';

/** Work that nobody waits for while the program starts. */
export type Later<Value> = {
	/** Called with each answer: a while after the first one the work is done. */
	readonly soon: () => void;
	/** What the work comes to, done now if it was not yet. */
	readonly now: () => Promise<Value>;
};

/** Long enough for the first picture to be drawn, short enough that an upgrade of the package rarely comes before it. */
const settling = 1000;

/** Puts work off until the first picture stands; `load` runs once. */
export function afterFirstPicture<Value>(load: () => Promise<Value>): Later<Value> {
	let timer: NodeJS.Timeout | undefined;
	let loaded: Promise<Value> | undefined;
	const now = async () => {
		clearTimeout(timer);
		loaded ??= load();
		return loaded;
	};

	return {
		soon() {
			timer ??= setTimeout(() => {
				void now();
			}, settling).unref();
		},
		now,
	};
}

/**
From here on V8 keeps its heap small: what the start has left is thrown away and its room given back, then the heap grows by a quarter at most before it is looked through again, and its young part no more. So a poll's garbage does not pile up for weeks. From the beginning this would cost a tenth of the time to the first picture; done once, it takes 20 ms, with 10,000 instances a quarter of a second.
*/
export function favourMemory(): void {
	v8.setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	if (typeof collect === 'function') {
		Reflect.apply(collect, undefined, [{type: 'major', execution: 'sync', flavor: 'last-resort'}]);
	}

	v8.setFlagsFromString('--semi-space-growth-factor=1');
	v8.setFlagsFromString('--heap-growing-percent=25');
}
