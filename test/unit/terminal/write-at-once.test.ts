import assert from 'node:assert/strict';
import {Writable} from 'node:stream';
import {test} from 'node:test';
import {writeAtOnce, writeSizesAtOnce} from '../../../source/terminal/write-at-once.js';

/** A terminal, and what came to it at once each time. */
function createTerminal() {
	const came: string[] = [];
	const stdout = new Writable({
		decodeStrings: false,
		write(chunk: string, _, done) {
			came.push(chunk);
			done();
		},
		writev(chunks, done) {
			came.push(chunks.map(({chunk}) => String(chunk)).join(''));
			done();
		},
	});
	return {stdout, came};
}

test('what is erased and what is drawn in its place come to the terminal at once, also where the drawing fails', () => {
	const {stdout, came} = createTerminal();
	writeAtOnce(stdout, () => {
		stdout.write('erased ');
		stdout.write('drawn');
	});
	assert.throws(() => {
		writeAtOnce(stdout, () => {
			stdout.write('before');
			throw new Error('no picture');
		});
	}, {message: 'no picture'});
	stdout.write('after');
	assert.deepEqual(came, ['erased drawn', 'before', 'after']);
});

test('what is written for another size comes at once and before anything else happens, for as long as it is asked for', async () => {
	const {stdout, came} = createTerminal();
	const apart = writeSizesAtOnce(stdout);
	stdout.on('resize', () => {
		stdout.write('erased ');
		stdout.write('drawn');
	});
	stdout.emit('resize');
	await Promise.resolve();
	assert.deepEqual(came, ['erased drawn']);
	apart();
	stdout.emit('resize');
	assert.deepEqual(came, ['erased drawn', 'erased ', 'drawn']);
});
