import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	connectedTime,
	lastMinutes,
	outagesOf,
	periodsOf,
	type Period,
} from '../../../../source/core/fleet/periods.js';
import {shiftInventory} from '../../../../source/core/fleet/inventory.js';
import {noon} from '../../../helpers/fleet.js';
import {trackedOf, watch, type Poll} from '../../../helpers/watch-polls.js';

const at = (seconds: number) => noon + (seconds * 1000);

/** The states of one instance, one for each poll. */
const through = (...polls: ReadonlyArray<readonly [seconds: number, state: string]>) => {
	const {inventory} = watch(...polls.map(([seconds, state]): Poll => [seconds, [{name: 'sales', state}]]));
	return trackedOf(inventory, 'sales');
};

const period = (kind: Period['kind'], from: number, to: number): Period => ({
	kind, from: at(from), to: at(to), isExact: true,
});

test('an instance\'s life is cut into spells of one state each', () => {
	assert.deepEqual(periodsOf(through([0, 'connected'], [30, 'disconnected'], [90, 'connecting']), at(100)), [
		{...period('connected', 0, 30), isExact: false},
		period('disconnected', 30, 90),
		period('connecting', 90, 100),
	]);
});

test('what vanished is in no state any more', () => {
	const {inventory} = watch([0, [{name: 'sales', state: 'connected'}]], [10, []]);
	assert.deepEqual(periodsOf(trackedOf(inventory, 'sales'), at(40)).map(({to}) => to), [at(10)]);
});

test('an outage goes through all states that are not connected, until the instance is back', () => {
	const periods = [period('connected', 0, 10), period('disconnected', 10, 30), period('connecting', 30, 40), period('connected', 40, 50), period('loggedout', 50, 55)];
	assert.deepEqual(outagesOf(periods), [
		{
			from: at(10), lasted: 30_000, isExact: true, ended: at(40),
		},
		{
			from: at(50), lasted: 5000, isExact: true, ended: undefined,
		},
	]);
	assert.deepEqual(outagesOf([period('connected', 0, 10)]), []);
});

test('the share of time connected counts what was watched', () => {
	assert.deepEqual(connectedTime([period('connected', 0, 30), period('disconnected', 30, 40), period('connected', 40, 100)]), {connected: 90_000, watched: 100_000});
});

test('a machine that slept for hours was not watching', () => {
	const {inventory} = watch([0, [{name: 'sales', state: 'connected'}]], [60, [{name: 'sales', state: 'disconnected'}]]);
	const slept = trackedOf(shiftInventory(inventory, 3_600_000), 'sales');
	assert.deepEqual(connectedTime(periodsOf(slept, at(120) + 3_600_000)), {connected: 60_000, watched: 120_000});
});

test('each of the last minutes shows the worst that was seen in it', () => {
	const now = at(300);
	const periods = [period('connected', 70, 130), period('disconnected', 130, 135), period('connected', 135, 300)];
	assert.deepEqual(lastMinutes(periods, 6, now), [undefined, undefined, 'connected', 'disconnected', 'connected', 'connected']);
	assert.deepEqual(lastMinutes([period('connecting', 300, 300)], 2, now), [undefined, 'connecting']);
});
