import assert from 'node:assert/strict';
import {test} from 'node:test';
import {valueOf} from '../../../../source/core/blocks/field.js';
import {newFleet} from '../../../../source/core/fleet/fleet.js';
import {accountId} from '../../../../source/core/instance/instance.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';
import {foldOne, foldSnapshot, listed} from '../../../helpers/fold-snapshot.js';
import {trackedOf, watch, type Poll} from '../../../helpers/watch-polls.js';

/** The changes of one instance after these polls: path, when, and the status it had before. */
const changesOf = (...polls: readonly Poll[]) => {
	const {inventory} = watch(...polls);
	const changes = inventory.changes.get(trackedOf(inventory, 'sales').instance.key);
	return changes === undefined ? [] : [...changes].map(([path, change]) => [path, (change.at - noon) / 1000, valueOf(change.former.item.status)]);
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

test('a look at one account ages its own changes, and none of another account', () => {
	const other = accountId('other');
	const poll = (fleet: typeof begun, seconds: number, status: string, of = account) => {
		const at = noon + (seconds * 1000);
		return foldOne(fleet, listed(snapshotOf([{name: 'sales', status}], at, of)), {at, of});
	};

	const begun = newFleet([account, other].map(id => ({account: id, host: sanitize('api.example')})));
	const first = poll(poll(begun, 0, 'a'), 0, 'a', other);
	const both = poll(poll(first, 5, 'b'), 6, 'b', other);
	const marked = ({inventory: {changes}}: typeof begun) => changes.values().flatMap(fields => fields.values()).map(({former}) => former.account).toArray().toSorted();
	assert.deepEqual(marked(both), [other, account]);
	assert.deepEqual(marked(poll(both, 5.5, 'b')), [other, account]);
	assert.deepEqual(marked(poll(both, 65, 'b')), [other]);
	assert.deepEqual(marked(poll(poll(both, 65, 'b'), 66, 'b', other)), []);
	assert.deepEqual(marked(poll(both, 66, 'b', other)), [account]);
});
