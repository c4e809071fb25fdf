import assert from 'node:assert/strict';
import {test} from 'node:test';
import {foldOutcome, newFeed, type Feed} from '../../../../source/core/polling/feed.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {Wire} from '../../../../source/core/json/wire.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';

const budget = {limit: 100, remaining: 88, resetAt: noon + 30_000};
const told = {budget: undefined, message: undefined};

const listAt = (at: number, rejected = 0): Outcome => ({
	kind: 'ok',
	snapshot: {
		...snapshotOf([{name: 'sales'}, {name: 'support'}], at), rejected: Array.from({length: rejected}, (_, index) => ({
			position: index + 1, name: undefined, wire: new Wire(null), problem: 'it is no object',
		})),
	},
	budget,
	bytes: 1,
});

/** The feed after these outcomes, one a second from noon on. */
const feedAfter = (...outcomes: readonly Outcome[]): Feed => {
	let feed = newFeed(account, sanitize('example.com'));
	for (const [index, outcome] of outcomes.entries()) {
		const at = noon + (index * 1000);
		feed = foldOutcome(feed, outcome, {at, interval: 5000, next: {at: at + 5000, reason: 'interval'}});
	}

	return feed;
};

const refused: Outcome = {kind: 'unreachable', reason: 'refused'};

test('a list is an answer: it tells when, whose token, what could not be read and what is left of the budget', () => {
	const {answeredAt, trouble, tokenKind, rejected, budget: left, next, polls} = feedAfter(listAt(noon, 2));
	assert.deepEqual({
		answeredAt, trouble, tokenKind, rejected, left, next, polls,
	}, {
		answeredAt: noon, trouble: undefined, tokenKind: 'account', rejected: 2, left: budget, next: {at: noon + 5000, reason: 'interval'}, polls: {made: 1, failed: 0},
	});
});

test('trouble is the latest failure, and keeps the last good picture and what was known', () => {
	const good = feedAfter(listAt(noon, 1));
	const bad = feedAfter(listAt(noon, 1), refused, {
		kind: 'server-error', status: 502, isHtml: true, ...told,
	});
	assert.equal(bad.trouble?.outcome.kind, 'server-error');
	assert.deepEqual(bad.polls, {made: 3, failed: 2});
	for (const kept of ['answeredAt', 'tokenKind', 'rejected', 'budget'] as const) {
		assert.deepEqual(bad[kept], good[kept], kept);
	}
});

test('one answer ends the trouble, and the next trouble is a new one', () => {
	assert.equal(feedAfter(refused, listAt(noon + 1000)).trouble, undefined);
	assert.deepEqual(feedAfter(refused, listAt(noon + 1000), refused).trouble, {outcome: refused});
});

test('that the one instance asked for does not exist is a calm answer', () => {
	const {trouble, isAbsent, answeredAt, polls} = feedAfter(refused, {kind: 'not-found', ...told});
	assert.deepEqual({
		trouble, isAbsent, answeredAt, polls,
	}, {
		trouble: undefined, isAbsent: true, answeredAt: noon + 1000, polls: {made: 2, failed: 1},
	});
	assert.equal(feedAfter({kind: 'not-found', ...told}, listAt(noon + 1000)).isAbsent, false);
});

test('an empty list does not make the program forget whose token it has', () => {
	assert.equal(feedAfter(listAt(noon), {
		kind: 'ok', snapshot: snapshotOf([], noon + 1000), budget: undefined, bytes: 1,
	}).tokenKind, 'account');
});

test('what others use is told by the answers of a window, and a copy that a cache kept is none of them', () => {
	const left = (remaining: number, age?: number): Outcome => ({
		kind: 'not-found', message: undefined, budget: {...budget, remaining}, ...(age !== undefined && {age}),
	});
	assert.equal(feedAfter(left(88), refused, refused, refused, left(78)).use?.others, 90, 'six calls in four seconds');
	assert.equal(feedAfter(left(88), refused, refused, refused, left(78, 1000)).use?.others, undefined);
});
