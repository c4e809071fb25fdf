import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRandom} from '../../../../source/simulator/instances/random.js';

test('whole numbers reach both ends and nothing beyond', () => {
	const random = createRandom(7);
	const drawn = new Set(Array.from({length: 500}, () => random.between(-1, 2)));
	assert.deepEqual(drawn, new Set([-1, 0, 1, 2]));
});

test('a likelihood is kept to', () => {
	const random = createRandom(7);
	const share = Array.from({length: 10_000}, () => random.chance(0.3)).filter(Boolean).length / 10_000;
	assert.ok(Math.abs(share - 0.3) < 0.02, String(share));
});

test('shuffling keeps what is there and changes its order', () => {
	const items = Array.from({length: 50}, (_, index) => index);
	const shuffled = createRandom(7).shuffle(items);
	assert.notDeepEqual(shuffled, items);
	assert.deepEqual(shuffled.toSorted((left, right) => left - right), items);
});

test('a fork does not depend on what was drawn before, and forks differ by purpose', () => {
	const fresh = createRandom(7);
	const used = createRandom(7);
	used.uuid();
	assert.equal(fresh.fork('a').uuid(), used.fork('a').uuid());
	assert.notEqual(fresh.fork('a').uuid(), fresh.fork('b').uuid());
	assert.notEqual(fresh.fork('a').fork('b').uuid(), fresh.fork('b').fork('a').uuid());
});

test('UUIDs do not repeat', () => {
	const random = createRandom(7);
	assert.equal(new Set(Array.from({length: 10_000}, () => random.uuid())).size, 10_000);
});
