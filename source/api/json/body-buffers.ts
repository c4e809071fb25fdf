/** Room for the bytes of one body; it grows with them. */
export type BodyBuffer = {
	/** Makes it empty; a body of about `expected` bytes is to come. */
	readonly clear: (expected: number) => void;
	readonly append: (bytes: Uint8Array) => void;
	/** What was appended, as it lies here: until the room is cleared. */
	readonly content: () => Uint8Array;
};

/** Two rooms that take turns, so that a body can be compared with the one before. */
export type BodyBuffers = {
	/** The one in which `content` does not lie, cleared. */
	readonly other: (content: Uint8Array | undefined) => BodyBuffer;
};

const smallest = 64 * 1024;

/** A room that is this much too large is given back. */
const spacious = 8;

/**
Makes the rooms of one account. A list of 10,000 instances takes 14 MB at every poll; were it made anew each time, V8 would stop everything for 80 ms to look for what it may throw away.
*/
export function createBodyBuffers(): BodyBuffers {
	const buffers = [createBodyBuffer(), createBodyBuffer()] as const;
	return {
		other(content) {
			const [one, other] = buffers;
			const buffer = one.content().buffer === content?.buffer ? other : one;
			buffer.clear(content?.byteLength ?? 0);
			return buffer;
		},
	};
}

function createBodyBuffer(): BodyBuffer {
	let bytes = new Uint8Array(smallest);
	let length = 0;
	return {
		clear(expected) {
			if (bytes.byteLength > smallest && expected * spacious < bytes.byteLength) {
				bytes = new Uint8Array(smallest);
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
