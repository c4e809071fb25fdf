import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import test from 'node:test';
import {readStdin} from '../../../../source/config/token/stdin.js';

test('an input that does not end is given up in time, and left', async () => {
	const input = new PassThrough();
	input.write('abc\n');
	assert.deepEqual(await readStdin(input, 20), {
		kind: 'problem', problem: 'Standard input did not end within 0s. It must hold the token alone, and end.',
	});
	assert.ok(input.destroyed);
});

test('an input that ends gives its text', async () => {
	const input = new PassThrough();
	input.end('abc\n');
	assert.deepEqual(await readStdin(input), {
		kind: 'text', text: 'abc\n', sharedMode: undefined, isLasting: false,
	});
});
