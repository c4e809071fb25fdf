/* eslint-disable unicorn/prefer-code-point -- bytes are read and written, each a code unit */
import {
	base64Value,
	fromBase64,
	fromHex,
	isHexDigit,
} from './encodings.js';

/** A part of a text, decoded. `origin` gives the place in the text of a place in what was decoded, which may be within a character. */
export type EncodedText = {
	readonly text: string;
	readonly origin: (index: number) => number;
};

/**
Groups of four characters of base64 that stand for three characters of ASCII each: the first bit of every byte is 0.
Of characters taken at random one group in eight is such a group.
*/
const base64Groups = /(?:[A-Za-f][0-3A-HQ-Xg-nw-z][014589ABEFIJMNQRUVYZcdghklopstwx][\w+\-\/]){2}/v;
const manyBase64Groups = /(?:[A-Za-f][0-3A-HQ-Xg-nw-z][014589ABEFIJMNQRUVYZcdghklopstwx][\w+\-\/]){8}/v;

/** Hexadecimal digits of printable ASCII. */
const hexDigits = /(?:[2-7][\da-f]){8}/iv;
const manyHexDigits = /(?:[2-7][\da-f]){26}/iv;

/** In characters of ASCII. In base64 there are eight whole groups in a text of this length, wherever the first one begins. */
const many = 26;

/** Whether a text may hold an ASCII text of at least `shortest` characters, eight or more, in base64 or in hexadecimal digits. */
export function canHoldEncoded(text: string, shortest: number): boolean {
	if (text.length * 3 < shortest * 4) {
		return false;
	}

	return shortest < many
		? base64Groups.test(text) || hexDigits.test(text)
		: manyBase64Groups.test(text) || (text.length >= 2 * many && manyHexDigits.test(text));
}

/**
Decodes the parts of a text that may be at least `shortest` characters in base64 or in hexadecimal digits. A part may begin within what
only looks like it, and so is decoded from each of the places at which a group can begin.
*/
export function findEncoded(text: string, shortest: number): readonly EncodedText[] {
	const found: EncodedText[] = [];
	addRuns(text, code => base64Value(code) !== undefined, Math.ceil(shortest * 4 / 3), (from, length) => {
		addBase64(found, text, from, length);
	});
	addRuns(text, isHexDigit, 2 * shortest, (from, length) => {
		addHex(found, text, from, length);
	});
	return found;
}

/** Calls `add` with each run of at least `least` characters of a kind. Of every `least` characters only the last is read first. */
function addRuns(text: string, isOfKind: (code: number) => boolean, least: number, add: (from: number, length: number) => void): void {
	for (let index = least - 1; index < text.length; index += least) {
		if (!isOfKind(text.charCodeAt(index))) {
			continue;
		}

		let from = index;
		while (from > 0 && isOfKind(text.charCodeAt(from - 1))) {
			from -= 1;
		}

		let to = index + 1;
		while (to < text.length && isOfKind(text.charCodeAt(to))) {
			to += 1;
		}

		if (to - from >= least) {
			add(from, to - from);
		}

		index = to;
	}
}

function addBase64(found: EncodedText[], text: string, from: number, length: number): void {
	for (const start of [from, from + 1, from + 2, from + 3]) {
		found.push({text: fromBase64(text, start, length), origin: index => start + (index * 4 / 3)});
	}
}

function addHex(found: EncodedText[], text: string, from: number, length: number): void {
	for (const start of [from, from + 1]) {
		found.push({text: fromHex(text, start, length), origin: index => start + (2 * index)});
	}
}
/* eslint-enable unicorn/prefer-code-point */
