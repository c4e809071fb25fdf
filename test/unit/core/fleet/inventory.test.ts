import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {accountId, instanceKey} from '../../../../source/core/instance/instance.js';
import {emptyInventory, lookedAt, type Inventory} from '../../../../source/core/fleet/inventory.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';
import type {Snapshot} from '../../../../source/core/instance/snapshot.js';
import {emptyHistory, longestHistory, transitionsOf} from '../../../../source/core/fleet/packed-history.js';
import {isSameState, type Transition} from '../../../../source/core/fleet/transitions.js';
import {
	account,
	noon,
	snapshotOf,
	unreadable,
} from '../../../helpers/fleet.js';
import {namesIn, trackedOf, watch} from '../../../helpers/watch-polls.js';
import {tries} from '../../../helpers/properties/tries.js';

const up = {name: 'sales', state: 'connected'};
const down = {name: 'sales', state: 'disconnected'};
const other = {name: 'support', state: 'connected'};

const changesOf = (inventory: Inventory) => {
	const {instance, history} = trackedOf(inventory, 'sales');
	return transitionsOf(instance, history);
};

test('the first poll creates no transition, and all it shows began before the program could see it', () => {
	const {inventory, transitions} = watch([0, [up, {...other, webhook: {enabled: true}}]]);
	const before = {
		at: noon, slack: undefined, isExact: false, era: 0,
	};
	assert.deepEqual(transitions, []);
	for (const {since, appeared, odd, history, gone} of inventory.tracked.values()) {
		assert.deepEqual({
			since, appeared, history, gone,
		}, {
			since: before, appeared: before, history: emptyHistory, gone: undefined,
		});
		assert.ok(odd.values().every(({isExact}) => !isExact));
	}

	assert.deepEqual([...trackedOf(inventory, 'support').odd], [['webhook-no-url', before]]);
});

test('an instance that appears later was seen to appear, but not to get into its state', () => {
	const {inventory, transitions} = watch([0, [up]], [5, [up, other]]);
	const {since, appeared} = trackedOf(inventory, 'support');
	assert.deepEqual(transitions, []);
	assert.deepEqual(appeared, {
		at: noon + 5000, slack: 5000, isExact: true, era: 0,
	});
	assert.deepEqual(since, {
		at: noon + 5000, slack: undefined, isExact: false, era: 0,
	});
});

test('a change of state is a transition that tells how long the former state had lasted', () => {
	const {inventory, transitions} = watch([0, [up]], [10, [up]], [20, [down]], [50, [up]]);
	assert.deepEqual(transitions.map(({name, former, to, lasted}) => [name, former.state.kind, to.kind, lasted]), [
		['sales', 'connected', 'disconnected', {milliseconds: 10_000, bound: 'at-least'}],
		['sales', 'disconnected', 'connected', {milliseconds: 30_000, bound: 'exact'}],
	]);
	assert.deepEqual(trackedOf(inventory, 'sales').since, {
		at: noon + 50_000, slack: 30_000, isExact: true, era: 0,
	});
	assert.deepEqual(changesOf(inventory), transitions);
});

test('an unknown state that becomes another unknown one has changed', () => {
	const {transitions} = watch([0, [{...up, state: 'qr'}]], [5, [{...up, state: 'banned'}]], [10, [{...up, state: 'banned'}]]);
	assert.deepEqual(transitions.map(({former, to}) => [former.state.text, to.text]), [['qr', 'banned']]);
});

test('what did not change keeps its identity, and only what changed is new', () => {
	const before = watch([0, [up, other]]).inventory;
	const {inventory} = foldSnapshot(before, snapshotOf([down, other], noon + 5000));
	assert.strictEqual(trackedOf(inventory, 'support'), trackedOf(before, 'support'));
	assert.notStrictEqual(trackedOf(inventory, 'sales'), trackedOf(before, 'sales'));
});

test('an `updatedAt` that moves changes the instance and nothing that was measured', () => {
	const before = trackedOf(watch([0, [up]]).inventory, 'sales');
	const {inventory, transitions} = watch([0, [up]], [60, [{...up, updatedAt: '2026-05-01T12:01:00Z'}]]);
	const after = trackedOf(inventory, 'sales');
	assert.deepEqual(transitions, []);
	assert.deepEqual({...after, instance: before.instance}, before);
	assert.equal(after.instance.item.updatedAt.kind === 'value' && after.instance.item.updatedAt.value.text, '2026-05-01T12:01:00Z');
});

test('an oddity keeps the time it was first seen, and one that begins later was seen to begin', () => {
	const {inventory} = watch([0, [{...up, webhook: {enabled: true}}]], [10, [{...up, webhook: {enabled: true}, proxy: {enabled: true}}]]);
	assert.deepEqual([...trackedOf(inventory, 'sales').odd], [
		['webhook-no-url', {
			at: noon, slack: undefined, isExact: false, era: 0,
		}],
		['proxy-no-host', {
			at: noon + 10_000, slack: 10_000, isExact: true, era: 0,
		}],
	]);
});

test('an instance that vanished is marked, stays for a minute, and then leaves', () => {
	assert.equal(trackedOf(watch([0, [up, other]], [10, [other]]).inventory, 'sales').gone, noon + 10_000);
	assert.equal(trackedOf(watch([0, [up, other]], [10, [other]], [69, [other]]).inventory, 'sales').gone, noon + 10_000);
	assert.deepEqual(namesIn(watch([0, [up, other]], [10, [other]], [70, [other]]).inventory), ['support']);
});

