/** Work that is put off until the program has started. */
export type Later<Value> = {
	/** Called with each answer: a while after the first one the work is done. */
	readonly soon: () => void;
	/** The result of the work, which is done now if it was not yet. */
	readonly now: () => Promise<Value>;
};

/** Long enough for the first frame to be drawn, short enough that an upgrade of the package rarely comes before it. */
const settling = 1000;

/** Puts work off until the first frame is drawn; `load` runs once. */
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
