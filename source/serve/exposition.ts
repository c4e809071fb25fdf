import {zip, type WriteText, type ZippedText} from './zip.js';

/** Keeps the text of the metrics until it changes. */
export type ExpositionCache = {
	/** Told of each change of what the text tells. */
	readonly changed: () => void;
	readonly take: () => Promise<ZippedText>;
	/** Leaves what is being made, and makes nothing more. */
	readonly close: () => void;
};

type CacheOptions = {
	/** Gives what writes the text as it is now. */
	readonly make: () => Promise<WriteText>;
	/** A clock that does not jump, in milliseconds. */
	readonly elapsed: () => number;
};

/** For so long after a scrape the next one is awaited, in milliseconds: Prometheus scrapes once a minute by default. */
const awaitedFor = 120_000;

/**
Makes the text once for each change, whoever scrapes and however often. While scrapes come it is made right after the change, and a scrape
that comes meanwhile gets the one of the change before; else it is made at the first scrape. Where nobody scrapes, nothing is made.
*/
export function createExpositionCache({make, elapsed}: CacheOptions): ExpositionCache {
	let version = 0;
	let made: (ZippedText & {readonly version: number}) | undefined;
	let making: Promise<ZippedText> | undefined;
	/** Whether what was made before is of the change before. */
	let isAhead = false;
	// The first scrape is awaited as well: for a large fleet the first text takes a few times as long as those after it.
	let takenAt = elapsed();

	const closing = new AbortController();
	const isAwaited = () => !closing.signal.aborted && elapsed() - takenAt < awaitedFor;

	const build = async () => {
		const from = version;
		const exposition = await zip(await make(), closing.signal);
		made = {...exposition, version: from};
		return exposition;
	};

	const begin = async (): Promise<ZippedText> => {
		making ??= build().finally(() => {
			making = undefined;
			isAhead = false;
			if (made?.version !== version && isAwaited()) {
				ahead();
			}
		});
		return making;
	};

	const ahead = () => {
		isAhead = true;
		void begin();
	};

	return {
		close() {
			closing.abort();
		},
		changed() {
			version += 1;
			if (isAwaited() && making === undefined) {
				ahead();
			}
		},
		async take() {
			takenAt = elapsed();
			return made !== undefined && (made.version === version || isAhead) ? made : begin();
		},
	};
}
