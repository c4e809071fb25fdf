import assert from 'node:assert/strict';
import test from 'node:test';
import type {Alert} from '../../../../source/core/fleet/alert-text.js';
import {foldAlerts, noAlerts} from '../../../../source/core/fleet/alerts.js';
import {emptyInventory} from '../../../../source/core/fleet/inventory.js';
import {utc} from '../../../helpers/utc.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';
import {foldMass} from '../../../../source/core/fleet/mass/fold-mass.js';
import {noMass} from '../../../../source/core/fleet/mass-event.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {cellWidth} from '../../../../source/core/text/measure.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';

type Poll = readonly [seconds: number, items: readonly WireItem[]];

/** So many connected instances, with these in front. */
function fleet(...named: readonly WireItem[]): readonly WireItem[] {
	return [...named, ...Array.from({length: 40}, (_, index) => ({name: `calm-${index}`, state: 'connected'}))];
}

const sales = (state: string): readonly WireItem[] => fleet({name: 'sales', state});

/** What is alerted of after each poll. `names` are those that are acknowledged at once in whatever state they are in then. */
function foldPolls(polls: readonly Poll[], names: readonly string[] = []): ReadonlyArray<readonly Alert[]> {
	let inventory = emptyInventory;
	let mass = noMass;
	let state = noAlerts;
	let acknowledged: ReadonlyMap<(typeof inventory.tracked extends ReadonlyMap<infer Key, unknown> ? Key : never), number> = new Map();
	return polls.map(([seconds, items]) => {
		const at = noon + (seconds * 1000);
		const before = inventory;
		const folded = foldSnapshot(inventory, snapshotOf(items, at));
		({inventory} = folded);
		mass = runAtOnce(foldMass(mass, folded.transitions, {account, now: at, inventory}));
		if (acknowledged.size === 0) {
			acknowledged = new Map(inventory.tracked.values()
				.filter(({instance}) => names.includes(instance.name) && instance.state.kind !== 'connected')
				.map(({instance, since}) => [instance.key, since.at]));
		}

		const found = foldAlerts(state, {
			before, inventory, masses: new Map([[account, mass]]), acknowledged, now: at, time: utc,
		});
		({state} = found);
		return found.alerts;
	});
}

function bodies(polls: readonly Poll[], names: readonly string[] = []): ReadonlyArray<readonly string[]> {
	return foldPolls(polls, names).map(alerts => alerts.map(({body}) => body));
}

test('a fall is alerted of once, when it has lasted ten seconds', () => {
	assert.deepEqual(bodies([[0, sales('connected')], [5, sales('disconnected')], [10, sales('disconnected')], [15, sales('disconnected')], [60, sales('disconnected')]]), [[], [], [], ['sales: disconnected'], []]);
});

test('a fall is alerted of when one more answer shows it, where polls are further apart', () => {
	assert.deepEqual(bodies([[0, sales('connected')], [60, sales('loggedout')], [120, sales('loggedout')]]), [[], [], ['sales: logged out']]);
});

test('time alone confirms nothing: another account\'s answer does not make a fall last', () => {
	const first = foldSnapshot(emptyInventory, snapshotOf(sales('connected'), noon));
	const {inventory} = foldSnapshot(first.inventory, snapshotOf(sales('disconnected'), noon + 5000));
	const fold = (before: typeof inventory, now: number) => foldAlerts(noAlerts, {
		before, inventory, masses: new Map(), acknowledged: new Map(), now,
	}).alerts;
	assert.deepEqual(fold(inventory, noon + 60_000), []);
	assert.deepEqual(fold(first.inventory, noon + 60_000), [], 'a slow answer is the first to show it');
});

test('what comes back in time was a flap', () => {
	assert.deepEqual(bodies([[0, sales('connected')], [5, sales('disconnected')], [10, sales('connected')], [15, sales('disconnected')], [20, sales('connected')], [40, sales('connected')]]).flat(), []);
});

test('an instance on its way down through connecting has fallen when it left connected', () => {
	assert.deepEqual(bodies([[0, sales('connected')], [5, sales('connecting')], [10, sales('disconnected')], [15, sales('disconnected')]]).flat(), ['sales: disconnected']);
});

test('what was never seen connected has not fallen', () => {
	assert.deepEqual(bodies([[0, sales('connecting')], [5, sales('disconnected')], [15, sales('disconnected')], [200, sales('loggedout')], [300, sales('loggedout')]]).flat(), []);
	assert.deepEqual(bodies([[0, fleet()], [5, sales('disconnected')], [15, sales('disconnected')], [60, sales('disconnected')]]).flat(), []);
});

test('what asks more of a person than before is alerted of again, and what asks less is not', () => {
	assert.deepEqual(bodies([
		[0, sales('connected')],
		[5, sales('connecting')],
		[15, sales('connecting')],
		[100, sales('connecting')],
		[130, sales('connecting')],
		[140, sales('loggedout')],
		[150, sales('loggedout')],
		[160, sales('disconnected')],
		[180, sales('disconnected')],
	]), [[], [], ['sales: connecting'], [], ['sales: stuck connecting'], [], ['sales: logged out'], [], []]);
});

