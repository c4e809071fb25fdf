import {
	live,
	trouble,
	type Exchange,
	type Fault,
} from './fault.js';
import {errorEnvelope, send} from './send.js';

/**
Expected waits, which the monitor's header counts down:
a few seconds where the rate headers tell the time, a minute where they do not, and never more than five minutes.
*/
const soon = trouble(/rate limited .* the API asked to wait: Rate limit exceeded\..* next try in [1-4]s/v);
const minute = trouble(/rate limited .* the API asked to wait: Rate limit exceeded\..* next try in (?:1m 00s|5\ds)/v);
const longest = trouble(/rate limited .* the API asked to wait: Rate limit exceeded\..* next try in (?:5m 00s|4m 5\ds)/v);

const second = 1000;

/** Returns a time so many seconds from now, in Unix seconds, the unit in which the API sends the end of a window. */
const inSeconds = (now: number, seconds: number) => String(Math.ceil(now / second) + seconds);

/** The last second of the year 9999 in Unix seconds. */
const year9999 = '253402300799';

/** Faults of the rate limit: its headers help, are missing, or are absurd. */
export const limitFaults = [
	{
		id: '429',
		summary: '429 with the end of the window in its headers, 2 s from now.',
		expected: soon,
		handle(exchange) {
			refuse(exchange, {
				'x-ratelimit-limit': '100',
				'x-ratelimit-remaining': '0',
				'x-ratelimit-reset': inSeconds(exchange.now(), 2),
			});
		},
	},
	{
		id: '429-bare',
		summary: '429 without a word of when.',
		expected: minute,
		handle(exchange) {
			refuse(exchange, {});
		},
	},
	{
		id: '429-past',
		summary: '429 whose window ended an hour ago.',
		expected: soon,
		handle(exchange) {
			refuse(exchange, {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(exchange.now(), -3600)});
		},
	},
	{
		id: '429-year-9999',
		summary: '429 whose window ends in the year 9999.',
		expected: longest,
		handle(exchange) {
			refuse(exchange, {'x-ratelimit-reset': year9999});
		},
	},
	{
		id: '429-milliseconds',
		summary: '429 whose window ends in milliseconds, where seconds belong.',
		expected: minute,
		handle(exchange) {
			refuse(exchange, {'x-ratelimit-reset': String(exchange.now() + (2 * second))});
		},
	},
	{
		id: '429-text',
		summary: '429 whose window ends in words.',
		expected: minute,
		handle(exchange) {
			refuse(exchange, {'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': 'tomorrow'});
		},
	},
	{
		id: 'retry-after',
		summary: '429 with `Retry-After: 2`.',
		expected: soon,
		handle(exchange) {
			refuse(exchange, {'retry-after': '2'});
		},
	},
	{
		id: 'retry-after-1e9',
		summary: '429 with `Retry-After: 1000000000`.',
		expected: longest,
		handle(exchange) {
			refuse(exchange, {'retry-after': '1000000000'});
		},
	},
	{
		id: 'retry-after-date',
		summary: '429 with a date in `Retry-After`, 3 s from now.',
		expected: soon,
		handle(exchange) {
			refuse(exchange, {'retry-after': new Date(exchange.now() + (3 * second)).toUTCString()});
		},
	},
	{
		id: 'retry-after-past',
		summary: '429 with a date in `Retry-After` that has long passed.',
		expected: soon,
		handle(exchange) {
			refuse(exchange, {'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT'});
		},
	},
	{
		id: 'retry-after-junk',
		summary: '429 with `Retry-After: in a while`.',
		expected: minute,
		handle(exchange) {
			refuse(exchange, {'retry-after': 'in a while'});
		},
	},
	{
		id: '429-clock-ahead',
		summary: '429 with the end of the window, by a clock that is ten minutes ahead.',
		expected: soon,
		handle: createSkewed(600),
	},
	{
		id: '429-clock-behind',
		summary: '429 with the end of the window, by a clock that is ten minutes behind.',
		expected: soon,
		handle: createSkewed(-600),
	},
	{
		id: 'retry-after-clock-ahead',
		summary: '429 with a date in `Retry-After`, by a clock that is ten minutes ahead.',
		expected: soon,
		handle(exchange) {
			const now = exchange.now() + (600 * second);
			refuse(exchange, {date: new Date(now).toUTCString(), 'retry-after': new Date(now + (3 * second)).toUTCString()});
		},
	},
	{
		id: '429-date-absurd',
		summary: '429 with the end of the window, and a date that is long past.',
		expected: soon,
		handle(exchange) {
			refuse(exchange, {date: 'Thu, 01 Jan 1970 00:00:00 GMT', 'x-ratelimit-reset': inSeconds(exchange.now(), 2)});
		},
	},
	{
		id: 'budget-junk',
		summary: 'The list, with headers of the budget that are no numbers.',
		expected: live(),
		handle(exchange) {
			send(exchange, {
				headers: {'x-ratelimit-limit': '1e400', 'x-ratelimit-remaining': '-5', 'x-ratelimit-reset': 'NaN'},
				body: exchange.text,
			});
		},
	},
	{
		id: 'budget-spent',
		summary: 'The list, with no call left until the year 9999.',
		expected: live(/few calls left: next at \d\d:\d\d:\d\d/v),
		handle(exchange) {
			send(exchange, {headers: {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': year9999}, body: exchange.text});
		},
	},
] as const satisfies readonly Fault[];

/** Refuses a request with 429. It sends the given rate headers and no others. */
function refuse(exchange: Exchange, headers: Readonly<Record<string, string>>): void {
	for (const name of ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']) {
		exchange.response.removeHeader(name);
	}

	send(exchange, {status: 429, headers, body: errorEnvelope('Rate limit exceeded. Try again later.')});
}

/** Makes a handler that refuses with the end of the window, two seconds from now, by a clock that is so many seconds ahead. */
function createSkewed(seconds: number): Fault['handle'] {
	return exchange => {
		const now = exchange.now() + (seconds * second);
		refuse(exchange, {
			date: new Date(now).toUTCString(), 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(now, 2),
		});
	};
}
