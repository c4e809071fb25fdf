import {
	fromBase64,
	fromHex,
	toBase64,
	toHex,
} from './encodings.js';
import {findEncoded, type EncodedText} from './find-encoded.js';
import type {Range} from './ranges.js';
import {createWindowTable, windowLength} from './window-table.js';

/**
Tokens that must not be shown wherever they come back: the ones in use, and those of the instances of an answer.

A text holds a token also where its case differs, and where it is written in hexadecimal digits or in base64, alone or with other text,
as in `Basic …` of a user and a token.
*/
export type KnownTokens = {
	/**
	Adds a token; false where it is known, or too short to be told from ordinary text. `isOneOfMany` is for the tokens of a list,
	of which there may be thousands: adding one is fast, and a text that may hold an encoded one takes longer to search.
	*/
	readonly add: (token: string, isOneOfMany?: boolean) => boolean;
	readonly size: () => number;
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

/** Most lengths that tokens may differ by. Those of an API are of one length, or of a few. */
const mostLengths = 64;

/**
So many places of a text may begin like a token without being one. A text with more of them was made to be slow, and is masked whole.
*/
const mostMisses = 500;

/** Ways in which a token is written, each a bit. Base64 has three, since a token may begin at any byte of a group of three. */
const plain = 1;
const hex = 2;
const base64 = [4, 8, 16] as const;

/** Characters of base64 before a group that hold bits of a token, for each number of its bytes before the group. */
const charactersBefore = [0, 2, 3] as const;

const beyondAscii = /[\u{80}-\u{10FFFF}]/v;

export function createKnownTokens(): KnownTokens {
	const table = createWindowTable();
	const tokens = new Set<string>();
	let lengths: readonly number[] = [];
	let shortest = Infinity;
	let shortestOfMany = Infinity;

	const findLength = (read: string) => lengths.find(length => length <= read.length && tokens.has(read.slice(0, length)));

	const readPlain = (text: string, from: number): Range | undefined => {
		const length = findLength(text.slice(from, from + (lengths[0] ?? 0)).toLowerCase());
		return length === undefined ? undefined : {from, to: from + length};
	};

	const readHex = (text: string, from: number): Range | undefined => {
		const length = findLength(fromHex(text, from, lengths[0] ?? 0).toLowerCase());
		return length === undefined ? undefined : {from, to: from + (2 * length)};
	};

	/** `before` is the number of the token's bytes before the group that begins at `from`. */
	const readBase64 = (text: string, from: number, before: 0 | 1 | 2): Range | undefined => {
		const start = before === 0 ? from : from - 4;
		const skipped = before === 0 ? 0 : 3 - before;
		const read = start < 0 ? '' : fromBase64(text, start, (lengths[0] ?? 0) + skipped).slice(skipped);
		const length = findLength(read.toLowerCase());
		return length === undefined
			? undefined
			: {from: from - charactersBefore[before], to: from + Math.ceil((length - before) * 4 / 3)};
	};

	const readAt = (text: string, index: number, kinds: number): Range | undefined => readFirst(kinds, [
		[plain, () => readPlain(text, index)],
		[hex, () => readHex(text, index)],
		[base64[0], () => readBase64(text, index, 0)],
		[base64[1], () => readBase64(text, index, 1)],
		[base64[2], () => readBase64(text, index, 2)],
	]);

	/** Finds the tokens in a text, also encoded ones of those whose encodings are in the table. */
	const findInTable = (text: string): readonly Range[] => {
		let hit = table.find(text, 0);
		if (hit === undefined) {
			return noRanges;
		}

		const found: Range[] = [];
		let misses = 0;
		while (hit !== undefined) {
			const range = readAt(text, hit.index, hit.kinds);
			if (range === undefined) {
				misses += 1;
				if (misses > mostMisses) {
					return [{from: 0, to: text.length}];
				}
			} else {
				found.push(range);
			}

			hit = table.find(text, range?.to ?? hit.index + 1);
		}

		return found;
	};

	const findInEncoded = ({text, origin}: EncodedText): readonly Range[] =>
		findInTable(text).map(({from, to}) => ({from: Math.floor(origin(from)), to: Math.ceil(origin(to))}));

	return {
		add(given, isOneOfMany = false) {
			const token = given.slice(0, longestToken).toLowerCase();
			if (token.length < shortestToken || tokens.has(token) || (!lengths.includes(token.length) && lengths.length >= mostLengths)) {
				return false;
			}

			tokens.add(token);
			shortest = Math.min(shortest, token.length);
			lengths = lengths.includes(token.length) ? lengths : [...lengths, token.length].toSorted((one, other) => other - one);
			table.add(token, plain);
			if (isOneOfMany) {
				shortestOfMany = Math.min(shortestOfMany, token.length);
			} else if (!beyondAscii.test(token)) {
				// The encodings of the token as it was given: base64 differs where the case does.
				table.add(toHex(given.slice(0, windowLength / 2)), hex);
				for (const before of [0, 1, 2] as const) {
					table.add(toBase64(given.slice(before, before + (windowLength * 3 / 4))), base64[before]);
				}
			}

			return true;
		},
		size: () => tokens.size,
		find(text) {
			if (text.length < shortest) {
				return noRanges;
			}

			const found = findInTable(text);
			return text.length * 3 / 4 < shortestOfMany
				? found
				: [...found, ...findEncoded(text, shortestOfMany).flatMap(encoded => findInEncoded(encoded))];
		},
	};
}

const noRanges: readonly Range[] = [];

type Reader = readonly [kind: number, read: () => Range | undefined];

function readFirst(kinds: number, readers: readonly Reader[]): Range | undefined {
	for (const [kind, read] of readers) {
		const range = Math.floor(kinds / kind) % 2 === 1 ? read() : undefined;
		if (range !== undefined) {
			return range;
		}
	}

	return undefined;
}
