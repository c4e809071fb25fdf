/** Rate window: the calls of one token within a minute, which begins with the first call. */
export type RateWindow = {
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	readonly calls: number;
};

/** Result of counting a call: whether it may be answered, and the values of the rate headers. */
export type RateLimitResult = {
	readonly window: RateWindow;
	readonly isAllowed: boolean;
	/** The calls that are left in the window, at least 0. */
	readonly remaining: number;
	/** The end of the window in Unix seconds. */
	readonly reset: number;
};

type RateLimit = {
	/** Milliseconds since the epoch. */
	readonly now: number;
	/** Calls a window. */
	readonly limit: number;
	/** Calls a second that other users of the same token make. */
	readonly othersPerSecond: number;
};

const second = 1000;
const windowLength = 60 * second;

/** Counts one call in the window of its token, or in a new one where that is over, begins after `now`, or does not exist. */
export function spendCall(previous: RateWindow | undefined, {now, limit, othersPerSecond}: RateLimit): RateLimitResult {
	const isOpen = previous !== undefined && now >= previous.startedAt && now < endOf(previous) * second;
	const window = isOpen ? {...previous, calls: previous.calls + 1} : {startedAt: now, calls: 1};
	const others = Math.floor(((now - window.startedAt) / second) * othersPerSecond);
	const remaining = limit - window.calls - others;
	return {
		window,
		isAllowed: remaining >= 0,
		remaining: Math.max(0, remaining),
		reset: endOf(window),
	};
}

/** End of a window in Unix seconds, rounded up for the header, so that a client that waits until then is answered. */
function endOf({startedAt}: RateWindow): number {
	return Math.ceil((startedAt + windowLength) / second);
}
