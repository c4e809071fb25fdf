import assert from 'node:assert/strict';
import test from 'node:test';
import {foldSilence, newFleet, type Fleet} from '../../../../source/core/fleet/fleet.js';
import {timesOf} from '../../../../source/core/fleet/packed-history.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';

const second = 1000;
const hour = 3600 * second;

/** An answer that came at `at`, whose data a cache had kept for `age`. */
const stored = (state: string, at: number, age: number): Outcome => listed(snapshotOf([{name: 'a', state}], at - age), age);
const own = (state: string, at: number): Outcome => listed(snapshotOf([{name: 'a', state}], at));

const start = newFleet([{account, host: sanitize('example.com')}]);
const polled = (...polls: ReadonlyArray<readonly [at: number, outcome: Outcome]>): Fleet => {
	let fleet = start;
	for (const [at, outcome] of polls) {
		fleet = foldOne(fleet, outcome, {at});
	}

	return fleet;
};

const troubleIn = ({feeds}: Fleet) => feeds.get(account)?.trouble?.outcome;
const stateIn = ({inventory}: Fleet) => inventory.tracked.values().toArray()[0]?.instance.state.kind;

test('an answer with data older than the interval explains is trouble, and the picture is as old as its data', () => {
	const fleet = polled([noon, stored('connected', noon, 1.5 * hour)]);
	assert.deepEqual(troubleIn(fleet), {kind: 'old-data', age: 1.5 * hour});
	assert.equal(fleet.feeds.get(account)?.answeredAt, noon - (1.5 * hour));
	assert.equal(stateIn(fleet), 'connected');
	assert.deepEqual(fleet.log.events.map(({kind, at}) => [kind, at]), [['trouble-began', noon]]);
});

test('an answer that was kept for no longer than an interval is no trouble', () => {
	assert.equal(troubleIn(polled([noon, stored('connected', noon, 5 * second)])), undefined);
	assert.equal(troubleIn(foldOne(start, stored('connected', noon, 50 * second), {at: noon, interval: 60 * second})), undefined);
	assert.equal(troubleIn(foldOne(start, stored('connected', noon, 4 * second), {at: noon, interval: second})), undefined);
});

test('a change that old data show was there at the time of the data, and it is told so', () => {
	const at = noon + (10 * second);
	const fleet = polled([noon, own('connected', noon)], [at, stored('disconnected', at, 8 * second)]);
	const changed = fleet.log.events.find(({kind}) => kind === 'instance');
	assert.equal(changed?.at, noon + (2 * second));
	const [tracked] = fleet.inventory.tracked.values();
	assert.equal(tracked?.since.at, noon + (2 * second));
	assert.equal(tracked?.since.slack, 2 * second);
	assert.equal(fleet.inventory.coverage.get(account)?.at, noon + (2 * second));
});

test('data from before what is known already change nothing but the health of polling', () => {
	const at = noon + (5 * second);
	const before = polled([noon, own('connected', noon)]);
	const after = foldOne(before, stored('disconnected', at, hour), {at});
	assert.equal(after.inventory, before.inventory);
	assert.equal(after.masses, before.masses);
	assert.equal(after.feeds.get(account)?.answeredAt, noon);
	assert.deepEqual(troubleIn(after), {kind: 'old-data', age: hour});
	const good = foldOne(after, own('connected', at + (5 * second)), {at: at + (5 * second)});
	assert.equal(troubleIn(good), undefined);
	assert.deepEqual(good.log.events.map(({kind, at: happened}) => [kind, happened]), [['trouble-ended', at + (5 * second)], ['trouble-began', at]]);
});

test('old data begin no era, though their time lies before the last answer of the API itself', () => {
	const at = noon + (60 * second);
	const fleet = polled([noon, own('connected', noon)], [at, stored('connected', at, 50 * second)], [at + (5 * second), own('connected', at + (5 * second))]);
	const coverage = fleet.inventory.coverage.get(account);
	assert.deepEqual([coverage?.era, coverage?.past, coverage?.run], [0, [], {from: noon, to: at + (5 * second)}]);
});

test('a clock that was set back makes no answer of the API older than what is known', () => {
	const before = polled([noon, own('connected', noon)]);
	const at = noon - hour;
	const after = foldOne(before, own('disconnected', at), {at, elapsed: noon + (5 * second)});
	assert.equal(stateIn(after), 'disconnected');
});

test('the times of an instance never run backwards, however the age of answers and the clock jump', () => {
	const ages = [0, 40, 3, 90, 0, 4, 0, 60, 2, 0, 0, 4, 1, 0];
	const steps = [5, 5, 5, 5, -15, 5, 5, 5, 5, -20, 5, 5, 5, 5];
	const steps5 = ages.map((_, index) => index * 5 * second);
	let fleet = start;
	let at = noon;
	for (const [index, age] of ages.entries()) {
		at += (steps[index] ?? 0) * second;
		fleet = foldOne(fleet, stored(index % 2 === 0 ? 'connected' : 'disconnected', at, age * second), {at, elapsed: noon + (steps5[index] ?? 0)});
	}

	const times = fleet.log.events.filter(({kind}) => kind === 'instance').map(event => event.at).toReversed();
	assert.ok(times.length > 5, 'there are changes');
	assert.deepEqual(times, times.toSorted((one, other) => one - other));
	const [tracked] = fleet.inventory.tracked.values();
	assert.deepEqual(tracked && timesOf(tracked.history).map(({at: changed}) => changed), times);
});

test('silence is trouble from the moment at which it is noticed, and ends with the next answer', () => {
	const look = {at: noon + (21 * second), elapsed: noon + (21 * second), interval: 5 * second};
	const silent = foldSilence(polled([noon, own('connected', noon)]), account, look);
	assert.deepEqual(troubleIn(silent), {kind: 'overdue'});
	assert.equal(foldSilence(silent, account, look), silent);
	assert.equal(stateIn(silent), 'connected');
	assert.equal(silent.feeds.get(account)?.polls.failed, 0);
	const at = noon + (30 * second);
	const fleet = foldOne(silent, own('connected', at), {at});
	assert.equal(troubleIn(fleet), undefined);
	const [ended, began] = fleet.log.events;
	assert.deepEqual([began?.kind, began?.at], ['trouble-began', noon + (21 * second)]);
	assert.strictEqual(ended?.kind, 'trouble-ended');
	assert.equal(ended.words, 'no answer: no poll has ended in the time that it may take');
	assert.equal(ended.lasted.milliseconds, 0);
	assert.equal(ended.lasted.bound, 'at-least');
});
