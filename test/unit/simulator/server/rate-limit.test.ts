import assert from 'node:assert/strict';
import {test} from 'node:test';
import {spendCall, type RateWindow} from '../../../../source/simulator/server/rate-limit.js';
import {
	ask,
	askInTurn,
	createClock,
	failure,
	repeatedly,
	serve,
	statusesOf,
} from '../serving.js';

const limitNames = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

test('a hundred calls of a token are answered, the next is refused until the window is over', async () => {
	const clock = createClock();
	await using simulator = await serve({scenario: 'empty', now: clock.now});
	const answered = await askInTurn(simulator, repeatedly(100));
	assert.deepEqual(new Set(statusesOf(answered)), new Set([200]));

	const refused = await ask(simulator);
	assert.equal(refused.status, 429);
	assert.deepEqual(refused.body, failure('Rate limit exceeded. Try again later.'));

	clock.pass(59);
	const [late, next] = await askInTurn(simulator, repeatedly(2), () => {
		clock.pass(1);
	});
	assert.deepEqual([late?.status, next?.status], [429, 200]);
});

test('every answer, good or bad, says what is left and when the window ends', async () => {
	const clock = createClock();
	await using simulator = await serve({rateLimit: 3, now: clock.now});
	const answers = await askInTurn(simulator, [{}, {query: '?instanceName=nobody'}, {path: '/nowhere'}, {}, {token: 'a1b2c3d4'}]);
	const reset = String((clock.now() / 1000) + 60);
	assert.deepEqual(answers.map(({status, headers}) => [status, ...limitNames.map(name => headers[name])]), [
		[200, '3', '2', reset],
		[404, '3', '1', reset],
		[404, '3', '0', reset],
		[429, '3', '0', reset],
		[401, '3', '2', reset],
	]);
});

test('tokens do not share a window, wrong ones from one address do', async () => {
	await using simulator = await serve({scenario: 'single', rateLimit: 1});
	const tokens = [simulator.accountToken, simulator.token, 'one', 'another'];
	const answers = await askInTurn(simulator, tokens.map(token => ({token})));
	assert.deepEqual(statusesOf(answers), [200, 200, 401, 429]);
});

test('who waits until the reset is let in, also when the window began between two seconds', () => {
	const limit = {limit: 1, othersPerSecond: 0};
	const first = spendCall(undefined, {...limit, now: 10_400});
	assert.deepEqual([first.isAllowed, first.remaining, first.reset], [true, 0, 71]);
	assert.equal(spendCall(first.window, {...limit, now: 70_999}).isAllowed, false);
	assert.equal(spendCall(first.window, {...limit, now: 71_000}).isAllowed, true);
});

test('a clock that goes back opens a new window', () => {
	const limit = {limit: 1, othersPerSecond: 0};
	const first = spendCall(undefined, {...limit, now: 500_000});
	assert.deepEqual(spendCall(first.window, {...limit, now: 1000}), {
		window: {startedAt: 1000, calls: 1}, isAllowed: true, remaining: 0, reset: 61,
	});
});

test('somebody else with the same token uses up most of it before the minute is over', () => {
	const remaining: number[] = [];
	let window: RateWindow | undefined;
	for (let seconds = 0; seconds <= 60; seconds += 10) {
		const verdict = spendCall(window, {now: seconds * 1000, limit: 100, othersPerSecond: 3});
		window = verdict.window;
		remaining.push(verdict.remaining);
	}

	assert.deepEqual(remaining, [99, 68, 37, 6, 0, 0, 99]);
});
