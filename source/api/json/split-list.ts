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

/** An item of a list: where its bytes begin and end in the body, without blanks, and its value if it is known already. */
export type Item = {
	readonly from: number;
	readonly to: number;
	/** `undefined`, which JSON cannot say, if it has to be parsed. */
	readonly parsed: unknown;
};

/** A body taken apart: the text around its list, with the list emptied, and the items. */
export type SplitBody = {
	readonly envelope: string;
	readonly items: readonly Item[];
};

/** A body that was taken apart before, all of its items known. */
export type PreviousBody = {
	readonly bytes: Bytes;
	readonly items: readonly Item[];
};

export const noPreviousBody: PreviousBody = {bytes: Buffer.alloc(0), items: []};

/** So many bytes are looked at in a millisecond or so. */
const slice = 200_000;

const name = Buffer.from('"instances"');

/**
Finds the items of `instances` in the bytes of a body without parsing it (RFC 8259: brackets and commas have no other meaning outside of strings; RFC 3629: their bytes are part of no other character). An item of the same bytes as in the former body, where it is expected, is known from there. It stops now and then, so that other work gets its turn.

Nothing comes of bytes that are not an object with one list of that name; whoever parses the pieces finds out about all other faults.

@yields Nothing; each step has taken a millisecond or so.
*/
export function * splitList(bytes: Bytes, former: PreviousBody): Slices<SplitBody | undefined> {
	const list = yield * findList(bytes);
	if (list === undefined) {
		return undefined;
	}

	const items: Item[] = [];
	// How far the list has moved against the former one.
	let shift = 0;
	let pause = list + slice;
	for (let at = skipBlanks(bytes, list); at < bytes.length;) {
		const [found, move] = findFormer(former, items.length + shift, bytes, at);
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
		if (!(at > pause)) {
			continue;
		}

		pause = at + slice;
		yield;
	}

	return undefined;
}

function finish(items: readonly Item[], bytes: Bytes, from: number, to: number): SplitBody | undefined {
	// A second list of that name would be the one that counts.
	return bytes.includes(name, to) ? undefined : {envelope: bytes.toString('utf8', 0, from) + bytes.toString('utf8', to), items};
}

/** The former item whose bytes stand here, looked for where it is expected and beside that, and by how much the list has moved. */
function findFormer({bytes: formerBytes, items}: PreviousBody, expected: number, bytes: Bytes, at: number): readonly [item: Item | undefined, move: number] {
	for (const move of [0, -1, 1]) {
		const item = items[expected + move];
		if (item === undefined) {
			continue;
		}

		const to = at + item.to - item.from;
		if (to < bytes.length && bytes.compare(formerBytes, item.from, item.to, at, to) === 0 && isEnd(bytes[skipBlanks(bytes, to)])) {
			return [item, move];
		}
	}

	return [undefined, 0];
}

/** Whether an item may end before this byte: a number may go on where the former one ended. */
function isEnd(byte: number | undefined): boolean {
	return byte === comma || byte === closeBracket;
}

/** The position behind the item that begins here. */
function * endOfItem(bytes: Bytes, from: number): Slices<number> {
	let depth = 0;
	let pause = from + slice;
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

		if (!(at > pause)) {
			continue;
		}

		pause = at + slice;
		yield;
	}

	return bytes.length;
}

/** The position behind the bracket that opens the list; nothing if the body does not begin as an object, or has no such list. */
function * findList(bytes: Bytes): Slices<number | undefined> {
	let depth = 0;
	let pause = slice;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === quote) {
			const end = endOfString(bytes, at);
			const isName = depth === 1 && end < bytes.length && end - at === name.length - 1 && bytes.compare(name, 0, name.length, at, end + 1) === 0;
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

		if (!(at > pause)) {
			continue;
		}

		pause = at + slice;
		yield;
	}

	return undefined;
}
