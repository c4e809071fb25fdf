import assert from 'node:assert/strict';
import test from 'node:test';
import {newFleet} from '../../../../source/core/fleet/fleet.js';
import {accountId, instanceKey, type AccountId} from '../../../../source/core/instance/instance.js';
import {emptyInventory, lookedAt} from '../../../../source/core/fleet/inventory.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {foldOne, foldSnapshot, listed} from '../../../helpers/fold-snapshot.js';
import {
	countBack,
	describeMassEvent,
	noMass,
} from '../../../../source/core/fleet/mass-event.js';
import {foldMass} from '../../../../source/core/fleet/mass/fold-mass.js';
import {amount} from '../../../helpers/properties/tries.js';
import {tellMass} from '../../../helpers/watch-polls.js';
import {utc} from '../../../helpers/utc.js';
import {createRandom} from '../../../../source/simulator/instances/random.js';
import {scenarios} from '../../../../source/simulator/world/scenarios.js';
import {createWorld} from '../../../../source/simulator/world/world.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';

const other = accountId('other');

/** The list of one poll, so many seconds after noon, that the program folds a few milliseconds later. */
type Poll = readonly [seconds: number, items: readonly WireItem[]];

/** A fleet whose instances are called by their index, in these states; what is not named is connected. */
function fleet(size: number, states: Readonly<Record<number, string>> = {}): readonly WireItem[] {
	return Array.from({length: size}, (_, index) => ({name: `i-${index}`, state: states[index] ?? 'connected'}));
}

/** The states of instances `from` up to but without `to`. */
function range(from: number, to: number, state = 'disconnected'): Readonly<Record<number, string>> {
	return Object.fromEntries(Array.from({length: to - from}, (_, index) => [from + index, state]));
}

function fold(...polls: readonly Poll[]) {
	let inventory = emptyInventory;
	let mass = noMass;
	return polls.map(([seconds, items]) => {
		const at = noon + (seconds * 1000);
		const folded = foldSnapshot(inventory, snapshotOf(items, at));
		({inventory} = folded);
		const now = at + 3;
		mass = runAtOnce(foldMass(mass, folded.transitions, {account, now, inventory}));
		return {inventory, mass, now};
	});
}

function said(...polls: readonly Poll[]): ReadonlyArray<string | undefined> {
	return fold(...polls).map(({mass, inventory, now}) => tellMass(new Map([[account, mass]]), inventory, now));
}

test('falls of several polls add up, and the sentence tells the time in which they can have been, and how long ago the last was', () => {
	assert.deepEqual(said([0, fleet(44)], [5, fleet(44, range(0, 8))], [10, fleet(44, range(0, 20))], [15, fleet(44, range(0, 31))]), [
		undefined,
		undefined,
		'20 of 44 fell 12:00:00–10 · last <10s ago',
		'31 of 44 fell 12:00:00–15 · last <10s ago',
	]);
});

test('it is told how many are back, until nine in ten are', () => {
	assert.deepEqual(said(
		[0, fleet(40)],
		[5, fleet(40, range(0, 20))],
		[60, fleet(40, range(1, 20))],
		[65, fleet(40, range(12, 20))],
		[70, fleet(40, range(18, 20))],
	), [
		undefined,
		'20 of 40 fell 12:00:00–05 · last <10s ago',
		'20 of 40 fell 12:00:00–05 · last 50s ago · 1 back',
		'20 of 40 fell 12:00:00–05 · last 1m ago · 12 back',
		undefined,
	]);
});

test('fewer than five, less than a third, or as many over a longer time are no mass event', () => {
	const cases: ReadonlyArray<readonly Poll[]> = [
		[[0, fleet(4)], [5, fleet(4, range(0, 4))]],
		[[0, fleet(16)], [5, fleet(16, range(0, 5))]],
		[[0, fleet(15)], [20, fleet(15, range(0, 3))], [52, fleet(15, range(0, 5))]],
	];
	for (const polls of cases) {
		assert.equal(said(...polls).at(-1), undefined);
	}
});

test('five of fifteen are one', () => {
	assert.equal(said([0, fleet(15)], [20, fleet(15, range(0, 3))], [45, fleet(15, range(0, 5))]).at(-1), '5 of 15 fell 12:00:00–45 · last <10s ago');
});

