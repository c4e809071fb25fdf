/** A minute of one token's calls. It begins with the first of them. */
export type RateWindow = {
	readonly startedAt: number;
	readonly calls: number;
};

/** What became of a call: whether it may be answered, and what the headers say. */
export type Verdict = {
	readonly window: RateWindow;
	readonly isAllowed: boolean;
	readonly remaining: number;
	/** When the window ends, in Unix seconds. */
	readonly reset: number;
};

type RateLimit = {
	readonly now: number;
	/** Calls a window. */
	readonly limit: number;
	/** Calls a second that others make with the same token. */
	readonly othersPerSecond: number;
};

const second = 1000;
const windowLength = 60 * second;

/** Counts one call against the window of its token, or against a new one where there is none or it is over. */
export function spendCall(former: RateWindow | undefined, {now, limit, othersPerSecond}: RateLimit): Verdict {
	const isOpen = former !== undefined && now >= former.startedAt && now < endOf(former) * second;
	const window = isOpen ? {...former, calls: former.calls + 1} : {startedAt: now, calls: 1};
	const others = Math.floor(((now - window.startedAt) / second) * othersPerSecond);
	const remaining = limit - window.calls - others;
	return {
		window,
		isAllowed: remaining >= 0,
		remaining: Math.max(0, remaining),
		reset: endOf(window),
	};
}

/** The end in whole seconds, as the header gives it: who waits until then is let in. */
function endOf({startedAt}: RateWindow): number {
	return Math.ceil((startedAt + windowLength) / second);
}
