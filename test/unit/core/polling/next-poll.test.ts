import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accountId} from '../../../../source/core/instance/instance.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {
	initialPolling,
	leastWait,
	nextPoll,
	type PollingState,
} from '../../../../source/core/polling/next-poll.js';
import type {RateBudget} from '../../../../source/core/polling/rate-budget.js';

const now = 1_000_000;
const interval = 5000;

const told = {budget: undefined, message: undefined};
const down: Outcome = {kind: 'unreachable', reason: 'refused'};

const good = (budget?: RateBudget): Outcome => ({
	kind: 'ok', budget, bytes: 0, snapshot: {
		account: accountId('a'), at: now, tokenKind: 'account', instances: [], rejected: [], isSimulated: false,
	},
});

const next = (
	outcome: Outcome,
	{state = initialPolling, jitter = 0, every = interval}: {readonly state?: PollingState; readonly jitter?: number; readonly every?: number} = {},
) => nextPoll(state, outcome, {now, jitter, policy: {interval: every}});

/** The delays after so many failures in a row. */
const delaysOf = (count: number, every: number, outcome: Outcome = down) => {
	const delays: number[] = [];
	let state = initialPolling;
	for (let failure = 0; failure < count; failure++) {
		const poll = next(outcome, {state, every});
		delays.push(poll.delay);
		state = poll.state;
	}

	return delays;
};

test('after an answer the next poll comes at the interval', () => {
	assert.deepEqual(next(good()), {state: {failures: 0, refusals: 0}, delay: interval, reason: 'interval'});
	assert.deepEqual(next({kind: 'not-found', ...told}), {state: {failures: 0, refusals: 0}, delay: interval, reason: 'interval'});
});

test('failures double the delay up to five intervals, and up to a minute', () => {
	assert.deepEqual(delaysOf(5, 5000), [5000, 10_000, 20_000, 25_000, 25_000]);
	assert.deepEqual(delaysOf(4, 30_000), [30_000, 60_000, 60_000, 60_000]);
});

test('a back-off never polls more often than the interval, whatever chance takes off', () => {
	assert.equal(next(down, {jitter: 1}).delay, interval);
	assert.deepEqual(next(down, {state: {failures: 1, refusals: 0}, jitter: 1}), {state: {failures: 2, refusals: 0}, delay: 8000, reason: 'back-off'});
	assert.equal(next(down, {state: {failures: 9, refusals: 0}, every: 300_000}).delay, 300_000);
});

test('one answer ends the back-off', () => {
	assert.deepEqual(next(good(), {state: {failures: 7, refusals: 0}}), {state: {failures: 0, refusals: 0}, delay: interval, reason: 'interval'});
});

test('a thousand failures in a row still give a finite delay', () => {
	assert.equal(next(down, {state: {failures: 1000, refusals: 0}}).delay, 25_000);
});

test('few calls left make the polls slower, and say why', () => {
	assert.deepEqual(next(good({limit: 100, remaining: 1, resetAt: now + 40_000})), {state: {failures: 0, refusals: 0}, delay: 20_000, reason: 'budget'});
	assert.equal(next(good({limit: 100, remaining: 9, resetAt: now + 10_000})).reason, 'interval');
});

test('a 429 waits as long as it was asked to, not the back-off of other failures', () => {
	assert.deepEqual(next({kind: 'rate-limited', retryAt: now + 40_000, ...told}, {state: {failures: 5, refusals: 0}}), {state: {failures: 6, refusals: 1}, delay: 40_000, reason: 'rate-limit'});
	assert.equal(next({kind: 'rate-limited', retryAt: undefined, ...told}).delay, 60_000);
	assert.equal(next({kind: 'rate-limited', retryAt: now + 1e12, ...told}).delay, 300_000);
});

test('a failure is tried again no sooner than the server asks, within five minutes, and the key cannot change that', () => {
	const failing = (retryAt: number): Outcome => ({
		kind: 'server-error', status: 503, isHtml: false, retryAt, ...told,
	});
	assert.deepEqual(next(failing(now + 120_000)), {state: {failures: 1, refusals: 0}, delay: 120_000, reason: 'back-off'});
	assert.equal(leastWait(failing(now + 120_000), now), 120_000);
	assert.equal(next(failing(now + 1e12)).delay, 300_000);
	assert.equal(next(failing(now - 1e12)).delay, interval);
	// It is a floor: the back-off of failures that repeat can be longer.
	assert.equal(next(failing(now + 6000), {state: {failures: 2, refusals: 0}}).delay, 20_000);
});

test('a refused token is tried once a minute, and at the interval if another one was found', () => {
	const refused = (isChanged: boolean): Outcome => ({
		kind: 'unauthorized', status: 401, tokenChanged: isChanged, ...told,
	});
	assert.deepEqual(next(refused(false)), {state: {failures: 1, refusals: 0}, delay: 60_000, reason: 'token'});
	assert.deepEqual(next(refused(true)), {state: {failures: 1, refusals: 0}, delay: interval, reason: 'interval'});
});

test('refusals that repeat back off to five minutes, whatever they ask for, and never come sooner than they ask for', () => {
	for (const retryAt of [now, now - 3_600_000]) {
		assert.deepEqual(delaysOf(9, 2000, {kind: 'rate-limited', retryAt, ...told}), [2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000]);
	}

	assert.deepEqual(delaysOf(5, 5000, {kind: 'rate-limited', retryAt: now + 30_000, ...told}), [30_000, 30_000, 30_000, 40_000, 80_000]);
	assert.equal(next({kind: 'rate-limited', retryAt: now, ...told}, {state: {failures: 3, refusals: 3}, jitter: 1}).delay, 32_000);
});

test('an answer of another kind ends a row of refusals, and no answer at all does not', () => {
	const state = {failures: 3, refusals: 3};
	assert.equal(next(good(), {state}).state.refusals, 0);
	assert.equal(next({kind: 'refused', status: 400, ...told}, {state}).state.refusals, 0);
	assert.equal(next(down, {state}).state.refusals, 3);
});

test('tokens that are replaced again and again, and all refused, back off as any failure does', () => {
	assert.deepEqual(delaysOf(4, 5000, {
		kind: 'unauthorized', status: 401, tokenChanged: true, ...told,
	}), [5000, 10_000, 20_000, 25_000]);
});
