import {Buffer} from 'node:buffer';
import type {Slices} from '../../core/polling/slices.js';
import {runInSlices} from '../../process/run-in-slices.js';
import type {Bytes} from './bytes.js';
import {createBodyBuffers, type BodyBuffer} from './body-buffers.js';
import {
	noPreviousBody,
	splitList,
	type PreviousBody,
	type Item,
} from './split-list.js';

/** Parser for the bodies of one account, one after the other. */
export type ListParser = {
	/**
	Parses JSON; `undefined`, which no JSON means, if it is invalid.

	An item of the same bytes as in the previous body is the same object as before: it is not parsed again, and caches by object find it.
	For a body of the same bytes the whole value is the same object.
	*/
	readonly parse: (bytes: Uint8Array) => Promise<unknown>;
	/** Gives a buffer for the next body, other than the one with the previous body. */
	readonly buffer: () => BodyBuffer;
};

/** In bytes. A shorter body is parsed in one go, which takes less than a millisecond. */
const shortestSplit = 100_000;

/** Items that are parsed in one slice; they take a few milliseconds. */
const itemsPerSlice = 500;

/**
Makes a parser that keeps the previous body and its items.

Even 10,000 instances do not delay a key: the body is split in slices, and only the items that have changed are decoded and parsed.
*/
export function createListParser(): ListParser {
	const buffers = createBodyBuffers();
	let previous = noPreviousBody;
	let last: {readonly bytes: Bytes; readonly value: unknown} | undefined;

	const parseLong = async (bytes: Bytes): Promise<unknown> => {
		const split = await runInSlices(splitList(bytes, previous));
		const envelope = split === undefined ? undefined : parseJson(split.envelope);
		const items = split === undefined || envelope === undefined ? undefined : await runInSlices(parseItems(bytes, split.items));
		if (items === undefined || typeof envelope !== 'object' || envelope === null) {
			previous = noPreviousBody;
			return parseJson(bytesToText(bytes));
		}

		previous = {bytes, items} satisfies PreviousBody;
		return {...envelope, instances: items.map(({parsed}) => parsed)};
	};

	const parseShort = (bytes: Bytes): unknown => {
		// The memory of a long body is freed.
		previous = noPreviousBody;
		return parseJson(bytesToText(bytes));
	};

	return {
		buffer: () => buffers.other(last?.bytes),
		async parse(given) {
			const bytes = withoutByteOrderMark(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
			if (last?.bytes.equals(bytes) !== true) {
				last = {bytes, value: bytes.length < shortestSplit ? parseShort(bytes) : await parseLong(bytes)};
			}

			return last.value;
		},
	};
}

/** Parses the items that have no value yet; `undefined` if one of them is invalid JSON. It stops after each slice. */
function * parseItems(bytes: Bytes, items: readonly Item[]): Slices<readonly Item[] | undefined> {
	const parsedItems: Item[] = [];
	let count = 0;
	for (const item of items) {
		if (item.parsed !== undefined) {
			parsedItems.push(item);
			continue;
		}

		const parsed = parseJson(bytes.toString('utf8', item.from, item.to));
		if (parsed === undefined) {
			return undefined;
		}

		parsedItems.push({...item, parsed});
		count += 1;
		if (count % itemsPerSlice === 0) {
			yield;
		}
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
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
