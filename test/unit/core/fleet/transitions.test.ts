import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countFlaps, isFlapping} from '../../../../source/core/fleet/flapping.js';
import {isSameState} from '../../../../source/core/fleet/transitions.js';
import type {PackedHistory} from '../../../../source/core/fleet/packed-history.js';
import {instanceOf, noon} from '../../../helpers/fleet.js';
import {trackedOf, watch} from '../../../helpers/watch-polls.js';

const minute = 60;

/** The history of changes so many seconds after noon. */
const changesAt = (...seconds: readonly number[]): PackedHistory => trackedOf(watch([-1, [{name: 'sales', state: 'connected'}]], ...seconds.map((second, index) => [second, [{name: 'sales', state: index % 2 === 0 ? 'disconnected' : 'connected'}]] as const)).inventory, 'sales').history;

test('two spellings of a documented state are the same, two unknown words are not', () => {
	for (const [one, other, isSame] of [
		['connected', 'connected', true],
		['loggedout', 'logged_out', true],
		['loggedout', 'Logged-Out', true],
		['connected', 'connecting', false],
		['qr', 'qr', true],
		['qr', 'banned', false],
		['qr', 'connected', false],
	] as const) {
		assert.equal(isSameState(instanceOf({name: 'a', state: one}).state, instanceOf({name: 'a', state: other}).state), isSame, `${one} and ${other}`);
	}
});

test('only the changes of the last ten minutes count', () => {
	const history = changesAt(0, 1, 2, 3);
	assert.equal(countFlaps(history, {now: noon + (10 * minute * 1000) - 1, era: 0}), 4);
	assert.equal(countFlaps(history, {now: noon + (10 * minute * 1000), era: 0}), 3);
	assert.equal(countFlaps(history, {now: noon + (20 * minute * 1000), era: 0}), 0);
	assert.equal(countFlaps(history, {now: noon + (10 * minute * 1000) - 1, era: 1}), 0, 'those of another era');
});

test('four changes within ten minutes flap, three do not, nor do four that are further apart', () => {
	for (const [seconds, now, expected] of [
		[[0, 60, 120], 120, false],
		[[0, 60, 120, 180], 180, true],
		[[0, 200, 400, 599], 599, true],
		[[0, 200, 400, 600], 600, false],
		[[0, 1, 2, 3], 700, false],
		[[0, 700, 800, 900, 1000], 1000, true],
	] as const) {
		assert.equal(isFlapping(changesAt(...seconds), {now: noon + (now * 1000), era: 0}), expected, `${seconds.join(', ')} at ${now}`);
	}
});
