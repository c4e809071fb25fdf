/* eslint-disable no-bitwise, unicorn/prefer-math-trunc, unicorn/prefer-code-point -- hashes are whole numbers of 32 bits, made of code units */

/** In UTF-16 code units: so much of a text is hashed at each place, and so long is the shortest text that can be found. */
export const windowLength = 8;

/** Bits that a hash is shifted by with each character, so that the hash depends on the last `windowLength` characters alone. */
const shift = 32 / windowLength;

/** A number of 32 bits for the lower byte of each code. Characters that are taken for one another have the same. */
const numbers = new Int32Array(0x1_00).map((_, code) => scramble(canonicalCode(code)));

/** Bits of the filter for each hash: with so many, one place of a text in thirty-two is looked up though nothing is there. */
const bitsPerHash = 32;

/**
Set of windows: parts of a text of `windowLength` characters, by their hashes. All windows of a text are looked up in one pass.
Each has a kind, a bit of a number; the kinds of windows with one hash are added. Neither case nor the two alphabets of base64 count.
*/
export type WindowTable = {
	/** Adds the window at the beginning of a text. */
	readonly add: (text: string, kind: number) => void;
	/** Finds the first index, not before `from`, at which a window begins that may be in the set. */
	readonly find: (text: string, from: number) => Hit | undefined;
};

/** A place of a text, and the kinds of the windows that may begin there. */
type Hit = {readonly index: number; readonly kinds: number};

export function createWindowTable(): WindowTable {
	const kindsOf = new Map<number, number>();
	let size = 12;
	/** A bit for each of the upper `size` bits of a hash that is in the set. */
	let filter = new Int32Array(1 << (size - 5));

	const insert = (hash: number) => {
		const bit = hash >>> (32 - size);
		filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
	};

	return {
		add(text, kind) {
			let hash = 0;
			for (let index = 0; index < windowLength; index++) {
				hash = (hash << shift) + (numbers[text.charCodeAt(index) & 0xFF] ?? 0) | 0;
			}

			kindsOf.set(hash, (kindsOf.get(hash) ?? 0) | kind);
			insert(hash);
			if (!(kindsOf.size * bitsPerHash > 2 ** size)) {
				return;
			}

			size += 2;
			filter = new Int32Array(1 << (size - 5));
			for (const known of kindsOf.keys()) {
				insert(known);
			}
		},
		find(text, from) {
			const bits = filter;
			const unused = 32 - size;
			let hash = 0;
			for (let index = from; index < text.length; index++) {
				hash = (hash << shift) + (numbers[text.charCodeAt(index) & 0xFF] ?? 0) | 0;
				const bit = hash >>> unused;
				if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0 && index >= from + windowLength - 1) {
					const kinds = kindsOf.get(hash);
					if (kinds !== undefined) {
						return {index: index - windowLength + 1, kinds};
					}
				}
			}

			return undefined;
		},
	};
}

/** The code of a letter from A to Z is made that of the small one, `-` and `_` of base64url those of base64, `+` and `/`. */
function canonicalCode(code: number): number {
	if (code >= 0x41 && code <= 0x5A) {
		return code + 0x20;
	}

	return code === 0x2D ? 0x2B : (code === 0x5F ? 0x2F : code);
}

/** Makes a number of 32 bits that differ widely for neighbouring codes (the finalizer of MurmurHash3). */
function scramble(code: number): number {
	let value = Math.imul(code + 1, 0x9E_37_79_B1);
	value = Math.imul(value ^ (value >>> 16), 0x85_EB_CA_6B);
	value = Math.imul(value ^ (value >>> 13), 0xC2_B2_AE_35);
	return value ^ (value >>> 16);
}
/* eslint-enable no-bitwise, unicorn/prefer-math-trunc, unicorn/prefer-code-point */
