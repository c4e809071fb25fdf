import {setImmediate} from 'node:timers/promises';
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

	const parseItems = async (texts: readonly string[]): Promise<readonly Item[] | undefined> => {
		const items: Item[] = [];
		let fresh = 0;
		// How far the list has moved against the former one.
		let shift = 0;
		for (const [index, text] of texts.entries()) {
			const [known, move] = findFormer(former, text, index + shift);
			shift += move;
			if (known === undefined) {
				const value = parseJson(text);
				if (value === undefined) {
					return undefined;
				}

				items.push({text, value});
				fresh += 1;
				if (fresh % atOnce === 0) {
					// eslint-disable-next-line no-await-in-loop -- Giving way between slices is the point.
					await setImmediate();
				}
			} else {
				// The new text, or the whole of an old answer would stay for one item of it.
				items.push({text, value: known.value});
			}
		}

		return items;
	};

	const parseLong = async (text: string): Promise<unknown> => {
		const splitting = splitList(text);
		let step = splitting.next();
		while (step.done !== true) {
			// eslint-disable-next-line no-await-in-loop -- Giving way between slices is the point.
			await setImmediate();
			step = splitting.next();
		}

		const envelope = step.value === undefined ? undefined : parseJson(step.value.envelope);
		const items = step.value === undefined || envelope === undefined ? undefined : await parseItems(step.value.items);
		if (items === undefined || typeof envelope !== 'object' || envelope === null) {
			return parseJson(text);
		}

		former = items;
		return {...envelope, instances: items.map(({value}) => value)};
	};

	return {
		async parse(text) {
			if (last?.text !== text) {
				last = {text, value: text.length < shortest ? parseJson(text) : await parseLong(text)};
			}

			return last.value;
		},
	};
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
