import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {newFleet, type Fleet} from '../../../../source/core/fleet/fleet.js';
import {seenSince, type SeenSince} from '../../../../source/core/fleet/seen/since.js';
import {accountId, type AccountId} from '../../../../source/core/instance/instance.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {Wire} from '../../../../source/core/json/wire.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {noon, snapshotOf} from '../../../helpers/fleet.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';
import {tries} from '../../../helpers/properties/tries.js';

const accounts = [accountId('one'), accountId('two')] as const;
const interval = 5000;
const down: Outcome = {kind: 'unreachable', reason: 'reset'};

/** A good poll, as the model remembers it: both clocks, and the state of each instance by its name, which stays where its id changes. */
type ModelLook = {
	readonly at: number;
	readonly elapsed: number;
	readonly states: ReadonlyMap<string, string>;
};

/** One random step: whose poll it is, how far the clocks go on, and what came. */
const step = fc.record({
	of: fc.constantFrom(...accounts),
	pause: fc.oneof(fc.integer({min: 1, max: 30_000}), fc.integer({min: 30_000, max: 400_000})),
	jump: fc.oneof({weight: 12, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: fc.constantFrom(3_600_000, -3_600_000, 20_000, -20_000)}),
	items: fc.oneof(
		{weight: 1, arbitrary: fc.constant(undefined)},
		{
			weight: 5, arbitrary: fc.uniqueArray(
				fc.record({
					name: fc.constantFrom('a', 'b', 'c', 'd'),
					id: fc.oneof({weight: 30, arbitrary: fc.constant(1)}, {weight: 1, arbitrary: fc.constant(2)}),
					state: fc.constantFrom('connected', 'connecting', 'disconnected', 'qr'),
				}).map(({name, id, state}) => ({name, id: `${name}-${id}`, state})),
				{selector: ({name}) => name},
			),
		},
	),
	unreadable: fc.subarray(['a', 'b', 'c', 'd']),
});

/** The answer of an account: its items in the order they came, without those that could not be read. */
function answerOf(account: AccountId, items: ReadonlyArray<{readonly name: string; readonly state: string}>, rejected: readonly string[], at: number): Outcome {
	const snapshot = snapshotOf(items.filter(({name}) => !rejected.includes(name)), at);
	return listed({
		...snapshot,
		account,
		instances: snapshot.instances.map(instance => ({...instance, account, key: `${account}/${instance.key}` as typeof instance.key})),
		rejected: rejected.map((name, index) => ({
			position: index + 1, name: sanitize(name), wire: new Wire({name}), problem: 'it is no object',
		})),
	});
}

const isSetBack = (one: ModelLook, next: ModelLook) => (next.at - one.at) - (next.elapsed - one.elapsed) < -30_000;
const isHole = (one: ModelLook, next: ModelLook) => Math.max(next.at - one.at, next.elapsed - one.elapsed) > 120_000;

/** The looks of the present era. */
function presentEra(looks: readonly ModelLook[]): readonly ModelLook[] {
	const start = looks.findLastIndex((look, index) => index > 0 && isSetBack(looks[index - 1] ?? look, look));
	return looks.slice(Math.max(0, start));
}

/** Since when an instance is in its state, read off all looks at its account; nothing where not every look shows it. */
function expectedSince(looks: readonly ModelLook[], name: string): SeenSince | undefined {
	if (looks.some(({states}) => !states.has(name))) {
		return undefined;
	}

	const state = looks.at(-1)?.states.get(name);
	const before = looks.findLastIndex(({states}) => states.get(name) !== state);
	const era = presentEra(looks);
	const first = looks[before + 1];
	if (first === undefined || era.length === 0) {
		return undefined;
	}

	if (!era.includes(first)) {
		const hole = era.findIndex((look, index) => index > 0 && isHole(era[index - 1] ?? look, look));
		const firstRun = era.slice(0, hole === -1 ? undefined : hole);
		return {at: Math.min(...firstRun.map(look => look.at)), bound: hole === -1 ? 'at-least' : 'approximate'};
	}

	const since = era.slice(era.indexOf(first));
	if (since.some((look, index) => index > 0 && isHole(since[index - 1] ?? look, look))) {
		return {at: first.at, bound: 'approximate'};
	}

	const former = era[era.indexOf(first) - 1];
	return {at: first.at, bound: former !== undefined && first.at - former.at <= 3 * interval ? 'exact' : 'at-least'};
}

