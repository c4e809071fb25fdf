import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newFleet} from '../../../../../source/core/fleet/fleet.js';
import {sharesIn} from '../../../../../source/core/fleet/inventory.js';
import {withoutMemory} from '../../../../../source/core/fleet/memory/remember-fleet.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {account} from '../../../../helpers/fleet.js';
import {tellShares} from '../../../../helpers/history/told-shares.js';
import {trackedOf, watch} from '../../../../helpers/watch-polls.js';

const {inventory} = watch([0, [{name: 'a'}, {name: 'b'}]]);
const first = tellShares(inventory, {a: {up24h: [12, 24]}, b: {up24h: [20, 24]}});
const sharesOf = (of: typeof inventory, name: string) => sharesIn(of, trackedOf(of, name).instance);

test('shares that are told as before keep their identity, and with all of them the inventory its own', () => {
	const minute = 1 / 60;
	assert.equal(tellShares(first, {a: {up24h: [12.0001, 24]}, b: {up24h: [20, 24]}}), first);
	const next = tellShares(first, {a: {up24h: [12 - minute, 24]}, b: {up24h: [20, 24]}});
	assert.notEqual(sharesOf(next, 'a'), sharesOf(first, 'a'));
	assert.equal(sharesOf(next, 'b'), sharesOf(first, 'b'));
});

test('a share that gets its mark, or that too little was seen of, is told otherwise', () => {
	for (const up24h of [[11, 22], [0.5, 1]] as const) {
		assert.notEqual(tellShares(first, {a: {up24h}, b: {up24h: [20, 24]}}), first);
	}
});

test('an instance that the memory tells nothing of any more has no shares', () => {
	assert.equal(sharesOf(tellShares(first, {b: {up24h: [20, 24]}}), 'a'), undefined);
	assert.equal(sharesOf(inventory, 'a'), undefined);
});

test('the shares of an account that turns out to be another one are gone with its instances', () => {
	const fleet = {...newFleet([{account, host: sanitize('api.example')}]), inventory: first};
	assert.equal(withoutMemory(fleet, account).inventory.shares.size, 0);
});
