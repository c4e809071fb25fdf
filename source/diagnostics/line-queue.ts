/** Writes the lines of a log one after the other, without keeping anybody waiting. */
export type LineQueue = {
	/** Adds a line. `compose` gives its text when it is known how many lines before it were lost. */
	readonly push: (compose: (lost: number) => string) => void;
	/** Resolves when all lines so far are written or lost. It may never do, where the file system does not answer. */
	readonly written: () => Promise<void>;
};

export type LineQueueOptions = {
	/** Writes a line. Gives the system's error code if the line is lost. It never rejects, but may never resolve. */
	readonly append: (line: string) => Promise<string | undefined>;
	/** Called with the code of each failure, and with `ETIMEDOUT` where a line is not written within `patience`, which may still come. */
	readonly failed: (code: string) => void;
	/** The lines that wait at most, while one is written; further ones are lost. */
	readonly capacity?: number;
	/** In milliseconds. */
	readonly patience?: number;
};

/** Some hours of polls, in few megabytes. */
const usualCapacity = 1000;

/** In milliseconds. A file system that takes longer may never answer. */
const usualPatience = 5000;

export function createLineQueue({append, failed, capacity = usualCapacity, patience = usualPatience}: LineQueueOptions): LineQueue {
	let waiting: ReadonlyArray<{readonly compose: (lost: number) => string; readonly refused: number}> = [];
	let writing: Promise<void> | undefined;
	// Those that no longer found room since the last one that did, and those that failed since the last one that was written.
	let refused = 0;
	let lost = 0;

	let isApart = false;
	/** What is done here to write a line makes Node print with `NODE_DEBUG`: as lines of the log they would never end. */
	const apart = <Result>(work: () => Result): Result => {
		isApart = true;
		const result = work();
		isApart = false;
		return result;
	};

	const writeWaiting = async () => {
		let next;
		while ((next = waiting[0]) !== undefined) {
			waiting = waiting.slice(1);
			lost += next.refused;
			const line = next.compose(lost);
			const {timer, appended} = apart(() => ({timer: setTimeout(failed, patience, 'ETIMEDOUT').unref(), appended: append(line)}));
			// eslint-disable-next-line no-await-in-loop -- one line after the other
			const code = await appended;
			apart(() => {
				clearTimeout(timer);
			});
			lost = code === undefined ? 0 : lost + 1;
			if (code !== undefined) {
				failed(code);
			}
		}

		writing = undefined;
	};

	return {
		push(compose) {
			if (isApart) {
				return;
			}

			if (waiting.length >= capacity) {
				refused += 1;
				return;
			}

			waiting = [...waiting, {compose, refused}];
			refused = 0;
			writing ??= writeWaiting();
		},
		async written() {
			await writing;
		},
	};
}