/** The number of changes of state between two looks one after the other that both show the instance. */
function expectedChanges(looks: readonly ModelLook[]): number {
	return looks.slice(1).flatMap(({states}, index) => states.entries().filter(([name, state]) => {
		const former = looks[index]?.states.get(name);
		return former !== undefined && former !== state;
	}).toArray()).length;
}

test('whatever the polls of two accounts bring, the fleet is what a plain reading of all of them says', () => {
	fc.assert(fc.property(fc.array(step, {maxLength: 25}), steps => {
		let fleet: Fleet = newFleet(accounts.map(account => ({account, host: sanitize(`${account}.example`)})));
		let [at, elapsed] = [noon, 0];
		const looks = new Map<AccountId, ModelLook[]>(accounts.map(account => [account, []]));
		const failed = new Map<AccountId, number>(accounts.map(account => [account, 0]));
		for (const {of, pause, jump, items, unreadable} of steps) {
			elapsed += pause;
			at += pause + jump;
			const before = fleet;
			const read = items?.filter(({name}) => !unreadable.includes(name));
			fleet = foldOne(before, items === undefined ? down : answerOf(of, items, unreadable, at), {
				at, elapsed, interval, of,
			});
			if (read === undefined) {
				failed.set(of, (failed.get(of) ?? 0) + 1);
				assert.equal(fleet.inventory, before.inventory);
				assert.equal(fleet.masses, before.masses);
			} else {
				const look = {at, elapsed, states: new Map(read.map(({name, state}) => [name, state]))};
				const former = looks.get(of)?.at(-1);
				// A clock that goes back a little dates nothing before the last look.
				const isBack = former !== undefined && at < former.at && !isSetBack(former, look);
				looks.get(of)?.push(isBack ? {...look, at: former.at} : look);
			}

			for (const [key, tracked] of before.inventory.tracked) {
				assert.ok(tracked.instance.account === of || fleet.inventory.tracked.get(key) === tracked, 'another account is left alone');
			}
		}

		for (const account of accounts) {
			const own = looks.get(account) ?? [];
			const coverage = fleet.inventory.coverage.get(account);
			const {made, failed: lost} = fleet.feeds.get(account)?.polls ?? {made: 0, failed: 0};
			assert.deepEqual([made, lost], [own.length + (failed.get(account) ?? 0), failed.get(account)]);
			assert.equal(coverage === undefined, own.length === 0);
			const era = presentEra(own);
			const holes = era.filter((look, index) => index > 0 && isHole(era[index - 1] ?? look, look));
			if (coverage !== undefined) {
				assert.equal(coverage.past.length, holes.length);
				assert.ok(coverage.run.to >= (era.at(-1)?.at ?? 0));
				for (const {instance, since} of fleet.inventory.tracked.values()) {
					const expected = instance.account === account ? expectedSince(own, instance.name) : undefined;
					if (expected !== undefined) {
						assert.deepEqual(seenSince(since, coverage), expected, instance.name);
					}
				}
			}

			const isSteady = own.every(({states}) => states.keys().every(name => own.every(other => other.states.has(name))));
			const changes = fleet.log.events.filter(event => event.account === account && event.kind === 'instance' && event.happening.kind === 'changed');
			assert.ok(!isSteady || changes.length === expectedChanges(own));
		}
	}), {numRuns: tries(300)});
});

test('a poll that failed is a gap with a bound on both sides: what changed in it began at the earliest after the last look', () => {
	const [account] = accounts;
	const poll = (from: Fleet, state: string | undefined, seconds: number) => foldOne(
		from,
		state === undefined ? down : answerOf(account, [{name: 'a', state}], [], noon + (seconds * 1000)),
		{at: noon + (seconds * 1000), of: account},
	);
	let fleet = poll(newFleet([{account, host: sanitize('one.example')}]), 'disconnected', 0);
	fleet = poll(fleet, 'connected', 5);
	fleet = poll(fleet, 'connected', 9);
	for (const seconds of [14, 24, 44, 64]) {
		fleet = poll(fleet, undefined, seconds);
	}

	fleet = poll(fleet, 'disconnected', 100);
	const [tracked] = fleet.inventory.tracked.values();
	const coverage = fleet.inventory.coverage.get(account);
	assert.ok(tracked && coverage);
	assert.deepEqual(seenSince(tracked.since, coverage), {at: noon + 100_000, bound: 'at-least'});
	assert.equal(tracked.since.slack, 91_000);
	assert.deepEqual(tracked.history.latest?.lasted, {milliseconds: 4000, bound: 'at-least'}, 'seen connected for four seconds');
});
