import {Buffer} from 'node:buffer';
import {bounds} from '../../core/json/bounds.js';
import type {Slices} from '../../core/polling/slices.js';
import {runInSlices} from '../../process/run-in-slices.js';
import {
	openBrace,
	openBracket,
	skipBlanks,
	type Bytes,
} from './bytes.js';
import {createBodyBuffers, type BodyBuffer} from './body-buffers.js';
import type {PreviousBody} from './find-previous.js';
import {fewInstances, keepFew} from './keep-few.js';
import type {ListItem} from './list-item.js';
import {parseJson} from './parse-json.js';
import {scanValue, textWithout, TooMuch} from './scan-value.js';
import {noPreviousBody, splitList, type PlacedItem} from './split-list.js';

/** Parser for the bodies of one account, one after the other. */
export type ListParser = {
	/**
	Parses JSON; `undefined`, which no JSON means, if it is invalid, and `TooMuch` if it goes beyond a bound. A text that is too long is cut.

	The items of a list are of the class `ListItem`, whose values are parsed when they are asked for. One of the same bytes as in the previous
	list is the same object as before, so that caches by object find it. For a body of the same bytes the whole value is the same object.

	Once the signal is aborted the rest is left unread, and the value says nothing.
	*/
	readonly parse: (bytes: Uint8Array, signal?: AbortSignal) => Promise<unknown>;
	/** Gives a buffer for the next body, other than the one with the previous body. */
	readonly buffer: () => BodyBuffer;
};

/**
Makes a parser that keeps the body of the previous list and its items, of whose values those that were asked for last, `mostValues` of them;
one that keeps all of them is meant for one body, which it copies.

Even 10,000 instances do not delay a key: the body is split in slices, and only the items that have changed are decoded and parsed.
Nothing is parsed before its extent is known to be in bounds: `JSON.parse` of many megabytes would be one block, and could take all memory.
*/
export function createListParser(mostValues = fewInstances): ListParser {
	const buffers = createBodyBuffers();
	const keep = keepFew(mostValues);
	let previous: PreviousBody & {readonly value?: unknown} = noPreviousBody;

	const parseBody = async (bytes: Bytes, signal: AbortSignal | undefined): Promise<unknown> => {
		const split = await runInSlices(splitList(bytes, previous, keep), signal);
		if (split === undefined) {
			return signal?.aborted === true ? undefined : runInSlices(parseWhole(bytes), signal);
		}

		if (split instanceof TooMuch) {
			return split;
		}

		const envelope = parseJson(split.envelope);
		const areValid = envelope !== undefined && await runInSlices(checkItems(split.items, previous.bytes), signal);
		if (areValid !== true || typeof envelope !== 'object' || envelope === null) {
			return undefined;
		}

		const items = settle(bytes, split.items, previous);
		const value = {...envelope, instances: items};
		previous = {bytes, items, value};
		return value;
	};

	return {
		buffer: () => buffers.other(previous.bytes),
		async parse(given, signal) {
			// V8 takes half as long again for the bytes of a buffer that can grow.
			const whole = mostValues === Infinity ? Buffer.from(given) : Buffer.from(given.buffer, given.byteOffset, given.byteLength);
			const bytes = withoutByteOrderMark(whole);
			return previous.value !== undefined && previous.bytes.equals(bytes) ? previous.value : parseBody(bytes, signal);
		},
	};
}

/** Moves what was in the previous body to the present one. The items that are listed no longer take their bytes with them. */
function settle(bytes: Bytes, placed: readonly PlacedItem[], previous: PreviousBody): readonly ListItem[] {
	for (const {item, from} of placed) {
		if (item.bytes !== bytes) {
			item.moveTo(bytes, from);
		}
	}

	for (const item of previous.items) {
		if (item.bytes === previous.bytes) {
			item.detach();
		}
	}

	return placed.map(({item}) => item);
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

/** Whether all items are valid JSON. Those of the previous body are. It stops after each other one. */
function * checkItems(items: readonly PlacedItem[], previous: Bytes): Slices<boolean> {
	for (const {item} of items) {
		if (item.bytes === previous) {
			continue;
		}

		if (item.read() === undefined) {
			return false;
		}

		yield;
	}

	return true;
}

/** Drops the byte order mark of UTF-8, which some servers put before the JSON. */
function withoutByteOrderMark(bytes: Bytes): Bytes {
	return bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xEF_BB_BF ? bytes.subarray(3) : bytes;
}

/** Decodes a body as UTF-8. Invalid bytes become U+FFFD: one broken name must not hide a whole fleet. */
export function bytesToText(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
