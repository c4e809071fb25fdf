import type {RateBudget} from '../core/polling/rate-budget.js';

/** The headers of an answer, their names in lower case; one that came twice is a list. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The last second of the year 9999. What lies beyond is no time but an error, such as milliseconds where seconds belong. */
const latestSecond = 253_402_300_799;

/** A header's text; the first where it came more than once. */
export function headerText(headers: ResponseHeaders, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : value?.[0];
}

/** What the `X-RateLimit-*` headers say, each for itself: junk in one leaves the others. Nothing, if none can be read. */
export function readBudget(headers: ResponseHeaders): RateBudget | undefined {
	const limit = readNumber(headerText(headers, 'x-ratelimit-limit'), Number.MAX_SAFE_INTEGER);
	const remaining = readNumber(headerText(headers, 'x-ratelimit-remaining'), Number.MAX_SAFE_INTEGER);
	const reset = readNumber(headerText(headers, 'x-ratelimit-reset'), latestSecond);
	return limit === undefined && remaining === undefined && reset === undefined
		? undefined
		: {limit, remaining, resetAt: reset === undefined ? undefined : reset * 1000};
}

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/v;

/** When `Retry-After` allows the next try, in milliseconds since the epoch; it comes as seconds from now or as an HTTP date. */
export function readRetryAt(headers: ResponseHeaders, now: number): number | undefined {
	const text = headerText(headers, 'retry-after')?.trim() ?? '';
	const seconds = readNumber(text, latestSecond);
	if (seconds !== undefined) {
		return now + (seconds * 1000);
	}

	const at = httpDate.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(at) ? undefined : at;
}

function readNumber(text: string | undefined, greatest: number): number | undefined {
	const trimmed = text?.trim() ?? '';
	const value = /^\d+(?:\.\d+)?$/v.test(trimmed) ? Number(trimmed) : NaN;
	return value <= greatest ? value : undefined;
}