test('what one poll finds counts as together, however long ago the one before was', () => {
	assert.deepEqual(said([0, fleet(12)], [60, fleet(12, range(0, 6))]), [undefined, '6 of 12 fell 12:00:00–01:00 · last <10s ago']);
	assert.deepEqual(said([0, fleet(12)], [5400, fleet(12, range(0, 6))]), [undefined, '6 of 12 fell 12:00:00–13:30:00, unwatched']);
});

test('every state but connected is a fall, and only from connected', () => {
	assert.equal(said([0, fleet(15)], [5, fleet(15, {
		...range(0, 2, 'connecting'), ...range(2, 4, 'loggedout'), 4: 'banned',
	})]).at(-1), '5 of 15 fell 12:00:00–05 · last <10s ago');
	assert.equal(said([0, fleet(15, range(0, 5, 'connecting'))], [5, fleet(15, range(0, 5))]).at(-1), undefined);
});

test('an instance that falls twice counts once, and one that is back by then not at all', () => {
	assert.equal(said([0, fleet(15)], [5, fleet(15, range(0, 3))], [10, fleet(15)], [15, fleet(15, range(0, 4))]).at(-1), undefined);
	assert.equal(said([0, fleet(15)], [5, fleet(15, range(0, 3))], [10, fleet(15)], [15, fleet(15, range(3, 6))]).at(-1), undefined);
});

test('what flaps has not fallen, alone or with others', () => {
	// Six instances go up and down in turn, half a minute apart each, so that all of them are flapping by the fifth poll.
	const turns = Array.from({length: 12}, (_, turn): Poll => [turn * 30, fleet(15, turn % 2 === 0 ? {} : range(0, 6))]);
	const flapping = said(...turns);
	assert.equal(flapping[1], '6 of 15 fell 12:00:00–30 · last <10s ago');
	assert.deepEqual(flapping.slice(4), Array.from({length: 8}, () => undefined));
	const fallen = said(...turns, [365, fleet(15, range(0, 10))], [370, fleet(15, range(0, 11))]);
	assert.deepEqual(fallen.slice(-2), [undefined, '5 of 15 fell 12:05:30–06:10 · last <10s ago']);
});

test('an event goes on though a few of its instances begin to flap, whose falls are the last ones still', () => {
	const all = range(0, 8);
	const bumpy = [0, 10, 20, 30, 40, 50].map((seconds): Poll => [seconds + 5, fleet(15, (seconds / 10) % 2 === 0 ? all : range(2, 8))]);
	assert.deepEqual(said([0, fleet(15)], ...bumpy).slice(-2), ['8 of 15 fell 12:00:00–45 · last <10s ago', '8 of 15 fell 12:00:00–45 · last 10s ago · 2 back']);
});

test('where instances fall and come back again and again a mass event is rarely told, and never once it is clear', () => {
	const told = [1, 2, 3, 4].map(seed => {
		let now = noon;
		const world = createWorld({
			scenario: scenarios.flapping, instances: 44, random: createRandom(seed), now: () => now,
		});
		const polls = Array.from({length: 60}, (_, index): Poll => {
			now = noon + (index * 5000);
			return [index * 5, world.instances().map(({name, connection}) => ({name, state: connection?.state ?? ''}))];
		});
		return said(...polls).map(words => words !== undefined);
	});
	const all = told.flat();
	assert.ok(all.filter(Boolean).length < all.length / 20, `told at ${all.filter(Boolean).length} of ${all.length} polls`);
	assert.ok(told.every(ofOne => !ofOne.slice(40).includes(true)));
});

test('a mass event that turns out to be coming and going is over', () => {
	// Of sixty, twenty fall, and then each five seconds four of the others, while four come back that were down before.
	const states = (turn: number) => ({...range(0, 20), ...range(20, 20 + (4 * turn)), ...range(44, 60 - (4 * turn))});
	const words = said([0, fleet(60, range(44, 60))], [40, fleet(60, range(44, 60))], ...[0, 1, 2, 3].map((turn): Poll => [45 + (turn * 5), fleet(60, states(turn))]));
	assert.deepEqual(words.map(text => text?.split(' · ', 1)[0]), [
		undefined, undefined, '20 of 60 fell 12:00:40–45', '24 of 60 fell 12:00:40–50', '28 of 60 fell 12:00:40–55', undefined,
	]);
});