test('an instance that returns in time is what it was, and a change while it was gone is one', () => {
	const {inventory, transitions} = watch([0, [up]], [10, []], [20, [up]], [30, []], [40, [down]]);
	const {gone, appeared} = trackedOf(inventory, 'sales');
	assert.equal(gone, undefined);
	assert.equal(appeared.slack, undefined);
	assert.deepEqual(transitions.map(({at, to, former}) => [at, to.kind, former.since.at, former.to]), [[noon + 40_000, 'disconnected', noon, noon + 20_000]]);
});

test('a rejected item has not vanished, and one that was gone is back', () => {
	const fold = (before: Snapshot, ...names: readonly string[]) => {
		const first = foldSnapshot(emptyInventory, before).inventory;
		return foldSnapshot(first, {...snapshotOf([other], noon + 5000), rejected: names.map(name => unreadable(name))}).inventory;
	};

	const before = watch([0, [up, other]]).inventory;
	const kept = foldSnapshot(before, {...snapshotOf([other], noon + 5000), rejected: [unreadable('sales')]}).inventory;
	const {instance, odd, ...rest} = trackedOf(kept, 'sales');
	const {instance: instanceBefore, odd: oddBefore, ...restBefore} = trackedOf(before, 'sales');
	assert.deepEqual(rest, {...restBefore, lastSeen: {at: noon, era: 0}});
	assert.deepEqual(instance, {...instanceBefore, isUnread: true});
	assert.deepEqual(odd.keys().toArray(), [...oddBefore.keys(), 'unread']);
	assert.equal(trackedOf(fold(snapshotOf([up, other]), 'another'), 'sales').gone, noon + 5000);

	const gone = watch([0, [up, other]], [5, [other]]).inventory;
	const back = foldSnapshot(gone, {...snapshotOf([other], noon + 10_000), rejected: [unreadable('sales')]}).inventory;
	assert.equal(trackedOf(back, 'sales').gone, undefined);
});

test('what one account lists leaves the rows of another alone', () => {
	const neighbour = accountId('neighbour');
	const listed = snapshotOf([{...up, name: 'theirs'}]);
	const theirs = {...listed, account: neighbour, instances: listed.instances.map(instance => ({...instance, account: neighbour, key: instanceKey(neighbour, 'theirs')}))};
	const both = foldSnapshot(watch([0, [up]]).inventory, theirs).inventory;
	const after = foldSnapshot(both, snapshotOf([], noon + 5000)).inventory;
	assert.strictEqual(trackedOf(after, 'theirs'), trackedOf(both, 'theirs'));
	assert.deepEqual([lookedAt(after, account), lookedAt(after, neighbour)], [noon + 5000, noon]);
	assert.equal(trackedOf(after, 'sales').gone, noon + 5000);
});

test('a history keeps its latest transitions and no more than are of use', () => {
	const {inventory, transitions} = watch(...Array.from(
		{length: longestHistory + 6},
		(_, index) => [index, [index % 2 === 0 ? up : down]] as const,
	));
	assert.equal(transitions.length, longestHistory + 5);
	assert.deepEqual(changesOf(inventory), transitions.slice(-longestHistory));
	const {history} = trackedOf(inventory, 'sales');
	assert.equal(history.seen, longestHistory + 5);
	// Ten thousand instances that flap have two million transitions.
	assert.ok(history.bytes.buffer.byteLength <= 10 * longestHistory, `${history.bytes.buffer.byteLength} bytes`);
});

/** All of a transition but the states, whose spelling may change between two of them. */
const timesIn = ({at, isExact, era, lasted, former: {since, to}}: Transition) => ({
	at, isExact, era, lasted, since, to,
});

const names = ['a', 'b', 'c', 'd'];
const listing = fc.uniqueArray(fc.record({name: fc.constantFrom(...names), state: fc.constantFrom('connected', 'connecting', 'disconnected', 'loggedout', 'logged_out', 'qr', 'banned')}), {selector: ({name}) => name});
const polls = fc.array(fc.record({seconds: fc.integer({min: -40, max: 90}), items: listing, rejected: fc.subarray(names)}), {maxLength: 12});

test('whatever the polls list, each instance has one entry, every difference of state is one transition, and histories have no gaps', () => {
	fc.assert(fc.property(polls, sequence => {
		let {inventory} = watch();
		let at = noon;
		const seen: Transition[] = [];
		for (const {seconds, items, rejected} of sequence) {
			at += seconds * 1000;
			const before = inventory;
			const folded = foldSnapshot(before, {...snapshotOf(items, at), rejected: rejected.map(name => unreadable(name))});
			inventory = folded.inventory;
			seen.push(...folded.transitions);
			const listed = new Set(items.map(({name}) => name));
			const differences = inventory.tracked.entries().filter(([key, {instance}]) => {
				const former = before.tracked.get(key)?.instance.state;
				return former !== undefined && !isSameState(former, instance.state);
			});
			assert.equal(folded.transitions.length, differences.toArray().length);
			assert.equal(new Set(namesIn(inventory)).size, inventory.tracked.size);
			assert.ok(listed.isSubsetOf(new Set(namesIn(inventory))));
			for (const [key, {instance, history: packed, since, gone}] of inventory.tracked) {
				const history = transitionsOf(instance, packed);
				const ofKey = seen.filter(transition => transition.key === key);
				// One that was gone for a minute begins anew.
				const kept = ofKey.slice(ofKey.length - history.length);
				assert.deepEqual(history.map(transition => timesIn(transition)), kept.map(transition => timesIn(transition)));
				assert.equal(instance.key, key);
				assert.equal(gone === undefined, listed.has(instance.name) || rejected.includes(instance.name));
				assert.ok(history.every((transition, index) => index === 0 || isSameState(transition.former.state, history[index - 1]?.to ?? transition.to)));
				assert.ok(history.length === 0 || (isSameState(instance.state, history.at(-1)?.to ?? instance.state) && since.at === history.at(-1)?.at));
			}
		}
	}), {numRuns: tries(100)});
});