test('an instance that has been well for a while is alerted of anew', () => {
	assert.deepEqual(bodies([[0, sales('connected')], [5, sales('disconnected')], [15, sales('disconnected')], [20, sales('connected')], [30, sales('connected')], [900, sales('disconnected')], [910, sales('disconnected')]]).flat(), ['sales: disconnected', 'sales: disconnected']);
});

test('an instance that flaps does not ring at every turn', () => {
	const polls = Array.from({length: 10}, (_, turn): readonly Poll[] => [[turn * 60, sales('connected')], [(turn * 60) + 15, sales('connected')], [(turn * 60) + 30, sales('disconnected')], [(turn * 60) + 45, sales('disconnected')]]).flat();
	assert.deepEqual(bodies(polls).flat(), ['sales: disconnected', 'sales: disconnected']);
});

test('an instance that is missing from one list in between is not alerted of twice', () => {
	assert.deepEqual(bodies([[0, sales('connected')], [5, sales('disconnected')], [15, sales('disconnected')], [20, fleet()], [25, sales('disconnected')], [60, sales('disconnected')]]).flat(), ['sales: disconnected']);
});

test('an acknowledged instance is silent in its state, and rings when it gets worse', () => {
	const polls: readonly Poll[] = [[0, sales('connected')], [5, sales('disconnected')], [20, sales('disconnected')], [60, sales('disconnected')]];
	assert.deepEqual(bodies(polls, ['sales']).flat(), []);
	assert.deepEqual(bodies([...polls, [70, sales('loggedout')], [80, sales('loggedout')]], ['sales']).flat(), ['sales: logged out']);
});

test('several that fell are told of in one alert, with as many names as there is room for', () => {
	const items = (state: string) => fleet(...Array.from({length: 12}, (_, index) => ({name: `delivery-${index}`, state})));
	const [alert, ...others] = bodies([[0, items('connected')], [5, items('disconnected')], [15, items('disconnected')]]).flat();
	assert.equal(alert, '12 instances are down: delivery-0, delivery-1, delivery-2, delivery-3, delivery-4, delivery-5, delivery-6 and 5 more');
	assert.deepEqual(others, []);
	assert.deepEqual(bodies([[0, items('connected').slice(10)], [5, items('disconnected').slice(10)], [15, items('disconnected').slice(10)]]).flat(), ['2 instances are down: delivery-10, delivery-11']);
});

test('a mass event rings once, at once, for all that fell in it', () => {
	const items = (down: number) => Array.from({length: 44}, (_, index) => ({name: `i-${index}`, state: index < down ? 'disconnected' : 'connected'}));
	assert.deepEqual(bodies([[0, items(0)], [5, items(20)], [10, items(31)], [15, items(31)], [30, items(31)], [1000, items(31)]]), [[], ['20 of 44 fell 12:00:00–05'], [], [], [], []]);
});

test('what falls alone long after a mass event that still lasts has its own alert', () => {
	const items = (down: readonly number[]) => Array.from({length: 15}, (_, index) => ({name: `i-${index}`, state: down.includes(index) ? 'disconnected' : 'connected'}));
	assert.deepEqual(bodies([
		[0, items([])],
		[5, items([0, 1, 2, 3, 4])],
		[60, items([0, 1, 2])],
		[90, items([0, 1, 2])],
		[300, items([0, 1, 2, 4])],
		[310, items([0, 1, 2, 4])],
		[320, items([0, 1, 2, 4, 9])],
		[330, items([0, 1, 2, 4, 9])],
	]).flat(), [
		'5 of 15 fell 12:00:00–05',
		'i-4: disconnected',
		'i-9: disconnected',
	]);
});

test('half a list that vanishes rings once', () => {
	assert.deepEqual(bodies([[0, fleet()], [5, fleet().slice(20)], [10, fleet().slice(20)], [15, fleet().slice(20)]]), [[], ['20 of 40 vanished between two polls'], [], []]);
});

test('whatever an instance is called, an alert is safe text of at most 120 cells', () => {
	for (const [name, state] of [['\u{1B}]0;owned\u{7}\u{9B}2J', 'disconnected'], ['名'.repeat(5000), 'disconnected'], ['sales', `\u{1B}[2J${'x'.repeat(5000)}`]] as const) {
		const alerts = foldPolls([[0, fleet({name, state: 'connected'})], [5, fleet({name, state})], [15, fleet({name, state})]]).flat();
		assert.equal(alerts.length, 1);
		for (const text of alerts.flatMap(({title, body}) => [title, body])) {
			assert.equal(text, sanitize(text));
			assert.ok(cellWidth(text) <= 120, text);
		}
	}
});