test('while as many come back as fall, none of them joins a mass event', () => {
	const [before, fallen] = [range(38, 40), {...range(0, 14), ...range(38, 40)}];
	const polls: readonly Poll[] = [[0, fleet(40, before)], [40, fleet(40, before)], [45, fleet(40, fallen)], [70, fleet(40, fallen)]];
	const told = (last: Poll) => said(...polls, last).at(-1)?.split(' · ', 1)[0];
	assert.equal(told([76, fleet(40, {...range(0, 16), ...range(38, 40)})]), '16 of 40 fell 12:00:40–01:16');
	assert.equal(told([76, fleet(40, range(0, 16))]), '14 of 40 fell 12:00:40–45');
});

test('a restart after which all are back at once is a mass event nevertheless', () => {
	const words = said([0, fleet(30)], [5, fleet(30, range(0, 15))], [10, fleet(30, {...range(5, 24)})], [15, fleet(30, range(15, 30))]).map(text => text?.split(' · ', 1)[0]);
	assert.deepEqual(words.slice(1), ['15 of 30 fell 12:00:00–05', '24 of 30 fell 12:00:00–10', '30 of 30 fell 12:00:00–15']);
});

test('what falls while it lasts, but long after, does not belong to it', () => {
	const states = fold([0, fleet(60)], [5, fleet(60, range(0, 20))], [295, fleet(60, range(0, 20))], [300, fleet(60, range(0, 21))]);
	assert.equal(states.at(-1)?.mass.event?.fallen.size, 20);
});

test('a second mass event takes the place of the first', () => {
	assert.deepEqual(said(
		[0, fleet(60)],
		[5, fleet(60, range(0, 20))],
		[295, fleet(60, range(0, 20))],
		[300, fleet(60, range(0, 45))],
	).slice(1), [
		'20 of 60 fell 12:00:00–05 · last <10s ago',
		'20 of 60 fell 12:00:00–05 · last 4m ago',
		'25 of 60 fell 12:04:55–05:00 · last <10s ago',
	]);
});

test('at long intervals the next poll adds to the same event', () => {
	assert.equal(said([0, fleet(60)], [60, fleet(60, range(0, 20))], [120, fleet(60, range(0, 45))]).at(-1), '45 of 60 fell 12:00:00–02:00 · last <10s ago');
});

test('it is over after a quarter of an hour, and when the clock is set back', () => {
	const polls: readonly Poll[] = [[0, fleet(12)], [5, fleet(12, range(0, 6))]];
	assert.notEqual(said(...polls, [899, fleet(12, range(0, 6))]).at(-1), undefined);
	assert.equal(said(...polls, [906, fleet(12, range(0, 6))]).at(-1), undefined);
	assert.equal(said(...polls, [-60, fleet(12, range(0, 6))]).at(-1), undefined);
});

test('a clock that is set back begins anew: falls on either side of it are not added up', () => {
	const first = fold([0, fleet(15)], [5, fleet(15, range(0, 3))]).at(-1);
	assert.ok(first);
	const back = noon - 3_600_000;
	const next = foldSnapshot(first.inventory, snapshotOf(fleet(15, range(0, 6)), back), {elapsed: noon + 10_000});
	const mass = runAtOnce(foldMass(first.mass, next.transitions, {account, now: back, inventory: next.inventory}));
	assert.deepEqual([mass.event, mass.falls], [undefined, []]);
});

test('those that leave the account are not waited for', () => {
	const rest = fleet(12, range(0, 6)).slice(5);
	const back = fleet(12).slice(5);
	assert.equal(said([0, fleet(12)], [5, fleet(12, range(0, 6))], [10, rest], [80, rest], [85, back], [90, back]).at(-1), undefined);
});

test('the fallen of a picture that is held are counted as that picture shows them', () => {
	const [, held, present] = fold([0, fleet(12)], [5, fleet(12, range(0, 6))], [10, fleet(12, range(3, 6))]);
	assert.ok(held?.mass.event && present?.mass.event);
	assert.equal(countBack(present.mass.event, held.inventory), 0);
	assert.equal(countBack(present.mass.event, present.inventory), 3);
	assert.equal(describeMassEvent(present.mass.event, present.inventory), '6 of 12 fell within 5s · 3 back');
});

