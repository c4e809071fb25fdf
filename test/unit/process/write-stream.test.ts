import assert from 'node:assert/strict';
import {Writable} from 'node:stream';
import test from 'node:test';
import {createWriteOut} from '../../../source/process/write-stream.js';

function collect() {
	const pieces: string[] = [];
	const stream = new Writable({
		decodeStrings: false,
		write(piece, _encoding, done) {
			pieces.push(String(piece));
			done();
		},
	});
	return {pieces, stream};
}

test('a long text is written in pieces, in order, with no character cut in two', async () => {
	const {pieces, stream} = collect();
	// An odd letter first, so that an even limit falls inside a pair.
	const text = `x${'🏪'.repeat(1_200_000)}`;

	assert.equal(await createWriteOut(stream)(text), undefined);

	assert.ok(pieces.length > 1);
	assert.ok(pieces.every(piece => piece.isWellFormed()));
	assert.equal(pieces.join('') === text, true);
});

test('an empty text is written once', async () => {
	const {pieces, stream} = collect();

	assert.equal(await createWriteOut(stream)(''), undefined);

	assert.deepEqual(pieces, ['']);
});

test('after a failure no more is written', async () => {
	let count = 0;
	const stream = new Writable({
		write(_piece, _encoding, done) {
			count += 1;
			done(Object.assign(new Error('broken'), {code: 'EPIPE'}));
		},
	});

	assert.equal(await createWriteOut(stream)('x'.repeat(3_000_000)), 'EPIPE');
	assert.equal(count, 1);
});
