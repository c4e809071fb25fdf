import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptyInventory} from '../../../../source/core/fleet/inventory.js';
import {longestEvent, noMass} from '../../../../source/core/fleet/mass-event.js';
import {foldMass} from '../../../../source/core/fleet/mass/fold-mass.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';
import {tellMass} from '../../../helpers/watch-polls.js';

type Poll = readonly [seconds: number, items: readonly WireItem[]];

/** A fleet of 44 of which so many from the first on are down; the first `behind` go through one proxy, the others through none. */
function fleet(down: number, behind = down): readonly WireItem[] {
	return Array.from({length: 44}, (_, index) => ({
		name: `i-${index}`,
		state: index < down ? 'disconnected' : 'connected',
		proxy: index < behind ? {enabled: true, host: 'br1.example.net'} : {enabled: false},
	}));
}

function said(...polls: readonly Poll[]): ReadonlyArray<string | undefined> {
	let inventory = emptyInventory;
	let mass = noMass;
	return polls.map(([seconds, items]) => {
		const at = noon + (seconds * 1000);
		const folded = foldSnapshot(inventory, snapshotOf(items, at));
		({inventory} = folded);
		mass = runAtOnce(foldMass(mass, folded.transitions, {account, now: at, inventory}));
		return tellMass(new Map([[account, mass]]), inventory, at);
	});
}

test('who opens the monitor after a mass event is told how many are down and what they have in common', () => {
	assert.deepEqual(said([0, fleet(34)], [5, fleet(34)], [10, fleet(30, 34)]), [
		'34 of 44 down · all through proxy br1.example.net',
		'34 of 44 down · all through proxy br1.example.net',
		'30 of 44 down · 4 fewer than at first · all through proxy br1.example.net',
	]);
	assert.equal(said([0, fleet(34)], [5, fleet(36)]).at(-1), '36 of 44 down · 2 more than at first · all through proxy br1.example.net');
});

test('a few that are down, or many that have nothing in common, are not told', () => {
	assert.deepEqual(said([0, fleet(14)]), [undefined]);
	assert.deepEqual(said([0, fleet(34, 0)]), [undefined]);
	assert.deepEqual(said([0, fleet(44)]), [undefined]);
	assert.deepEqual(said([0, fleet(34)], [5, fleet(4, 34)]), ['34 of 44 down · all through proxy br1.example.net', undefined]);
});

test('while a mass event is told it stands in place of it, and is told again when that is no news any more', () => {
	const words = said([0, fleet(0, 34)], [5, fleet(34)], [10, fleet(34)], [10 + (longestEvent / 1000), fleet(34)]);
	assert.deepEqual(words.map(text => text?.split(' · ', 1)[0]), [undefined, '34 of 44 fell 12:00:00–05', '34 of 44 fell 12:00:00–05', '34 of 44 down']);
});