test('an account that answers no more has its last fall dated by the clock, in steps', () => {
	const [, {mass, inventory} = assert.fail()] = fold([0, fleet(12)], [5, fleet(12, range(0, 6))]);
	const masses = new Map([[account, mass]]);
	assert.deepEqual([5, 47, 64, 65, 300].map(seconds => tellMass(masses, inventory, noon + (seconds * 1000), false)?.split(' · ', 2)[1]), [
		'last <10s ago', 'last 40s ago', 'last 50s ago', 'last 1m ago', 'last 4m ago',
	]);
	assert.equal(tellMass(masses, inventory, noon + 300_000)?.split(' · ', 2)[1], 'last <10s ago', 'while answers come it is told as of the last');
});

/** A fleet like `fleet`, in which those below `count` go through one proxy and the others through another. */
function behindProxies(count: number, size: number, states: Readonly<Record<number, string>> = {}): readonly WireItem[] {
	return fleet(size, states).map((item, index) => ({...item, proxy: {enabled: true, host: index < count ? 'br1.example.net' : 'br2.example.net', port: 1080}}));
}

test('what the fallen have in common is told as it was when the last of them fell', () => {
	assert.deepEqual(said(
		[0, behindProxies(31, 44)],
		[5, behindProxies(31, 44, range(0, 20))],
		[10, behindProxies(31, 44, range(0, 31))],
		[15, behindProxies(0, 44, range(8, 31))],
		[20, behindProxies(0, 44, range(8, 33))],
	).slice(1), [
		'20 of 44 fell 12:00:00–05 · last <10s ago · all through proxy br1.example.net',
		'31 of 44 fell 12:00:00–10 · last <10s ago · all through proxy br1.example.net',
		'31 of 44 fell 12:00:00–10 · last <10s ago · 8 back · all through proxy br1.example.net',
		'33 of 44 fell 12:00:00–20 · last <10s ago · 8 back',
	]);
});

test('they are compared once, and not at every poll', () => {
	const [, first, second] = fold([0, behindProxies(6, 12)], [5, behindProxies(6, 12, range(0, 6))], [10, behindProxies(6, 12, range(0, 6))]);
	assert.notEqual(first?.mass.event, undefined);
	assert.equal(second?.mass.event, first?.mass.event);
});

test('an alert is told by the clock, without a time that is wrong once it is read', () => {
	const [, {mass: {event}, inventory, now} = assert.fail()] = fold([0, behindProxies(6, 12)], [5, behindProxies(6, 12, range(0, 6))]);
	assert.ok(event);
	assert.equal(describeMassEvent(event, inventory, {now, time: utc}), '6 of 12 fell 12:00:00–05 · all through proxy br1.example.net');
});

test('half a list that vanishes is said while its rows stay', () => {
	const rest = fleet(40).slice(20);
	assert.deepEqual(said([0, fleet(40)], [5, rest], [10, rest], [64, rest], [70, rest]), [
		undefined,
		'20 of 40 vanished between two polls',
		'20 of 40 vanished between two polls',
		'20 of 40 vanished between two polls',
		undefined,
	]);
});

test('those that have just come do not hide how many of those before have left', () => {
	const others = Array.from({length: 30}, (_, index) => ({name: `new-${index}`, state: 'connected'}));
	assert.equal(said([0, fleet(10)], [5, others]).at(-1), '10 of 10 vanished between two polls');
});

test('a list that became empty is said until it has an instance again, however few there were', () => {
	const emptied = [[0, fleet(3)], [5, []], [200, []]] as const;
	assert.deepEqual(said(...emptied, [205, fleet(1)]), [undefined, 'the list is empty: all 3 vanished', 'the list is empty: all 3 vanished', undefined]);
	assert.equal(said([0, fleet(1)], [5, []]).at(-1), 'the list is empty: its only instance vanished');
	assert.equal(said([0, []]).at(-1), undefined);
});

test('a list that is whole again has no mass vanishing', () => {
	assert.equal(said([0, fleet(40)], [5, fleet(40).slice(20)], [10, fleet(40)]).at(-1), undefined);
});

test('less than half a list, or fewer than five, vanish without a word', () => {
	assert.equal(said([0, fleet(40)], [5, fleet(40).slice(19)]).at(-1), undefined);
	assert.equal(said([0, fleet(5)], [5, fleet(5).slice(4)]).at(-1), undefined);
	assert.equal(said([0, fleet(40)], [5, fleet(40).slice(12)], [10, fleet(40).slice(24)]).at(-1), undefined);
});

