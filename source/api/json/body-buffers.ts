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

/** A buffer of more than this many times the expected size is replaced by a small one, so that its memory is freed. */
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

function createBodyBuffer(): BodyBuffer {
	let bytes = new Uint8Array(smallestSize);
	let length = 0;
	return {
		clear(expected) {
			if (bytes.byteLength > smallestSize && expected * greatestExcess < bytes.byteLength) {
				bytes = new Uint8Array(smallestSize);
			}

			length = 0;
		},
		append(added) {
			const needed = length + added.byteLength;
			if (needed > bytes.byteLength) {
				const larger = new Uint8Array(2 ** Math.ceil(Math.log2(needed)));
				larger.set(bytes.subarray(0, length));
				bytes = larger;
			}

			bytes.set(added, length);
			length = needed;
		},
		content: () => bytes.subarray(0, length),
	};
}
