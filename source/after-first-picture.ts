import v8 from 'node:v8';

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

/** From here on V8 keeps its heap small rather than being quick: a poll's garbage is collected early instead of piling up for weeks. In the first half second it would cost a tenth of it. */
export function favourMemory(): void {
	v8.setFlagsFromString('--optimize-for-size');
}
