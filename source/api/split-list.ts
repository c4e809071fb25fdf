/* eslint-disable unicorn/prefer-code-point -- All that is looked for is one unit long, and a unit is found in half the time. */
import type {Slices} from '../core/slices.js';

/** A body taken apart: the text around its list, with the list emptied, and the text of each item. */
export type SplitBody = {
	readonly envelope: string;
	readonly items: readonly string[];
};

const quote = 0x22;
const backslash = 0x5C;
const openBracket = 0x5B;
const closeBracket = 0x5D;
const openBrace = 0x7B;
const closeBrace = 0x7D;
const comma = 0x2C;
const colon = 0x3A;

/** So many characters are looked at in a millisecond or so. */
const slice = 200_000;

/**
Finds the items of `instances` in the text of a body without parsing it (RFC 8259: brackets and commas have no other meaning outside of strings). It stops now and then, so that other work gets its turn.

Nothing comes of a text that is not an object with one list of that name; whoever parses the pieces finds out about all other faults.

@yields Nothing; each step has taken a millisecond or so.
*/
export function * splitList(text: string): Slices<SplitBody | undefined> {
	const list = yield * findList(text);
	if (list === undefined) {
		return undefined;
	}

	const items: string[] = [];
	let depth = 0;
	let start = list;
	let pause = list + slice;
	for (let at = list; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === quote) {
			at = endOfString(text, at);
		} else if (code === openBrace || code === openBracket) {
			depth += 1;
		} else if (depth > 0 && (code === closeBrace || code === closeBracket)) {
			depth -= 1;
		} else if (depth === 0 && (code === comma || code === closeBracket)) {
			items.push(text.slice(start, at).trim());
			start = at + 1;
			if (code === closeBracket) {
				return finish(items, text, list, at);
			}
		}

		if (!(at > pause)) {
			continue;
		}

		pause = at + slice;
		yield;
	}

	return undefined;
}

function finish(items: readonly string[], text: string, from: number, to: number): SplitBody | undefined {
	const isEmpty = items.length === 1 && items[0] === '';
	const rest = text.slice(to);
	// A second list of that name would be the one that counts.
	return (!isEmpty && items.includes('')) || rest.includes('"instances"')
		? undefined
		: {envelope: text.slice(0, from) + rest, items: isEmpty ? [] : items};
}

/** The position behind the bracket that opens the list; nothing if the body does not begin as an object, or has no such list. */
function * findList(text: string): Slices<number | undefined> {
	let depth = 0;
	let pause = slice;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === quote) {
			const end = endOfString(text, at);
			const isName = depth === 1 && end - at === 10 && text.startsWith('"instances"', at);
			at = end;
			const after = isName ? skipBlanks(text, end + 1) : 0;
			if (isName && text.charCodeAt(after) === colon) {
				const value = skipBlanks(text, after + 1);
				return text.charCodeAt(value) === openBracket ? value + 1 : undefined;
			}
		} else if (code === openBrace || (code === openBracket && depth > 0)) {
			depth += 1;
		} else if (code === closeBrace || code === closeBracket) {
			depth -= 1;
		} else if (code === openBracket) {
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

/** The position of the quote that ends the string beginning here; the text's end if none does. */
function endOfString(text: string, from: number): number {
	for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
		let escapes = 0;
		while (text.charCodeAt(end - 1 - escapes) === backslash) {
			escapes += 1;
		}

		if (escapes % 2 === 0) {
			return end;
		}
	}

	return text.length;
}

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (/[\t\n\r ]/v.test(text.charAt(at))) {
		at += 1;
	}

	return at;
}
