import {simulatorHeader} from '../core/instance/snapshot.js';
import {longestWait, windowLength, type RateBudget} from '../core/polling/rate-budget.js';

/** Headers of an answer. The names are in lower case; a header that came more than once has a list of values. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Last second of the year 9999. A greater number is an error of the server, such as milliseconds in place of seconds. */
const latestSecond = 253_402_300_799;

/** Gives the text of a header; the first one where it came more than once. */
export function headerText(headers: ResponseHeaders, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : value?.[0];
}

/** Whether the simulator sent the answer: its header is there, with any value. */
export function isSimulated(headers: ResponseHeaders): boolean {
	return headers[simulatorHeader.toLowerCase()] !== undefined;
}

/**
Reads the `X-RateLimit-*` headers one by one: an invalid one leaves the others valid. `undefined` if none can be read, or where a cache has
kept the answer for so long that they are of a window that is over. `at` is when the answer came; the reset is told by the same clock.
*/
export function readBudget(headers: ResponseHeaders, at: number): RateBudget | undefined {
	if (readAge(headers) >= windowLength) {
		return undefined;
	}

	const limit = readNumber(headerText(headers, 'x-ratelimit-limit'), Number.MAX_SAFE_INTEGER);
	const remaining = readNumber(headerText(headers, 'x-ratelimit-remaining'), Number.MAX_SAFE_INTEGER);
	const reset = readNumber(headerText(headers, 'x-ratelimit-reset'), latestSecond);
	return limit === undefined && remaining === undefined && reset === undefined
		? undefined
		: {limit, remaining, resetAt: reset === undefined ? undefined : toOurClock(headers, reset * 1000, at)};
}

/**
Tells a time of the server's clock by ours. The two may differ by any amount, and the answer's `Date` says when it was sent by the former.
Where that makes no believable wait, `Date` is missing or wrong, and the clocks are taken for the same.
*/
function toOurClock(headers: ResponseHeaders, time: number, at: number): number {
	const date = readDate(headerText(headers, 'date'));
	const wait = date === undefined ? NaN : time - date;
	// An answer that a cache has kept was sent before it came.
	return wait >= -windowLength && wait <= longestWait ? at + wait - readAge(headers) : time;
}

/** In seconds: a year. No cache keeps a list for so long, and a greater number is no more believable. */
const greatestAge = 366 * 24 * 60 * 60;

/**
Reads `Age`, which a cache adds to a stored answer, in milliseconds: 0 where it is missing or no number of seconds. As RFC 9111,
section 5.1, says, of several the first counts, and one that is too great to be counted is taken as great.
*/
export function readAge(headers: ResponseHeaders): number {
	const [first = ''] = (headerText(headers, 'age') ?? '').split(',', 1);
	return /^\d+$/v.test(first.trim()) ? Math.min(Number(first), greatestAge) * 1000 : 0;
}

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/v;

function readDate(text: string | undefined): number | undefined {
	const trimmed = text?.trim() ?? '';
	const date = httpDate.test(trimmed) ? Date.parse(trimmed) : NaN;
	return Number.isNaN(date) ? undefined : date;
}

/** Reads `Retry-After`, which comes as seconds from `at` or as an HTTP date of the server's clock, into milliseconds since the epoch. */
export function readRetryAt(headers: ResponseHeaders, at: number): number | undefined {
	const text = headerText(headers, 'retry-after')?.trim() ?? '';
	const seconds = readNumber(text, latestSecond);
	if (seconds !== undefined) {
		return at + (seconds * 1000);
	}

	const date = readDate(text);
	return date === undefined ? undefined : toOurClock(headers, date, at);
}

function readNumber(text: string | undefined, greatest: number): number | undefined {
	const trimmed = text?.trim() ?? '';
	const value = /^\d+(?:\.\d+)?$/v.test(trimmed) ? Number(trimmed) : NaN;
	return value <= greatest ? value : undefined;
}
