import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import fc from 'fast-check';
import {createBodyBuffers} from '../../../../source/api/json/body-buffers.js';
import {tries} from '../../../helpers/properties/tries.js';

test('a buffer contains what was appended, whatever its size, while the other one keeps its bytes', () => {
	const sizes = fc.array(fc.array(fc.integer({min: 0, max: 200_000}), {maxLength: 4}), {maxLength: 5});
	fc.assert(fc.property(sizes, bodies => {
		const buffers = createBodyBuffers();
		let last: {readonly content: Uint8Array; readonly expected: Uint8Array} | undefined;
		for (const [index, pieces] of bodies.entries()) {
			const buffer = buffers.other(last?.content);
			for (const size of pieces) {
				buffer.append(Buffer.alloc(size, index + 1));
			}

			const expected = Buffer.alloc(pieces.reduce((sum, size) => sum + size, 0), index + 1);
			assert.ok(expected.equals(buffer.content()));
			assert.ok(last === undefined || Buffer.compare(last.expected, last.content) === 0);
			last = {content: buffer.content(), expected};
		}
	}), {numRuns: tries(100)});
});

test('nothing of a long body stays once two short ones have come', () => {
	const buffers = createBodyBuffers();
	let content: Uint8Array | undefined;
	const sizes = [20_000_000, 10, 10, 10].map(size => {
		const buffer = buffers.other(content);
		buffer.append(new Uint8Array(size));
		content = buffer.content();
		return content.buffer.byteLength;
	});
	assert.ok((sizes[0] ?? 0) >= 20_000_000);
	assert.ok(sizes.slice(1).every(size => size < 100_000));
});
