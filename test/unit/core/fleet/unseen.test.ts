import assert from 'node:assert/strict';
import {test} from 'node:test';
import {foldAlerts, noAlerts} from '../../../../source/core/fleet/alerts.js';
import {emptyInventory} from '../../../../source/core/fleet/inventory.js';
import {shareOf} from '../../../../source/core/fleet/past/share.js';
import {outagesOf, stretchesOf, type Stretch} from '../../../../source/core/fleet/periods.js';
import {rowIn} from '../../../../source/core/fleet/row.js';
import {factsOf} from '../../../../source/core/instance/facts.js';
import type {Transition} from '../../../../source/core/fleet/transitions.js';
import {noon, snapshotOf, unreadable} from '../../../helpers/fleet.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';
import {trackedOf} from '../../../helpers/watch-polls.js';

/** What a look shows of the instance: its state, an item that cannot be read, or no item. */
type Shown = 'connected' | 'connecting' | 'disconnected' | 'unreadable' | 'missing';

/** Looks every so many seconds that all show the same, until a time; `back` is how far the clock was set back by then. */
type Phase = {readonly until: number; readonly shows: Shown; readonly every?: number; readonly back?: number};

/** What is known of the instance `a` after looks from second 0 on, every five seconds unless told. */
function follow(...phases: readonly Phase[]) {
	let inventory = emptyInventory;
	let alertState = noAlerts;
	let elapsed = 0;
	const transitions: Transition[] = [];
	const alerts: string[] = [];
	let now = noon;
	for (const {until, shows, every = 5, back = 0} of phases) {
		for (; elapsed <= until; elapsed += every) {
			now = noon + ((elapsed - back) * 1000);
			const items = [{name: 'b', state: 'connected'}, ...shows === 'unreadable' || shows === 'missing' ? [] : [{name: 'a', state: shows}]];
			const rejected = shows === 'unreadable' ? [unreadable('a')] : [];
			const before = inventory;
			const folded = foldSnapshot(before, {...snapshotOf(items, now), rejected}, {elapsed: noon + (elapsed * 1000)});
			({inventory} = folded);
			transitions.push(...folded.transitions);
			const found = foldAlerts(alertState, {
				before, inventory, masses: new Map(), acknowledged: new Map(), now,
			});
			alertState = found.state;
			for (const {body} of found.alerts) {
				alerts.push(`${elapsed}: ${body}`);
			}
		}
	}

	const names = inventory.tracked.values().map(({instance}) => instance.name).toArray();
	const [coverage] = inventory.coverage.values();
	assert.ok(coverage);
	return {
		names,
		transitions,
		alerts,
		get row() {
			const tracked = trackedOf(inventory, 'a');
			return rowIn(inventory, tracked, {facts: factsOf(tracked.instance), now, isAcknowledged: false});
		},
		get stretches() {
			return stretchesOf(trackedOf(inventory, 'a'), coverage);
		},
	};
}

const hour = 3600;
const quarter = hour / 4;
/** For how long it was connected, and seen, at any time. */
const timesOf = (stretches: readonly Stretch[]) => {
	const {up, seen} = shareOf(stretches, {from: 0, to: Infinity});
	return {up, seen};
};

const fell: readonly Phase[] = [{until: 0, shows: 'connected'}, {until: 10, shows: 'disconnected'}];

test('a state with a time in which the instance was not seen is approximate, and that time does not count as watched', () => {
	for (const [shows, until] of [['unreadable', quarter], ['missing', 55]] as const) {
		const {row, stretches} = follow(...fell, {until, shows}, {until: until + 5, shows: 'disconnected'});
		assert.equal(row.since.bound, 'approximate', shows);
		assert.deepEqual(timesOf(stretches), {up: 5000, seen: 10_000}, shows);
		assert.deepEqual(outagesOf(stretches).map(({lasted}) => lasted.bound), ['approximate'], shows);
	}
});

test('one answer that cannot be read is no hole', () => {
	const {row} = follow(...fell, {until: 15, shows: 'unreadable'}, {until: 20, shows: 'disconnected'});
	assert.deepEqual([row.since.bound, row.lasted], ['exact', 15_000]);
});

test('the length of a state that ends after a time without a look is approximate', () => {
	const {transitions} = follow(...fell, {until: quarter, shows: 'unreadable'}, {until: quarter + 5, shows: 'disconnected'}, {until: quarter + 10, shows: 'connected'});
	assert.equal(transitions.at(-1)?.lasted.bound, 'approximate');
});

