import {Buffer} from 'node:buffer';
import type {Slices} from '../../core/polling/slices.js';
import {
	closeBrace,
	closeBracket,
	colon,
	comma,
	endOfString,
	isBlank,
	openBrace,
	openBracket,
	quote,
	skipBlanks,
	type Bytes,
} from './bytes.js';

/** Item of a list. `from` and `to` are the positions of its bytes in the body, without blanks around it. */
export type Item = {
	readonly from: number;
	readonly to: number;
	/** Value of the item; `undefined`, which no JSON means, if it has to be parsed. */
	readonly parsed: unknown;
};

/** Body split into its items and its envelope, which is the JSON around them with an empty list. */
export type SplitBody = {
	readonly envelope: string;
	readonly items: readonly Item[];
};

/** Previous body, with the parsed values of all its items. */
export type PreviousBody = {
	readonly bytes: Bytes;
	readonly items: readonly Item[];
};

export const noPreviousBody: PreviousBody = {bytes: Buffer.alloc(0), items: []};

/** Bytes that are scanned in one slice; they take about a millisecond. */
const bytesPerSlice = 200_000;

const listName = Buffer.from('"instances"');

/**
Finds the items of `instances` in the bytes of a body without parsing it, and stops now and then, so that other work gets its turn.

The bytes of brackets and commas have no other meaning outside of strings (RFC 8259), and are part of no other character (RFC 3629).
An item of the same bytes as in the previous body, at about the same place of the list, takes its value from there.

The result is `undefined` if the body is not an object with one list of that name. All other errors show when the parts are parsed.

@yields Nothing. Each step takes about a millisecond.
*/
export function * splitList(bytes: Bytes, previous: PreviousBody): Slices<SplitBody | undefined> {
	const list = yield * findList(bytes);
	if (list === undefined) {
		return undefined;
	}

	const items: Item[] = [];
	// The place of an item in the previous list, less its place in this one.
	let shift = 0;
	let sliceEnd = list + bytesPerSlice;
	for (let at = skipBlanks(bytes, list); at < bytes.length;) {
		const [found, move] = findPrevious(previous, items.length + shift, bytes, at);
		shift += move;
		const to = found === undefined ? yield * endOfItem(bytes, at) : at + found.to - found.from;
		const end = skipBlanks(bytes, to);
		const isLast = bytes[end] === closeBracket;
		if (to === at && isLast && items.length === 0) {
			return finish(items, bytes, list, end);
		}

		if (to === at || (!isLast && bytes[end] !== comma)) {
			return undefined;
		}

		items.push({from: at, to, parsed: found?.parsed});
		if (isLast) {
			return finish(items, bytes, list, end);
		}

		at = skipBlanks(bytes, end + 1);
		if (!(at > sliceEnd)) {
			continue;
		}

		sliceEnd = at + bytesPerSlice;
		yield;
	}

	return undefined;
}

function finish(items: readonly Item[], bytes: Bytes, from: number, to: number): SplitBody | undefined {
	// `JSON.parse` would take the second list of that name.
	const hasSecondList = bytes.includes(listName, to);
	return hasSecondList ? undefined : {envelope: bytes.toString('utf8', 0, from) + bytes.toString('utf8', to), items};
}

/**
Finds the item of the previous body that has the bytes at `at`. It tries the expected place in the list, and the places before and after it.

`move` is how many places the item is away from the expected one.
*/
function findPrevious(previous: PreviousBody, expected: number, bytes: Bytes, at: number): readonly [item: Item | undefined, move: number] {
	const {bytes: previousBytes, items} = previous;
	for (const move of [0, -1, 1]) {
		const item = items[expected + move];
		if (item === undefined) {
			continue;
		}

		const to = at + item.to - item.from;
		const isSame = to < bytes.length && bytes.compare(previousBytes, item.from, item.to, at, to) === 0;
		if (isSame && isEnd(bytes[skipBlanks(bytes, to)])) {
			return [item, move];
		}
	}

	return [undefined, 0];
}

/** Whether an item ends before this byte. Equal bytes are not enough: a number may have more digits than the previous one. */
function isEnd(byte: number | undefined): boolean {
	return byte === comma || byte === closeBracket;
}

/** Finds the position after the item that begins at `from`. */
function * endOfItem(bytes: Bytes, from: number): Slices<number> {
	let depth = 0;
	let sliceEnd = from + bytesPerSlice;
	let end = from;
	for (let at = from; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === quote) {
			at = endOfString(bytes, at);
		} else if (byte === openBrace || byte === openBracket) {
			depth += 1;
		} else if (depth > 0 && (byte === closeBrace || byte === closeBracket)) {
			depth -= 1;
		} else if (depth === 0 && isEnd(byte)) {
			return end;
		}

		if (!isBlank(bytes[at])) {
			end = at + 1;
		}

		if (!(at > sliceEnd)) {
			continue;
		}

		sliceEnd = at + bytesPerSlice;
		yield;
	}

	return bytes.length;
}

/** Finds the position after the bracket that opens the list; `undefined` if the body is no object, or has no such list. */
function * findList(bytes: Bytes): Slices<number | undefined> {
	let depth = 0;
	let sliceEnd = bytesPerSlice;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === quote) {
			const end = endOfString(bytes, at);
			const isName = depth === 1 && isListName(bytes, at, end);
			at = end;
			const after = isName ? skipBlanks(bytes, end + 1) : 0;
			if (isName && bytes[after] === colon) {
				const value = skipBlanks(bytes, after + 1);
				return bytes[value] === openBracket ? value + 1 : undefined;
			}
		} else if (byte === openBrace || (byte === openBracket && depth > 0)) {
			depth += 1;
		} else if (byte === closeBrace || byte === closeBracket) {
			depth -= 1;
		} else if (byte === openBracket) {
			return undefined;
		}

		if (!(at > sliceEnd)) {
			continue;
		}

		sliceEnd = at + bytesPerSlice;
		yield;
	}

	return undefined;
}

/** Whether the string between two quotes is the name of the list. */
function isListName(bytes: Bytes, start: number, end: number): boolean {
	const {length} = listName;
	return end < bytes.length && end - start === length - 1 && bytes.compare(listName, 0, length, start, end + 1) === 0;
}
