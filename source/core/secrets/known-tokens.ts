import {findEncoded, canHoldEncoded, type EncodedText} from './find-encoded.js';
import type {Range} from './ranges.js';
import {createWindowTable, windowLength} from './window-table.js';

/**
Tokens that must not be shown wherever they come back: the ones in use, and those of the instances of an answer.

A text holds a token also where its case differs, and where it is written in hexadecimal digits or in base64, alone or with other text,
as in `Basic …` of a user and a token. A token is kept as it is: not its encodings are looked for, but what may be encoded is decoded.
*/
export type KnownTokens = {
	/** Adds a token; false where it is known, too short to be told from ordinary text, or one of a list with too many lengths. */
	readonly add: (token: string, isInUse?: boolean) => boolean;
	readonly clear: () => void;
	readonly size: () => number;
	/** In UTF-16 code units. No shorter text holds a token; infinite where no token is known. */
	readonly shortest: () => number;
	/** Finds the tokens in a text, in time that grows with the text and not with the number of tokens. */
	readonly find: (text: string) => readonly Range[];
};

/**
In UTF-16 code units. A shorter token would be found inside words and times: with the token `a`, `true` or `live` nothing could be read,
and each mask would tell where it stands.
*/
const shortestToken = windowLength;

/** In UTF-16 code units; the rest of a longer token is not looked for. Headers carry no longer one. */
const longestToken = 4096;

/** Most lengths that the tokens of a list may differ by. Those of an API are of one length, or of a few. */
const mostLengths = 64;

/**
So many places of a text may begin like a token without being one. A text with more of them was made to be slow, and is masked whole.
*/
const mostMisses = 500;

/**
What tokens are made of as a rule, such as UUIDs. If all are, and none is shorter than these, a text that holds one, as it is, in base64
or in hexadecimal digits, has a long run of such characters.
*/
const word = /^[\w\-]*$/v;
const leastOfLongWords = 32;
const longRun = /(?:^|[^\w+\-\/])[\w+\-\/]{32}/v;
const longWords = /[\w\-]{32,}/gv;

export function createKnownTokens(): KnownTokens {
	let table = createWindowTable();
	const tokens = new Set<string>();
	let lengths: readonly number[] = [];
	let shortest = Infinity;
	let areLongWords = true;
	/** Tokens that are not in the table yet. Most answers hold no text in which it is needed. */
	const added: string[] = [];

	const readAt = (text: string, from: number): Range | undefined => {
		const read = text.slice(from, from + (lengths[0] ?? 0)).toLowerCase();
		const length = lengths.find(longest => longest <= read.length && tokens.has(read.slice(0, longest)));
		return length === undefined ? undefined : {from, to: from + length};
	};

	const isNoToken = (found: string) => found.length <= shortest && !tokens.has(found.toLowerCase());

	const findPlain = (text: string): readonly Range[] => {
		if (areLongWords && (text.match(longWords) ?? []).every(found => isNoToken(found))) {
			return noRanges;
		}

		for (const token of added.splice(0)) {
			table.add(token);
		}

		let index = table.find(text, 0);
		if (index === -1) {
			return noRanges;
		}

		const found: Range[] = [];
		let misses = 0;
		while (index !== -1) {
			const range = readAt(text, index);
			if (range === undefined) {
				misses += 1;
				if (misses > mostMisses) {
					return [{from: 0, to: text.length}];
				}
			} else {
				found.push(range);
			}

			index = table.find(text, range === undefined ? index + 1 : range.to);
		}

		return found;
	};

	const findInEncoded = ({text, origin}: EncodedText): readonly Range[] =>
		findPlain(text).map(({from, to}) => ({from: Math.floor(origin(from)), to: Math.ceil(origin(to))}));

	return {
		add(given, isInUse = false) {
			const token = given.slice(0, longestToken).toLowerCase();
			if (token.length < shortestToken || tokens.has(token)) {
				return false;
			}

			if (!lengths.includes(token.length)) {
				if (lengths.length >= mostLengths && !isInUse) {
					return false;
				}

				lengths = [...lengths, token.length].toSorted((one, other) => other - one);
				shortest = Math.min(shortest, token.length);
			}

			areLongWords &&= token.length >= leastOfLongWords && word.test(token);
			tokens.add(token);
			added.push(token);
			return true;
		},
		clear() {
			table = createWindowTable();
			tokens.clear();
			added.length = 0;
			lengths = [];
			shortest = Infinity;
			areLongWords = true;
		},
		size: () => tokens.size,
		shortest: () => shortest,
		find(text) {
			if (text.length === shortest) {
				return tokens.has(text.toLowerCase()) ? [{from: 0, to: shortest}] : noRanges;
			}

			if (text.length < shortest || (areLongWords && !longRun.test(text))) {
				return noRanges;
			}

			const found = findPlain(text);
			return canHoldEncoded(text, shortest)
				? [...found, ...findEncoded(text, shortest).flatMap(encoded => findInEncoded(encoded))]
				: found;
		},
	};
}

const noRanges: readonly Range[] = [];