test('the time in a state ends at the last look that showed it', () => {
	const {row} = follow(...fell, {until: quarter, shows: 'unreadable'});
	assert.deepEqual([row.since.bound, row.lasted], ['exact', 5000]);
});

test('an instance that is not seen does not get stuck', () => {
	const {row, alerts} = follow({until: 0, shows: 'connected'}, {until: 5, shows: 'connecting'}, {until: 300, shows: 'unreadable'});
	assert.deepEqual([row.isStuck, alerts], [false, []]);
});

test('nothing of a state that the first look of an era ended was seen in that era', () => {
	const {stretches} = follow({until: 1800, shows: 'connected'}, {until: 2 * hour, shows: 'disconnected', back: hour});
	assert.deepEqual(stretches.map(({kind, isStartSeen}) => [kind, isStartSeen]), [['disconnected', false]]);
	assert.equal(timesOf(stretches).up, 0);
});

test('an instance that no look of an era showed was not watched in it', () => {
	const {stretches, row} = follow({until: 5, shows: 'connected'}, {until: 10, shows: 'unreadable'}, {until: 600, shows: 'unreadable', back: hour});
	assert.deepEqual(timesOf(stretches), {up: 0, seen: 0});
	assert.deepEqual([row.since.bound, row.lasted], ['at-least', 0]);
});

test('a state that is seen again long after the beginning of an era is approximate', () => {
	const {stretches, row} = follow(
		{until: 5, shows: 'connected'},
		{until: 10, shows: 'unreadable'},
		{until: 600, shows: 'unreadable', back: hour},
		{until: 610, shows: 'connected', back: hour},
	);
	assert.equal(row.since.bound, 'approximate');
	assert.deepEqual(timesOf(stretches), {up: 5000, seen: 5000});
});

test('an outage that goes on through an era, and is over, lasted at least the time of the present one', () => {
	const {stretches} = follow(...fell, {until: 60, shows: 'disconnected', back: hour}, {until: 65, shows: 'connected', back: hour});
	assert.deepEqual(outagesOf(stretches).map(({lasted}) => lasted), [{milliseconds: 50_000, bound: 'at-least'}]);
});

test('a hole in the era makes a state of a former era approximate', () => {
	const {row} = follow(...fell, {until: 60, shows: 'disconnected', back: hour}, {
		until: 8 * hour, shows: 'disconnected', back: hour, every: 4 * hour,
	});
	assert.equal(row.since.bound, 'approximate');
});

test('the length of a state is not exact where the clock was set back at its end', () => {
	const {transitions} = follow({until: 0, shows: 'connected'}, {until: 5, shows: 'disconnected', every: 40}, {until: 45, shows: 'connected', back: 31});
	assert.deepEqual(transitions.at(-1)?.lasted, {milliseconds: 0, bound: 'at-least'});
});

test('a clock that was set back hides no alert', () => {
	const {alerts: once} = follow({until: 10, shows: 'connected'}, {until: 15, shows: 'disconnected'}, {until: 60, shows: 'disconnected', back: hour});
	assert.equal(once.length, 1);
	const {alerts: again} = follow(
		{until: 10, shows: 'connected'},
		{until: 30, shows: 'disconnected'},
		{until: 40, shows: 'connected'},
		{until: 500, shows: 'connected', back: hour},
		{until: 530, shows: 'disconnected', back: hour},
	);
	assert.equal(again.length, 2);
});

test('a clock that was set back keeps no instance new, gone or flapping', () => {
	const {row: appeared} = follow({until: 5, shows: 'missing'}, {until: 10, shows: 'connected'}, {until: 15, shows: 'connected', back: hour});
	assert.equal(appeared.isNew, false);
	assert.deepEqual(follow({until: 5, shows: 'connected'}, {until: 10, shows: 'missing'}, {until: 80, shows: 'missing', back: hour}).names, ['b']);
	const flaps = [5, 10, 15, 20, 25].map((until, index): Phase => ({until, shows: index % 2 === 0 ? 'connected' : 'disconnected'}));
	assert.equal(follow(...flaps).row.isFlapping, true);
	assert.equal(follow(...flaps, {until: 1300, shows: 'connected', back: 1200}).row.isFlapping, false);
});

test('what a clock that was set back a little first shows has lasted for no time', () => {
	const {row, transitions} = follow({until: 60, shows: 'connected'}, {until: 65, shows: 'disconnected', back: 20});
	assert.equal(row.lasted, 0);
	assert.equal(transitions.length, 1);
});
