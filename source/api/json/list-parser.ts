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

/** Parses the bodies of one account, one after the other. */
export type ListParser = {
	/**
	The JSON's value; `undefined`, which JSON cannot say, if it is none. An item of the same bytes as in the answer before is the very same object as then: it is not parsed again, and whoever has decoded it knows it. Of an answer of the same bytes all is the same.
	*/
	readonly parse: (bytes: Uint8Array) => Promise<unknown>;
	/** Where the next body may lie while the last one is remembered. */
	readonly buffer: () => BodyBuffer;
};

/** Shorter ones are parsed in one go: that takes less than a millisecond. */
const shortest = 100_000;

/** So many items are parsed before other work gets its turn; that takes a few milliseconds. */
const atOnce = 500;

/** Makes a parser that remembers the last answer. Even 10,000 instances hold up no key: the body is taken apart in slices, and only what has changed becomes text. */
export function createListParser(): ListParser {
	const buffers = createBodyBuffers();
	let former = noPreviousBody;
	let last: {readonly bytes: Bytes; readonly value: unknown} | undefined;

	const parseLong = async (bytes: Bytes): Promise<unknown> => {
		const split = await runInSlices(splitList(bytes, former));
		const envelope = split === undefined ? undefined : parseJson(split.envelope);
		const items = split === undefined || envelope === undefined ? undefined : await runInSlices(parseItems(bytes, split.items));
		if (items === undefined || typeof envelope !== 'object' || envelope === null) {
			former = noPreviousBody;
			return parseJson(bytesToText(bytes));
		}

		former = {bytes, items} satisfies PreviousBody;
		return {...envelope, instances: items.map(({parsed}) => parsed)};
	};

	const parseShort = (bytes: Bytes): unknown => {
		// Nothing of a long answer stays.
		former = noPreviousBody;
		return parseJson(bytesToText(bytes));
	};

	return {
		buffer: () => buffers.other(last?.bytes),
		async parse(given) {
			const bytes = withoutMark(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
			if (last?.bytes.equals(bytes) !== true) {
				last = {bytes, value: bytes.length < shortest ? parseShort(bytes) : await parseLong(bytes)};
			}

			return last.value;
		},
	};
}

/** Parses the items that have no value yet; `undefined` if one of them is no JSON. It stops after each slice. */
function * parseItems(bytes: Bytes, items: readonly Item[]): Slices<readonly Item[] | undefined> {
	const done: Item[] = [];
	let fresh = 0;
	for (const item of items) {
		if (item.parsed !== undefined) {
			done.push(item);
			continue;
		}

		const parsed = parseJson(bytes.toString('utf8', item.from, item.to));
		if (parsed === undefined) {
			return undefined;
		}

		done.push({...item, parsed});
		fresh += 1;
		if (fresh % atOnce === 0) {
			yield;
		}
	}

	return done;
}

/** Some servers begin a text with a byte order mark, which is none of it. */
function withoutMark(bytes: Bytes): Bytes {
	return bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xEF_BB_BF ? bytes.subarray(3) : bytes;
}

/** The text of a body. Bytes that are no UTF-8 become U+FFFD: one garbled name must not hide a whole fleet. */
export function bytesToText(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** The JSON's value; `undefined`, which JSON cannot say, if it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