test('half of one account is half a list, whatever the other accounts show', () => {
	const first = foldSnapshot(foldSnapshot(emptyInventory, snapshotOf([], noon)).inventory, snapshotOf(fleet(100), noon, other));
	const list = Array.from({length: 10}, (_, index) => ({name: `mine-${index}`, state: 'connected'}));
	const second = foldSnapshot(first.inventory, snapshotOf(list, noon + 1000));
	const third = foldSnapshot(second.inventory, snapshotOf(list.slice(5), noon + 2000));
	let mass = noMass;
	for (const {inventory, transitions} of [first, second, third]) {
		mass = runAtOnce(foldMass(mass, transitions, {account, now: lookedAt(inventory, account) ?? noon, inventory}));
	}

	assert.equal(tellMass(new Map([[account, mass]]), third.inventory, noon + 2000), '5 of 10 vanished between two polls');
});

/** A fleet of two accounts after these polls of either. */
function foldTwo(...polls: ReadonlyArray<readonly [of: AccountId, ...poll: Poll]>) {
	let both = newFleet([account, other].map(id => ({account: id, host: sanitize('api.example')})));
	for (const [of, seconds, items] of polls) {
		const at = noon + (seconds * 1000);
		both = foldOne(both, listed(snapshotOf(items, at, of)), {at, of});
	}

	return (seconds: number) => tellMass(both.masses, both.inventory, noon + (seconds * 1000));
}

test('of two accounts that which happened last is told, whether it fell or vanished', () => {
	const [fell, vanished] = ['6 of 12 fell 12:00:00–10 · last <10s ago', '20 of 40 vanished between two polls'];
	const begun = [[account, 0, fleet(40)], [other, 0, fleet(12)]] as const;
	assert.equal(foldTwo(...begun, [account, 5, fleet(20)], [other, 10, fleet(12, range(0, 6))])(10), fell);
	assert.equal(foldTwo(...begun, [other, 10, fleet(12, range(0, 6))], [account, 15, fleet(20)])(15), vanished);
	assert.equal(foldTwo(...begun, [account, 5, fleet(40, range(0, 30))], [other, 10, fleet(12, range(0, 6))])(10), fell);
});

test('beside another account it is told what the fallen share, and not that they are of their account', () => {
	const told = foldTwo([account, 0, fleet(40)], [other, 0, behindProxies(8, 12)], [other, 5, behindProxies(8, 12, range(0, 6))])(5);
	assert.equal(told, '6 of 12 fell 12:00:00–05 · last <10s ago · all through proxy br1.example.net');
});

test('what an account that answers no more had last becomes old too', () => {
	const vanished = foldTwo([account, 0, fleet(40)], [account, 5, fleet(20)]);
	assert.deepEqual([vanished(64), vanished(65)], ['20 of 40 vanished between two polls', undefined]);
	const fell = foldTwo([account, 0, fleet(12)], [account, 5, fleet(12, range(0, 6))]);
	assert.deepEqual([fell(904), fell(905)], ['6 of 12 fell 12:00:00–05 · last <10s ago', undefined]);
	const both = foldTwo([account, 0, fleet(40)], [other, 0, fleet(12)], [other, 5, fleet(12, range(0, 6))], [account, 10, fleet(20)]);
	assert.deepEqual([both(69), both(70)], ['20 of 40 vanished between two polls', '6 of 12 fell 12:00:00–05 · last <10s ago']);
});

test('any number of instances can fall together', () => {
	const [{inventory, mass} = assert.fail()] = fold([0, fleet(3)]);
	const [tracked] = inventory.tracked.values();
	assert.ok(tracked);
	const {instance: {key, name, state}, since} = tracked;
	const falls = Array.from({length: amount(130_000, 10_000)}, (_, index) => ({
		key: instanceKey(account, `${key}${index}`),
		name,
		at: noon + 5000,
		isExact: true,
		era: since.era,
		to: {kind: 'disconnected', text: name} as const,
		former: {state: {...state, kind: 'connected'} as const, since, to: noon},
		lasted: {milliseconds: 5000, bound: 'at-least'} as const,
	}));
	const down = new Map(falls.map(fall => [fall.key, {...tracked, instance: {...tracked.instance, key: fall.key, state: fall.to}}]));
	const {event} = runAtOnce(foldMass(mass, falls, {account, now: noon + 5000, inventory: {...inventory, tracked: down}}));
	assert.deepEqual([event?.fallen.size, event?.from, event?.until], [falls.length, noon, noon + 5000]);
});
