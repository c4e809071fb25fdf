/* eslint-disable no-bitwise, unicorn/prefer-math-trunc, unicorn/prefer-code-point -- hashes are 32-bit numbers, of code units */

/** In UTF-16 code units: so much of a text is hashed at each place, and so long is the shortest text that can be found. */
export const windowLength = 8;

/** Bits that a hash is shifted by with each character, so that the hash depends on the last `windowLength` characters alone. */
const shift = 32 / windowLength;

/** Bits of the filter for each hash: with so many, one place of a text in thirty-two is looked up though nothing is there. */
const bitsPerHash = 32;

/**
Set of windows: parts of a text of `windowLength` characters, by their hashes. All windows of a text are looked up in one pass.
The case of ASCII letters does not count.
*/
export type WindowTable = {
	/** Adds the window at the beginning of a text. */
	readonly add: (text: string) => void;
	/** Finds the first index, not before `from`, at which a window begins that may be in the set; -1 where there is none. */
	readonly find: (text: string, from: number) => number;
};

export function createWindowTable(): WindowTable {
	const hashes = new Set<number>();
	let size = 12;
	/** A bit for each of the upper `size` bits of a hash that is in the set. */
	let filter = new Int32Array(1 << (size - 5));

	const insert = (hash: number) => {
		const bit = hash >>> (32 - size);
		filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
	};

	return {
		add(text) {
			let hash = 0;
			for (let index = 0; index < windowLength; index++) {
				hash = (hash << shift) + scramble(text.charCodeAt(index)) | 0;
			}

			hashes.add(hash);
			insert(hash);
			if (!(hashes.size * bitsPerHash > 2 ** size)) {
				return;
			}

			size += 2;
			filter = new Int32Array(1 << (size - 5));
			for (const known of hashes) {
				insert(known);
			}
		},
		find(text, from) {
			const bits = filter;
			const unused = 32 - size;
			let hash = 0;
			for (let index = from; index < text.length; index++) {
				hash = (hash << shift) + scramble(text.charCodeAt(index)) | 0;
				const bit = hash >>> unused;
				if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0 && index >= from + windowLength - 1 && hashes.has(hash)) {
					return index - windowLength + 1;
				}
			}

			return -1;
		},
	};
}

/** Makes a number of 32 bits, which differ widely for neighbouring codes. It is the same for a letter of ASCII in either case. */
function scramble(code: number): number {
	const value = Math.imul(code | 0x20, 0x9E_37_79_B1);
	return value ^ (value >>> 15);
}
/* eslint-enable no-bitwise, unicorn/prefer-math-trunc, unicorn/prefer-code-point */
