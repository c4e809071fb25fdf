import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countAll, countTroubles} from '../../../../source/core/fleet/counts.js';
import {emptyInventory, type Inventory} from '../../../../source/core/fleet/inventory.js';
import {factsOf} from '../../../../source/core/instance/facts.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {watch} from '../../../helpers/watch-polls.js';

test('every state is counted, unknown ones together', () => {
	const states = ['connected', 'connected', 'connecting', 'disconnected', 'loggedout', 'logged_out', 'qr', 'banned'];
	assert.deepEqual(countAll(watch([0, states.map((state, index) => ({name: `n${index}`, state}))]).inventory.tracked.values()), {
		connected: 2, connecting: 1, disconnected: 1, loggedout: 2, other: 2, total: 8,
	});
});

test('an instance that is gone is not counted, and counts again when it returns', () => {
	const items = [{name: 'a', state: 'connected'}, {name: 'b', state: 'disconnected'}];
	assert.equal(countAll(watch([0, items], [5, items.slice(1)]).inventory.tracked.values()).total, 1);
	assert.equal(countAll(watch([0, items], [5, items.slice(1)], [10, items]).inventory.tracked.values()).total, 2);
	assert.equal(countAll(emptyInventory.tracked.values()).total, 0);
});

test('integrations in trouble are counted by the tables of their blocks, of those that are listed', () => {
	const chatwoot = {enabled: true, status: 'error'};
	const items = [
		{name: 'a', chatwoot}, {name: 'b', chatwoot, webhook: {enabled: true, url: null}}, {name: 'c', proxy: {enabled: true, host: null}}, {name: 'd'},
	];
	const told = (inventory: Inventory) => runAtOnce(countTroubles(inventory, instance => factsOf(instance).integrations));
	assert.deepEqual(told(watch([0, items]).inventory), [
		{integration: 'webhook', count: 1}, {integration: 'chatwoot', count: 2}, {integration: 'proxy', count: 1},
	]);
	assert.deepEqual(told(watch([0, items], [5, items.slice(2)]).inventory), [{integration: 'proxy', count: 1}]);
	assert.deepEqual(told(watch([0, items.slice(3)]).inventory), []);
});
