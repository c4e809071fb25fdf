import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	headerText,
	readAge,
	readBudget,
	readRetryAt,
	type ResponseHeaders,
} from '../../../source/api/headers.js';

const now = Date.parse('2026-04-28T12:00:00Z');

const budgetHeaders = (limit: string, remaining: string, reset: string): ResponseHeaders => ({'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset});

test('the reset comes in seconds and is told in milliseconds', () => {
	assert.deepEqual(readBudget(budgetHeaders('100', '0', '1777377630'), now), {limit: 100, remaining: 0, resetAt: 1_777_377_630_000});
});

test('junk in one header leaves the others', () => {
	for (const junk of ['', 'soon', '-1', 'NaN', 'Infinity', '0x10', '1e3', '12 34', '9'.repeat(40)]) {
		assert.deepEqual(readBudget(budgetHeaders(junk, '88', junk), now), {limit: undefined, remaining: 88, resetAt: undefined}, junk);
		assert.deepEqual(readBudget(budgetHeaders('100', junk, '1777377630'), now), {limit: 100, remaining: undefined, resetAt: 1_777_377_630_000}, junk);
	}
});

test('a reset in the year 9999 is a time, and one in milliseconds is none', () => {
	assert.equal(readBudget(budgetHeaders('100', '88', '253402300799'), now)?.resetAt, 253_402_300_799_000);
	assert.equal(readBudget(budgetHeaders('100', '88', '1777377630000'), now)?.resetAt, undefined);
});

test('without any header that can be read there is no budget', () => {
	assert.equal(readBudget({}, now), undefined);
	assert.equal(readBudget(budgetHeaders('a', 'b', 'c'), now), undefined);
});

test('`Retry-After` is seconds from now or an HTTP date', () => {
	const cases: ReadonlyArray<readonly [text: string, at: number | undefined]> = [
		['40', now + 40_000],
		[' 0 ', now],
		['1000000000', now + 1e12],
		['Tue, 28 Apr 2026 12:01:00 GMT', now + 60_000],
		['Tue, 28 Apr 2020 12:01:00 GMT', Date.parse('2020-04-28T12:01:00Z')],
		['Xyz, 99 Abc 2026 12:01:00 GMT', undefined],
		['2026', now + 2_026_000],
		['2026-04-28', undefined],
		['-5', undefined],
		['soon', undefined],
		['', undefined],
	];
	for (const [text, at] of cases) {
		assert.equal(readRetryAt({'retry-after': text}, now), at, text);
	}

	assert.equal(readRetryAt({}, now), undefined);
});

test('of a header that came more than once the first counts', () => {
	assert.equal(headerText({location: ['/a', '/b']}, 'location'), '/a');
	assert.equal(headerText({location: []}, 'location'), undefined);
});

test('the age of an answer is read as the standard of caches says, and an absurd one does not hurt', () => {
	const cases: ReadonlyArray<readonly [text: string | readonly string[] | undefined, seconds: number]> = [
		[undefined, 0],
		['0', 0],
		[' 5400 ', 5400],
		['5400, 3', 5400],
		[['5400', '3'], 5400],
		['', 0],
		['-5400', 0],
		['soon', 0],
		['1e99', 0],
		['1.5', 0],
		['0x10', 0],
		['soon, 5400', 0],
		['9'.repeat(400), 366 * 86_400],
	];
	for (const [age, seconds] of cases) {
		assert.equal(readAge({age}), seconds * 1000, String(age));
	}
});

test('the calls left of an answer that a cache kept for a whole window say nothing of the present one', () => {
	const headers = budgetHeaders('100', '0', '1777377630');
	assert.equal(readBudget({...headers, age: '59'}, now)?.remaining, 0);
	assert.equal(readBudget({...headers, age: '60'}, now), undefined);
});

test('the reset and a date in `Retry-After` count from the server\'s own `Date`, however wrong its clock is', () => {
	const minutes = 60_000;
	for (const wrong of [-600 * minutes, -10 * minutes, 0, 10 * minutes, 600 * minutes]) {
		const date = new Date(now + wrong).toUTCString();
		const reset = String((now + wrong + 10_000) / 1000);
		const retry = new Date(now + wrong + 40_000).toUTCString();
		assert.equal(readBudget({...budgetHeaders('100', '0', reset), date}, now)?.resetAt, now + 10_000, String(wrong));
		assert.equal(readRetryAt({'retry-after': retry, date}, now), now + 40_000, String(wrong));
	}
});

test('a `Date` that is missing, absurd or far from the reset leaves the reset to our clock', () => {
	const reset = budgetHeaders('100', '0', String((now + 10_000) / 1000));
	for (const date of [undefined, '', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', 'Xyz, 99 Abc 2026 12:01:00 GMT']) {
		assert.equal(readBudget({...reset, date}, now)?.resetAt, now + 10_000, date);
	}
});

test('the reset of an answer that a cache has kept is as much nearer', () => {
	const headers = {...budgetHeaders('100', '0', String((now + 30_000) / 1000)), date: new Date(now).toUTCString(), age: '20'};
	assert.equal(readBudget(headers, now)?.resetAt, now + 10_000);
});
