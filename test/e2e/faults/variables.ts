import assert from 'node:assert/strict';
import test from 'node:test';
import {drawWith, strangers} from '../drawn-with.js';

const plain = await drawWith('');

for (const stranger of strangers) {
	test(`${stranger} changes nothing of the picture`, async () => {
		assert.deepEqual(await drawWith(stranger), plain);
	});
}
