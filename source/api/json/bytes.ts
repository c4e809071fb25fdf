import type {Buffer} from 'node:buffer';

// This file has the bytes that make the structure of JSON (RFC 8259), and functions that search by them alone.

/** Bytes of a body. A `Buffer` can compare ranges; other arrays would need a view of each item. */
// eslint-disable-next-line @typescript-eslint/no-restricted-types -- see above
export type Bytes = Buffer;

export const quote = 0x22;
export const comma = 0x2C;
export const colon = 0x3A;
export const openBracket = 0x5B;
export const backslash = 0x5C;
export const closeBracket = 0x5D;
export const openBrace = 0x7B;
export const closeBrace = 0x7D;

/** Finds the position of the quote that ends the string beginning at `from`; the end of the bytes if there is none. */
export function endOfString(bytes: Bytes, from: number): number {
	const {length} = bytes;
	for (let at = from + 1; at < length; at++) {
		const byte = bytes[at];
		if (byte === quote) {
			return at;
		}

		if (byte === backslash) {
			at += 1;
		}
	}

	return length;
}

/** Finds the first position from `from` on that is not blank. */
export function skipBlanks(bytes: Bytes, from: number): number {
	let at = from;
	while (isBlank(bytes[at])) {
		at += 1;
	}

	return at;
}

/** Whether a byte is whitespace of JSON: space, line feed, carriage return or tab. It is asked for every byte of an answer. */
export function isBlank(byte: number | undefined): boolean {
	return byte === 0x20 || byte === 0x0A || byte === 0x0D || byte === 0x09;
}
