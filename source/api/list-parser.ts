import type {Slices} from '../core/slices.js';
import {runInSlices} from './in-slices.js';
import {splitList} from './split-list.js';

/** Parses the bodies of one account, one after the other. */
export type ListParser = {
	/**
	The JSON's value; `undefined`, which JSON cannot say, if it is none. An item whose text is the one of the answer before is the very same object as then: it is not parsed again, and whoever has decoded it knows it.
	*/
	readonly parse: (text: string) => Promise<unknown>;
};

type Item = {readonly text: string; readonly value: unknown};

/** Shorter ones are parsed in one go: that takes less than a millisecond. */
const shortest = 100_000;

/** So many items are parsed before other work gets its turn; that takes a few milliseconds. */
const atOnce = 500;

/** Makes a parser that remembers the last answer. Even 10,000 instances hold up no key: the text is taken apart in slices. */
export function createListParser(): ListParser {
	let former: readonly Item[] = [];
	let last: {readonly text: string; readonly value: unknown} | undefined;

	const parseLong = async (text: string): Promise<unknown> => {
		const split = await runInSlices(splitList(text));
		const envelope = split === undefined ? undefined : parseJson(split.envelope);
		const items = split === undefined || envelope === undefined ? undefined : await runInSlices(parseItems(split.items, former));
		if (items === undefined || typeof envelope !== 'object' || envelope === null) {
			return parseJson(text);
		}

		former = items;
		return {...envelope, instances: items.map(({value}) => value)};
	};

	const parseShort = (text: string): unknown => {
		// Nothing of a long answer stays.
		former = [];
		return parseJson(text);
	};

	return {
		async parse(text) {
			if (last?.text !== text) {
				last = {text, value: text.length < shortest ? parseShort(text) : await parseLong(text)};
			}

			return last.value;
		},
	};
}

/** Parses the items that are not among the former ones; nothing if one of them is no JSON. It stops after each slice. */
function * parseItems(texts: readonly string[], former: readonly Item[]): Slices<readonly Item[] | undefined> {
	const items: Item[] = [];
	let fresh = 0;
	// How far the list has moved against the former one.
	let shift = 0;
	for (const [index, text] of texts.entries()) {
		const [known, move] = findFormer(former, text, index + shift);
		shift += move;
		const value = known === undefined ? parseJson(text) : known.value;
		if (value === undefined) {
			return undefined;
		}

		// The new text, or the whole of an old answer would stay for one item of it.
		items.push({text, value});
		fresh += Number(known === undefined);
		if (known === undefined && fresh % atOnce === 0) {
			yield;
		}
	}

	return items;
}

/** The item of the same text where it is expected, or beside that, and by how much the list has moved. */
function findFormer(former: readonly Item[], text: string, expected: number): readonly [item: Item | undefined, move: number] {
	for (const move of [0, -1, 1]) {
		const item = former[expected + move];
		if (item?.text === text) {
			return [item, move];
		}
	}

	return [undefined, 0];
}

/** The JSON's value; `undefined`, which JSON cannot say, if it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
