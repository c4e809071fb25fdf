/** Buffer for the bytes of one body. It grows as they are appended. */
export type BodyBuffer = {
	/** Empties the buffer for the next body, of about `expected` bytes. */
	readonly clear: (expected: number) => void;
	readonly append: (bytes: Uint8Array) => void;
	/** Gives a view of the appended bytes, which is valid until the buffer is cleared. */
	readonly content: () => Uint8Array;
};

/** Two buffers that are used alternately, so that a body can be compared with the previous one. */
export type BodyBuffers = {
	/** Clears and gives the buffer that does not hold `content`. */
	readonly other: (content: Uint8Array | undefined) => BodyBuffer;
};

/** Size of a new buffer, in bytes. */
const smallestSize = 64 * 1024;

/** The greatest body that a buffer takes, in bytes; enough for 40,000 instances. */
export const largestBody = 64 * 1024 * 1024;

/** A buffer of more than this many times the expected size gives its memory back. */
const greatestExcess = 8;

/**
Makes the body buffers of one account.

A list of 10,000 instances takes 14 MB at every poll.
If these were allocated anew each time, V8's garbage collection would stop the program for 80 ms.
*/
export function createBodyBuffers(): BodyBuffers {
	const buffers = [createBodyBuffer(), createBodyBuffer()] as const;
	return {
		other(content) {
			const [first, second] = buffers;
			const buffer = first.content().buffer === content?.buffer ? second : first;
			buffer.clear(content?.byteLength ?? 0);
			return buffer;
		},
	};
}

/**
Makes a buffer. It has addresses for the greatest body and memory for what was appended: one that was copied into a larger one when it is
full would leave its former sizes to the allocator, which keeps them.
*/
function createBodyBuffer(): BodyBuffer {
	const memory = new ArrayBuffer(smallestSize, {maxByteLength: largestBody});
	const bytes = new Uint8Array(memory);
	let length = 0;
	return {
		clear(expected) {
			if (memory.byteLength > smallestSize && expected * greatestExcess < memory.byteLength) {
				memory.resize(smallestSize);
			}

			length = 0;
		},
		append(added) {
			const needed = length + added.byteLength;
			if (needed > memory.byteLength) {
				memory.resize(Math.max(needed, Math.min(largestBody, 2 * memory.byteLength)));
			}

			bytes.set(added, length);
			length = needed;
		},
		content: () => new Uint8Array(memory, 0, length),
	};
}
