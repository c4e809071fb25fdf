import assert from 'node:assert/strict';
import {test} from 'node:test';
import {firstLook, type Coverage} from '../../../../source/core/fleet/seen/coverage.js';
import {
	outagesOf,
	stretchesOf,
	type Stretch,
} from '../../../../source/core/fleet/periods.js';
import {addTransition, emptyHistory} from '../../../../source/core/fleet/packed-history.js';
import {noon} from '../../../helpers/fleet.js';
import {trackedOf, watch, type Poll} from '../../../helpers/watch-polls.js';

const at = (seconds: number) => noon + (seconds * 1000);

/** The stretches of one instance after polls that showed it in these states. */
const through = (...polls: ReadonlyArray<readonly [seconds: number, state: string]>) => {
	const {inventory} = watch(...polls.map(([seconds, state]): Poll => [seconds, [{name: 'sales', state}]]));
	const [coverage = firstLook(noon)] = inventory.coverage.values();
	return stretchesOf(trackedOf(inventory, 'sales'), coverage);
};

const stretch = (kind: Stretch['kind'], from: number, to: number, seen: Partial<Stretch> = {}): Stretch => ({
	kind, from: at(from), to: at(to), isStartSeen: true, isEndSeen: true, ...seen,
});

test('an instance\'s life is cut into stretches of one state each, to the last look', () => {
	assert.deepEqual(through([0, 'connected'], [30, 'disconnected'], [90, 'connecting'], [100, 'connecting']), [
		stretch('connected', 0, 30, {isStartSeen: false}),
		stretch('disconnected', 30, 90),
		stretch('connecting', 90, 100, {isEndSeen: false}),
	]);
});

test('a hole is in no stretch, and the same state on both sides of it is two stretches', () => {
	assert.deepEqual(through([0, 'disconnected'], [30, 'disconnected'], [3600, 'disconnected'], [3630, 'disconnected']), [
		stretch('disconnected', 0, 30, {isStartSeen: false, isEndSeen: false}),
		stretch('disconnected', 3600, 3630, {isStartSeen: false, isEndSeen: false}),
	]);
});

test('the time between two looks far apart, of which the later has another state, belongs to neither', () => {
	assert.deepEqual(through([0, 'connected'], [30, 'connected'], [120, 'disconnected'], [130, 'disconnected']), [
		stretch('connected', 0, 30, {isStartSeen: false, isEndSeen: false}),
		stretch('disconnected', 120, 130, {isStartSeen: false, isEndSeen: false}),
	]);
});

test('what vanished is in no state any more', () => {
	const {inventory} = watch([0, [{name: 'sales', state: 'connected'}]], [10, []], [20, []]);
	const [coverage = firstLook(noon)] = inventory.coverage.values();
	assert.deepEqual(stretchesOf(trackedOf(inventory, 'sales'), coverage).map(({to}) => to), [at(0)]);
});

test('a clock that was set back leaves only what was seen since', () => {
	const {inventory} = watch([0, [{name: 'sales', state: 'connected'}]], [60, [{name: 'sales', state: 'disconnected'}]]);
	const tracked = trackedOf(inventory, 'sales');
	const coverage: Coverage = {...firstLook(at(-3600)), era: 1};
	assert.deepEqual(stretchesOf(tracked, coverage), [stretch('disconnected', -3600, -3600, {isStartSeen: false, isEndSeen: false})]);
});

test('an outage goes through all states that are not connected, until the instance is back', () => {
	assert.deepEqual(outagesOf([
		stretch('connected', 0, 10), stretch('disconnected', 10, 30), stretch('connecting', 30, 40), stretch('connected', 40, 50), stretch('loggedout', 50, 55),
	]), [
		{from: at(10), lasted: {milliseconds: 30_000, bound: 'exact'}, ended: at(40)},
		{from: at(50), lasted: {milliseconds: 5000, bound: 'exact'}, ended: undefined},
	]);
	assert.deepEqual(outagesOf([stretch('connected', 0, 10)]), []);
});

test('an outage that was there at the first look, or whose end was not seen, lasted at least so long', () => {
	assert.deepEqual(outagesOf([stretch('disconnected', 0, 30, {isStartSeen: false}), stretch('connected', 30, 40)]).map(({lasted}) => lasted), [{milliseconds: 30_000, bound: 'at-least'}]);
	assert.deepEqual(outagesOf([stretch('disconnected', 0, 30), stretch('connected', 300, 310, {isStartSeen: false})]).map(({lasted}) => lasted), [{milliseconds: 30_000, bound: 'at-least'}]);
});

test('an outage that was there before and after a hole is one, and its length is approximate', () => {
	assert.deepEqual(outagesOf([stretch('disconnected', 0, 30), stretch('disconnected', 3600, 3630, {isStartSeen: false}), stretch('connected', 3630, 3700)]), [
		{from: at(0), lasted: {milliseconds: 3_630_000, bound: 'approximate'}, ended: at(3630)},
	]);
});

test('transitions from before the history add their stretches before those of the history', () => {
	const polls: readonly Poll[] = [
		[0, [{name: 'sales', state: 'connected'}]],
		[30, [{name: 'sales', state: 'disconnected'}]],
		[60, [{name: 'sales', state: 'connected'}]],
		[3600, [{name: 'sales', state: 'connected'}]],
		[3630, [{name: 'sales', state: 'logged_out'}]],
	];
	const {inventory, transitions} = watch(...polls);
	const tracked = trackedOf(inventory, 'sales');
	const [coverage = firstLook(noon)] = inventory.coverage.values();
	const latest = transitions[2];
	assert.ok(latest, 'the third change was seen');
	const history = addTransition(emptyHistory, latest);
	const shortened = {...tracked, history};
	assert.equal(stretchesOf(shortened, coverage).length, 3, 'the beginning is not in the history');
	assert.deepEqual(stretchesOf(shortened, coverage, transitions.slice(0, 2)), stretchesOf(tracked, coverage));
});
