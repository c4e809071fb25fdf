import assert from 'node:assert/strict';
import {Writable} from 'node:stream';
import {test} from 'node:test';
import {claimScreen} from '../../../source/terminal/claim-screen.js';

/** A stream that keeps what is written to it. */
function createStream(isTTY: boolean) {
	const written: string[] = [];
	const stream = Object.assign(new Writable({
		write(chunk: Uint8Array, _, done) {
			written.push(new TextDecoder().decode(chunk));
			done();
		},
	}), {isTTY}) as unknown as NodeJS.WriteStream;
	return {stream, written};
}

test('while the screen is claimed, all others who write to the terminal are heard elsewhere, and their callbacks are called', async () => {
	const [stdout, stderr] = [createStream(true), createStream(true)];
	const reported: string[] = [];
	const claimed = claimScreen({stdout: stdout.stream, stderr: stderr.stream}, text => {
		reported.push(text);
	});
	const called = Promise.withResolvers<void>();
	stdout.stream.write('a line');
	stderr.stream.write('a warning', 'utf8', () => {
		called.resolve();
	});
	stderr.stream.write(new TextEncoder().encode('bytes'));
	claimed.stdout.write('the picture');
	await called.promise;
	assert.deepEqual([reported, stdout.written, stderr.written], [['a line', 'a warning', 'bytes'], ['the picture'], []]);

	claimed.release();
	stdout.stream.write('after');
	stderr.stream.write('the end');
	assert.deepEqual([reported.length, stdout.written, stderr.written], [3, ['the picture', 'after'], ['the end']]);
});

test('standard error that is no terminal is written as ever', () => {
	const [stdout, stderr] = [createStream(true), createStream(false)];
	const claimed = claimScreen({stdout: stdout.stream, stderr: stderr.stream}, () => {
		assert.fail('nothing is reported');
	});
	stderr.stream.write('to a file');
	assert.deepEqual(stderr.written, ['to a file']);
	claimed.release();
});
