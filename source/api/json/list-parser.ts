import {Buffer} from 'node:buffer';
import {bounds} from '../../core/json/bounds.js';
import {parseExactly} from '../../core/json/number-text.js';
import type {Slices} from '../../core/polling/slices.js';
import {runInSlices} from '../../process/run-in-slices.js';
import {
	openBrace,
	openBracket,
	skipBlanks,
	type Bytes,
} from './bytes.js';
import {createBodyBuffers, type BodyBuffer} from './body-buffers.js';
import type {Item, PreviousBody} from './find-previous.js';
import {scanValue, textWithout, TooMuch} from './scan-value.js';
import {noPreviousBody, splitList} from './split-list.js';

/** Parser for the bodies of one account, one after the other. */
export type ListParser = {
	/**
	Parses JSON; `undefined`, which no JSON means, if it is invalid, and `TooMuch` if it goes beyond a bound. A text that is too long is cut.

	An item of the same bytes as in the previous body is the same object as before: it is not parsed again, and caches by object find it.
	For a body of the same bytes the whole value is the same object.

	Once the signal is aborted the rest is left unread, and the value says nothing.
	*/
	readonly parse: (bytes: Uint8Array, signal?: AbortSignal) => Promise<unknown>;
	/** Gives a buffer for the next body, other than the one with the previous body. */
	readonly buffer: () => BodyBuffer;
};

/**
Makes a parser that keeps the previous body and its items.

Even 10,000 instances do not delay a key: the body is split in slices, and only the items that have changed are decoded and parsed.
Nothing is parsed before its extent is known to be in bounds: `JSON.parse` of many megabytes would be one block, and could take all memory.
*/
export function createListParser(): ListParser {
	const buffers = createBodyBuffers();
	let previous = noPreviousBody;
	let last: {readonly bytes: Bytes; readonly value: unknown} | undefined;

	const parseBody = async (bytes: Bytes, signal: AbortSignal | undefined): Promise<unknown> => {
		const former = previous;
		// The memory of a body that was no list is freed.
		previous = noPreviousBody;
		const split = await runInSlices(splitList(bytes, former), signal);
		if (split === undefined) {
			return signal?.aborted === true ? undefined : runInSlices(parseWhole(bytes), signal);
		}

		if (split instanceof TooMuch) {
			return split;
		}

		const envelope = parseJson(split.envelope);
		const items = envelope === undefined ? undefined : await runInSlices(parseItems(bytes, split.items), signal);
		if (items === undefined || typeof envelope !== 'object' || envelope === null) {
			return undefined;
		}

		previous = {bytes, items} satisfies PreviousBody;
		return {...envelope, instances: items.map(({parsed}) => parsed)};
	};

	return {
		buffer: () => buffers.other(last?.bytes),
		async parse(given, signal) {
			const bytes = withoutByteOrderMark(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
			if (last?.bytes.equals(bytes) !== true) {
				last = undefined;
				const value = await parseBody(bytes, signal);
				last = signal?.aborted === true ? undefined : {bytes, value};
			}

			return last?.value;
		},
	};
}

/**
Parses a body that has no list of its own to be split.

@yields Nothing.
*/
function * parseWhole(bytes: Bytes): Slices<unknown> {
	const from = skipBlanks(bytes, 0);
	const isTree = bytes[from] === openBrace || bytes[from] === openBracket;
	if (!isTree && bytes.length - from > bounds.item) {
		// A text or a number of megabytes could be JSON, but is more likely none; it is no list in any case.
		return undefined;
	}

	const extent = yield * scanValue(bytes, from, true);
	return extent instanceof TooMuch ? extent : parseJson(textWithout(bytes, from, extent.to, extent.cuts));
}

/** Parses the items that have no value yet; `undefined` if one of them is invalid JSON. It stops after each. */
function * parseItems(bytes: Bytes, items: readonly Item[]): Slices<readonly Item[] | undefined> {
	const parsedItems: Item[] = [];
	for (const item of items) {
		if (item.parsed !== undefined) {
			parsedItems.push(item);
			continue;
		}

		const {from, to, cuts, hasDigits} = item;
		const text = textWithout(bytes, from, to, cuts);
		// A look at the source of each number takes several times as long.
		const parsed = hasDigits ? parseJson(text, parseExactly) : parseJson(text);
		if (parsed === undefined) {
			return undefined;
		}

		parsedItems.push({...item, parsed});
		yield;
	}

	return parsedItems;
}

/** Drops the byte order mark of UTF-8, which some servers put before the JSON. */
function withoutByteOrderMark(bytes: Bytes): Bytes {
	return bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xEF_BB_BF ? bytes.subarray(3) : bytes;
}

/** Decodes a body as UTF-8. Invalid bytes become U+FFFD: one broken name must not hide a whole fleet. */
export function bytesToText(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** Parses JSON; `undefined`, which no JSON means, if it is invalid. */
export function parseJson(text: string, parse: (text: string) => unknown = JSON.parse): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}
