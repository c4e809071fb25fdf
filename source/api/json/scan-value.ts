import {bounds, type Excess} from '../../core/json/bounds.js';
import type {Slices} from '../../core/polling/slices.js';
import {
	backslash,
	closeBrace,
	closeBracket,
	comma,
	endOfString,
	isBlank,
	openBrace,
	openBracket,
	quote,
	type Bytes,
} from './bytes.js';

/** Bytes of a text that are left out, since it is too long. */
export type Cut = {readonly from: number; readonly to: number};

/** Extent of a value: the position after it, how many values it holds, itself among them, and what is cut of the texts in it. */
export type Extent = {
	readonly to: number;
	readonly values: number;
	readonly cuts: readonly Cut[];
	/** Whether a number in it may have digits that a JavaScript number would change. */
	readonly hasDigits: boolean;
};

/** An answer that goes beyond one of the bounds. It is no value of JSON, so that it cannot be taken for what came. */
export class TooMuch {
	readonly excess: Excess;

	constructor(excess: Excess) {
		this.excess = excess;
	}
}

/** Bytes that are scanned in one slice; they take about a millisecond. */
export const bytesPerSlice = 200_000;

/**
Finds the end of the value that begins at `from`, in bounds: the comma or bracket behind it, or the end of the bytes where it `isWhole`.

The bytes of brackets and commas have no other meaning outside of strings (RFC 8259), and are part of no other character (RFC 3629).
Nothing is parsed: a value that is too much is found out before it takes memory.
Each step takes about a millisecond, or as long as one text takes.
*/
export function * scanValue(bytes: Bytes, from: number, isWhole = false): Slices<Extent | TooMuch> {
	const {length} = bytes;
	const cuts: Cut[] = [];
	let cutBytes = 0;
	let depth = 0;
	let hasDigits = false;
	let values = 1;
	let to = from;
	let sliceEnd = from + bytesPerSlice;
	for (let at = from; at < length; at++) {
		const byte = bytes[at];
		if (byte === quote) {
			const end = endOfString(bytes, at);
			const cut = cutText(bytes, at + 1, end);
			at = end;
			if (cut !== undefined) {
				cuts.push(cut);
				cutBytes += cut.to - cut.from;
			}
		} else if (depth === 0 && !isWhole && isEnd(byte)) {
			break;
		} else if (byte === comma) {
			values += 1;
		} else if (byte === openBrace || byte === openBracket) {
			depth += 1;
			values += 1;
		} else if (byte === closeBrace || byte === closeBracket) {
			depth = Math.max(0, depth - 1);
		} else if (isDigit(byte)) {
			const end = endOfDigits(bytes, at);
			hasDigits ||= isUnsafe(bytes, at, end);
			at = end - 1;
		}

		if (!isBlank(byte)) {
			to = Math.min(at + 1, length);
		}

		if (depth > bounds.depth) {
			return new TooMuch('too-deep');
		}

		if (values > bounds.values) {
			return new TooMuch('too-many-values');
		}

		if (to - from - cutBytes > bounds.item) {
			return new TooMuch('item-too-large');
		}

		if (!(at > sliceEnd)) {
			continue;
		}

		sliceEnd = at + bytesPerSlice;
		yield;
	}

	return {
		to, values, cuts, hasDigits,
	};
}

/** Every number of so many digits is one of JavaScript's; `-0`, a fraction and an exponent it may write otherwise. */
const safeDigits = 15;
const zero = 0x30;
const minus = 0x2D;

function endOfDigits(bytes: Bytes, from: number): number {
	let at = from;
	while (isDigit(bytes[at])) {
		at += 1;
	}

	return at;
}

/** Whether the digits between two positions are of a number that JavaScript might write otherwise. */
function isUnsafe(bytes: Bytes, from: number, to: number): boolean {
	return to - from > safeDigits || isFraction(bytes[to]) || (bytes[from] === zero && bytes[from - 1] === minus);
}

function isDigit(byte: number | undefined): boolean {
	return byte !== undefined && byte >= zero && byte <= 0x39;
}

/** Whether a byte behind a digit is the point of a fraction, or the letter of an exponent. */
function isFraction(byte: number | undefined): boolean {
	return byte === 0x2E || byte === 0x65 || byte === 0x45;
}

/** Whether a value of a list or an object ends before this byte. */
export function isEnd(byte: number | undefined): boolean {
	return byte === comma || byte === closeBracket || byte === closeBrace;
}

/** Finds what has to be cut of the text between two quotes: all from the last whole character within the bound on. */
export function cutText(bytes: Bytes, from: number, to: number): Cut | undefined {
	if (to - from <= bounds.text) {
		return undefined;
	}

	let at = from;
	for (let next = at; next <= from + bounds.text; next += lengthOfCharacter(bytes, next)) {
		at = next;
	}

	return {from: at, to: Math.min(to, bytes.length)};
}

/** Bytes of the character or the escape at a position. */
function lengthOfCharacter(bytes: Bytes, at: number): number {
	const byte = bytes[at] ?? 0;
	if (byte === backslash) {
		return bytes[at + 1] === letterU ? 6 : 2;
	}

	// In UTF-8 the first byte of a character tells how many there are.
	return 1 + [0xC0, 0xE0, 0xF0].filter(least => byte >= least).length;
}

const letterU = 0x75;

/** Sign at the end of a text that was cut. */
const ellipsis = '…';

/** Decodes the bytes between two positions as UTF-8, without what is cut. Invalid bytes become U+FFFD. */
export function textWithout(bytes: Bytes, from: number, to: number, cuts: readonly Cut[]): string {
	let text = '';
	let at = from;
	for (const cut of cuts) {
		text += bytes.toString('utf8', at, cut.from) + ellipsis;
		at = cut.to;
	}

	return text + bytes.toString('utf8', at, to);
}
