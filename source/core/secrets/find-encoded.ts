/* eslint-disable unicorn/prefer-code-point -- bytes are read and written, each a code unit */
import {fromBase64, fromHex} from './encodings.js';

/** A part of a text, decoded. `origin` gives the place in the text of a place in what was decoded, which may be within a character. */
export type EncodedText = {
	readonly text: string;
	readonly origin: (index: number) => number;
};

/** Bits that say of a code what its character can be a part of. */
const hexDigit = 1;
const base64Character = 2;

const characters = new Uint8Array(0x80).map((_, code) => {
	const character = String.fromCharCode(code);
	return (/^[\da-f]$/iv.test(character) ? hexDigit : 0) + (/^[\w+\-\/]$/v.test(character) ? base64Character : 0);
});

/**
Decodes the parts of a text that may be at least `shortest` characters in base64 or in hexadecimal digits. A part may begin within what
only looks like it, and so is decoded from each of the places at which a group can begin.
*/
export function findEncoded(text: string, shortest: number): readonly EncodedText[] {
	const found: EncodedText[] = [];
	addRuns(text, base64Character, Math.ceil(shortest * 4 / 3), (from, length) => {
		addBase64(found, text, from, length);
	});
	addRuns(text, hexDigit, 2 * shortest, (from, length) => {
		addHex(found, text, from, length);
	});
	return found;
}

/** Calls `add` with each run of at least `least` characters of a kind. Of every `least` characters only the last is read first. */
function addRuns(text: string, kind: number, least: number, add: (from: number, length: number) => void): void {
	for (let index = least - 1; index < text.length; index += least) {
		if (!isOfKind(text, index, kind)) {
			continue;
		}

		let from = index;
		while (from > 0 && isOfKind(text, from - 1, kind)) {
			from -= 1;
		}

		let to = index + 1;
		while (to < text.length && isOfKind(text, to, kind)) {
			to += 1;
		}

		if (to - from >= least) {
			add(from, to - from);
		}

		index = to;
	}
}

function isOfKind(text: string, index: number, kind: number): boolean {
	const kinds = characters[text.charCodeAt(index)] ?? 0;
	return kind === hexDigit ? kinds % base64Character === hexDigit : kinds >= base64Character;
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
