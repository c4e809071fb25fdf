/** Time limit of one answer, from the start of its request to the last byte of its body. */
export type Deadline = {
	/** Aborted when the time is up. */
	readonly signal: AbortSignal;
	/** Resolves when the time is up; never after `clear`. */
	readonly passed: Promise<'passed'>;
	/** Ends the limit: the answer has come, or there will be none. */
	readonly clear: () => void;
};

/** A timer that is later than this, in milliseconds, was held up: the process was stopped, or the machine slept. */
const longestDelay = 500;

/** Time that is given to bytes which came while the process was stopped, in milliseconds. */
const readingTime = 500;

/**
Starts a limit of so many milliseconds. `elapsed` is the monotonic clock: nothing that is done to the wall clock makes the limit longer.

Where the process was stopped meanwhile, the timer comes before what the system has kept for its sockets, so that these are read first.
*/
export function startDeadline(limit: number, elapsed: () => number): Deadline {
	const controller = new AbortController();
	const {promise, resolve} = Promise.withResolvers<'passed'>();
	const due = elapsed() + limit;
	const pass = () => {
		controller.abort();
		resolve('passed');
	};

	let timer = setTimeout(() => {
		if (elapsed() - due > longestDelay) {
			timer = setTimeout(pass, readingTime);
		} else {
			pass();
		}
	}, limit);

	return {
		signal: controller.signal,
		passed: promise,
		clear() {
			clearTimeout(timer);
		},
	};
}
