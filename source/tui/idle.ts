/** Tells whether a person has left the keyboard alone for long. */
export type Idle = {
	/** Called with every key and every paste. */
	readonly touched: () => void;
	readonly isIdle: () => boolean;
	/** Whether no key came for a minute, so that nobody waits for what takes a moment. */
	readonly isQuiet: () => boolean;
};

/** In milliseconds. */
const quietAfter = 60_000;

/**
Watches the keyboard. It is idle from `rest` milliseconds after the last key on; never if `rest` is 0.
`elapsed` is a clock that does not jump: one that is set must not move the selection.
*/
export function createIdle(rest: number, elapsed: () => number): Idle {
	let last = elapsed();
	return {
		touched() {
			last = elapsed();
		},
		isIdle: () => rest > 0 && elapsed() - last >= rest,
		isQuiet: () => elapsed() - last >= quietAfter,
	};
}
