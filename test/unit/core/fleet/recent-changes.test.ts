import assert from 'node:assert/strict';
import {test} from 'node:test';
import {valueOf} from '../../../../source/core/blocks/field.js';
import {noon, snapshotOf} from '../../../helpers/fleet.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';
import {trackedOf, watch, type Poll} from '../../../helpers/watch-polls.js';

/** The changes of one instance after these polls: path, when, and the status it had before. */
const changesOf = (...polls: readonly Poll[]) => {
	const {inventory} = watch(...polls);
	const changes = inventory.changes.get(trackedOf(inventory, 'sales').instance.key);
	return changes === undefined ? [] : [...changes].map(([path, change]) => [path, (change.at - noon) / 1000, valueOf(change.former.status)]);
};

test('what differs between two answers is named by its path, with what was before', () => {
	assert.deepEqual(changesOf([0, [{name: 'sales', state: 'connected'}]], [5, [{name: 'sales', state: 'disconnected'}]]), [
		['status', 5, 'connected'], ['connection', 5, 'connected'], ['connection.state', 5, 'connected'],
	]);
	assert.deepEqual(changesOf([0, [{name: 'sales', region: 'a'}]], [5, [{name: 'sales', proxy: null}]]).map(([path]) => path), ['proxy', 'proxy.enabled', 'proxy.host', 'proxy.port', 'proxy.protocol', 'proxy.username', 'proxy.password', 'region']);
});

test('a field that changes twice was what it was last', () => {
	assert.deepEqual(changesOf([0, [{name: 'sales', status: 'a'}]], [5, [{name: 'sales', status: 'b'}]], [10, [{name: 'sales', status: 'c'}]]), [['status', 10, 'b']]);
});

test('a minute later it is forgotten, and nothing is kept of an instance that has left', () => {
	const polls: readonly Poll[] = [[0, [{name: 'sales', status: 'a'}]], [5, [{name: 'sales', status: 'b'}]]];
	assert.equal(changesOf(...polls, [64, [{name: 'sales', status: 'b'}]]).length, 1);
	assert.equal(changesOf(...polls, [65, [{name: 'sales', status: 'b'}]]).length, 0);
	assert.equal(watch(...polls, [10, []], [71, []]).inventory.changes.size, 0);
});

test('after a clock that was set back no change of the future is kept', () => {
	const {inventory} = watch([0, [{name: 'sales', status: 'a'}]], [5, [{name: 'sales', status: 'b'}]]);
	const back = foldSnapshot(inventory, snapshotOf([{name: 'sales', status: 'b'}], noon - 3_600_000), {elapsed: noon + 10_000});
	assert.equal(back.inventory.changes.size, 0);
});
